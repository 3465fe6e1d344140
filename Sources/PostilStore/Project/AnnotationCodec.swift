import PostilModel

/// Annotations and saves as JSON: in the event log, and in the session's outbox and undo log.
enum AnnotationCodec {
  /// An annotation as an object, answers by question name in the order of the alphabet.
  static func object(_ annotation: Annotation) -> JSONObject {
    var object = JSONObject([
      ("state", .string(annotation.state.rawValue)),
      ("answers", .object(answers(annotation.answers))),
      ("flagged", .bool(annotation.isFlagged)),
      ("comment", .string(annotation.comment)),
      ("skip_reason", .string(annotation.skipReason)),
      ("guidelines", .string(annotation.guidelinesVersion)),
      ("active_ms", .integer(Int64(annotation.activeMilliseconds))),
      ("revision", .integer(Int64(annotation.revision))),
      ("saved_at", .integer(annotation.savedAt.milliseconds)),
    ])
    if annotation.keysPressed > 0 { object["keys"] = .integer(Int64(annotation.keysPressed)) }
    if !annotation.shown.isEmpty { object["shown"] = .object(annotation.shownObject) }
    return object
  }

  /// Answers as an object, in the order of the alphabet.
  static func answers(_ answers: [String: JSONValue]) -> JSONObject {
    JSONObject(answers.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
  }

  /// What `object` wrote.
  static func annotation(_ value: JSONValue) -> Annotation? {
    guard let object = value.object, let state = object["state"]?.string.flatMap(AnnotationState.init(rawValue:)),
      let answers = object["answers"]?.object
    else { return nil }
    return Annotation(
      state: state, answers: self.answers(answers), isFlagged: object["flagged"]?.bool ?? false,
      comment: object["comment"]?.string ?? "", skipReason: object["skip_reason"]?.string ?? "",
      guidelinesVersion: object["guidelines"]?.string ?? "", activeMilliseconds: object["active_ms"]?.int ?? 0,
      keysPressed: object["keys"]?.int ?? 0,
      revision: object["revision"]?.int ?? 0,
      savedAt: Timestamp(milliseconds: Int64(object["saved_at"]?.int ?? 0)),
      shown: Annotation.shown(from: object["shown"]))
  }

  /// What the other `answers` wrote.
  static func answers(_ object: JSONObject) -> [String: JSONValue] {
    Dictionary(object.members.map { ($0.key, $0.value) }) { _, last in last }
  }

  /// A save as text.
  static func text(_ save: AnnotationSave) -> String {
    var told = JSONObject([
      ("token", .string(save.token)), ("task", .integer(Int64(save.task))), ("annotator", .string(save.annotator)),
      ("kind", .string(save.kind.rawValue)), ("at", .integer(save.at.milliseconds)),
      ("annotation", .object(object(save.annotation))),
    ])
    if !save.reply.isEmpty { told["reply"] = .string(save.reply) }
    return told.jsonText
  }

  /// What the other `text` wrote.
  static func save(_ value: JSONValue) -> AnnotationSave? {
    guard let object = value.object, let token = object["token"]?.string, let task = object["task"]?.int,
      let annotator = object["annotator"]?.string, let at = object["at"]?.int,
      let kind = object["kind"]?.string.flatMap(AnnotationEvent.Kind.init(rawValue:)),
      let annotation = object["annotation"].flatMap(annotation)
    else { return nil }
    return AnnotationSave(
      token: token, task: task, annotator: annotator, kind: kind, annotation: annotation,
      at: Timestamp(milliseconds: Int64(at)), reply: object["reply"]?.string ?? "")
  }
}
