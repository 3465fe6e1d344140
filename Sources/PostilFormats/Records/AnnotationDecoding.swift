import PostilModel

extension RecordDecoder {
  /// What `ExportedRecord` writes of a provenance.
  func provenance(from value: JSONValue) throws(Rejection) -> Provenance {
    guard let object = value.object else { throw Rejection(.wrongType, "has a provenance that is not an object") }
    let line = object["line"]?.int ?? 0
    guard line >= 0 else { throw Rejection(.wrongType, "has a provenance with a negative line") }
    let at = try object["imported_at"].map { value throws(Rejection) in try timestamp(value, .wrongType) }
    return Provenance(
      file: object["file"]?.string ?? "", line: line, importedAt: at ?? Timestamp(milliseconds: 0))
  }

  /// What `ExportedRecord` writes of annotations. Answers are restored as they were, without a check against questions
  /// that may have changed since.
  func annotations(from value: JSONValue) throws(Rejection) -> [ImportedRecord.AnnotatorsAnnotation] {
    if value == .null { return [] }
    guard let elements = value.array else { throw bad("annotations that are not a list") }
    var list: [ImportedRecord.AnnotatorsAnnotation] = []
    for element in elements {
      guard let object = element.object else { throw bad("an annotation that is not an object") }
      guard let annotator = object["annotator"]?.string, !annotator.isEmpty else {
        throw bad("an annotation without an annotator")
      }
      if list.contains(where: { $0.annotator == annotator }) { throw bad("two annotations of \"\(annotator)\"") }
      list.append(.init(annotator: annotator, annotation: try annotation(from: object)))
    }
    return list
  }

  private func annotation(from object: JSONObject) throws(Rejection) -> Annotation {
    guard let state = object["state"]?.string.flatMap(AnnotationState.init(rawValue:)) else {
      throw bad("an annotation without a state (open, draft, submitted or skipped)")
    }
    guard let answers = (object["answers"] ?? .object(JSONObject())).object else {
      throw bad("answers that are not an object")
    }
    var annotation = Annotation(state: state)
    for pair in answers.members { annotation.answers[pair.key] = pair.value }
    annotation.isFlagged = object["flagged"]?.bool ?? false
    annotation.comment = object["comment"]?.string ?? ""
    annotation.skipReason = object["skip_reason"]?.string ?? ""
    annotation.guidelinesVersion = object["guidelines_version"]?.string ?? ""
    annotation.activeMilliseconds = max(0, object["active_ms"]?.int ?? 0)
    annotation.keysPressed = max(0, object["keys"]?.int ?? 0)
    annotation.revision = max(1, object["revision"]?.int ?? 1)
    annotation.shown = Annotation.shown(from: object["shown"])
    if let at = object["saved_at"] { annotation.savedAt = try timestamp(at, .badAnnotation) }
    return annotation
  }

  private func timestamp(_ value: JSONValue, _ kind: Rejection.Kind) throws(Rejection) -> Timestamp {
    // Only the form that Postil writes: the reader of the model trusts the number of digits.
    let shape = "0000-00-00T00:00:00.000Z".utf8
    guard let text = value.string, text.utf8.count == shape.count,
      zip(text.utf8, shape).allSatisfy({ $1 == 0x30 ? (0x30...0x39).contains($0) : $0 == $1 }),
      let timestamp = Timestamp(iso8601: text)
    else { throw Rejection(kind, "has the time \(value.jsonText), which is not like 2026-01-31T09:05:00.000Z") }
    return timestamp
  }

  private func bad(_ what: String) -> Rejection { Rejection(.badAnnotation, "has \(what)") }
}
