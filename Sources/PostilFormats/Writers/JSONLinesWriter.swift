import PostilModel

/// `jsonl`: one object a line, `{"id", "fields", "metadata", "provenance", "resolution", "suggestions", "annotations"}`, the
/// resolution where there is one. Importing it into an empty project gives the same tasks, annotations and final answers.
struct JSONLinesWriter: RecordWriter {
  private let layout: ExportLayout
  private var head = RecordHead()

  init(_ layout: ExportLayout) { self.layout = layout }

  mutating func write(_ record: borrowing ExportedRecord, into out: inout [UInt8], tally: inout ExportTally) {
    head.append(record, to: &out)
    // A single annotator's export says nothing of what was made of it.
    if let resolution = record.resolution, layout.annotator == nil {
      out.append(literal: ",\"resolution\":")
      JSONWriter.append(ResolutionObject(layout.questions).object(resolution), to: &out)
    }
    if !record.suggestions.isEmpty { append(record.suggestions, to: &out) }
    append(record.annotations, to: &out)
    out.append(literal: "}\n")
    tally.tasks += 1
    tally.written += 1
  }

  private func append(_ suggestions: [Suggestion], to out: inout [UInt8]) {
    out.append(literal: ",\"suggestions\":[")
    for (index, suggestion) in suggestions.enumerated() {
      var object = JSONObject([("question", .string(suggestion.question)), ("answer", suggestion.answer)])
      object["model"] = .string(suggestion.model)
      object["score"] = suggestion.score.map { .number($0) }
      if index > 0 { out.append(literal: ",") }
      JSONWriter.append(object, to: &out)
    }
    out.append(literal: "]")
  }

  private mutating func append(_ annotations: [ImportedRecord.AnnotatorsAnnotation], to out: inout [UInt8]) {
    var isFirst = true
    for named in annotations where layout.annotator == nil || named.annotator == layout.annotator {
      out.append(literal: isFirst ? ",\"annotations\":[" : ",")
      isFirst = false
      append(named, to: &out)
    }
    if !isFirst { out.append(literal: "]") }
  }

  private mutating func append(_ named: ImportedRecord.AnnotatorsAnnotation, to out: inout [UInt8]) {
    let annotation = named.annotation
    out.append(literal: "{\"annotator\":")
    JSONWriter.append(named.annotator, to: &out)
    out.append(literal: ",\"state\":")
    JSONWriter.append(annotation.state.rawValue, to: &out)
    out.append(literal: ",\"answers\":")
    JSONWriter.append(ordered(annotation.answers), to: &out)
    if annotation.isFlagged { out.append(literal: ",\"flagged\":true") }
    appendText(",\"comment\":", annotation.comment, to: &out)
    appendText(",\"skip_reason\":", annotation.skipReason, to: &out)
    appendText(",\"guidelines_version\":", annotation.guidelinesVersion, to: &out)
    if !annotation.shown.isEmpty {
      out.append(literal: ",\"shown\":")
      JSONWriter.append(annotation.shownObject, to: &out)
    }
    out.append(literal: ",\"active_ms\":")
    out.append(decimal: annotation.activeMilliseconds)
    if annotation.keysPressed > 0 {
      out.append(literal: ",\"keys\":")
      out.append(decimal: annotation.keysPressed)
    }
    out.append(literal: ",\"revision\":")
    out.append(decimal: annotation.revision)
    out.append(literal: ",\"saved_at\":")
    head.stamps.append(annotation.savedAt, to: &out)
    out.append(literal: "}")
  }

  private func appendText(_ key: StaticString, _ text: String, to out: inout [UInt8]) {
    guard !text.isEmpty else { return }
    out.append(literal: key)
    JSONWriter.append(text, to: &out)
  }

  /// The answers in the order of the questions, then those to questions that are no more, by name.
  private func ordered(_ answers: [String: JSONValue]) -> JSONObject {
    var object = JSONObject()
    for question in layout.questions { object[question.name] = answers[question.name] }
    for name in answers.keys.sorted() where object[name] == nil { object[name] = answers[name] }
    return object
  }
}
