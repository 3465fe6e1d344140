import PostilModel

/// Events as JSON for programs.
enum HistoryJSON {
  /// An event of the whole project's history.
  static func value(of event: ProjectEvent) -> JSONValue {
    switch event {
    case .imported(let event): .object(JSONObject(members(of: event)))
    case .annotated(let event, let id):
      .object(JSONObject([("task", .integer(Int64(event.task))), ("id", .string(id))] + members(of: event)))
    case .managed(let event, let id):
      .object(
        JSONObject(
          (event.task > 0 ? [("task", .integer(Int64(event.task))), ("id", .string(id))] : []) + members(of: event)))
    }
  }

  /// An event of one task's history.
  static func valueInTask(of event: ProjectEvent) -> JSONValue {
    switch event {
    case .imported(let event): .object(JSONObject(members(of: event)))
    case .annotated(let event, _): .object(JSONObject(members(of: event)))
    case .managed(let event, _): .object(JSONObject(members(of: event)))
    }
  }

  private static func members(of event: AnnotationEvent) -> [(String, JSONValue)] {
    let annotation = event.annotation
    let answers = annotation.answers.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    return [
      ("number", .integer(Int64(event.number))), ("at", .string(event.at.iso8601)),
      ("annotator", .string(event.annotator)), ("kind", .string(event.kind.rawValue)),
      ("state", .string(annotation.state.rawValue)), ("revision", .integer(Int64(annotation.revision))),
      ("answers", .object(JSONObject(answers))), ("flagged", .bool(annotation.isFlagged)),
      ("comment", .string(annotation.comment)), ("skip_reason", .string(annotation.skipReason)),
      ("guidelines", .string(annotation.guidelinesVersion)),
      ("active_seconds", .number(Double(annotation.activeMilliseconds) / 1000)),
    ]
  }

  private static func members(of event: ManagementEvent) -> [(String, JSONValue)] {
    [
      ("number", .integer(Int64(event.number))), ("at", .string(event.at.iso8601)), ("by", .string(event.by)),
      ("kind", .string(event.kind.rawValue)), ("told", .object(event.told)),
    ]
  }

  private static func members(of event: ImportEvent) -> [(String, JSONValue)] {
    [
      ("import", .integer(Int64(event.importNumber))), ("number", event.number.map { .integer(Int64($0)) } ?? .null),
      ("at", .string(event.at.iso8601)), ("kind", .string("import")), ("user", .string(event.user)),
      ("file", .string(event.file)), ("other_files", .array(event.otherFiles.map { .string($0) })),
      ("format", .string(event.format)), ("tasks", .integer(Int64(event.tasks))),
      ("suggestions", .integer(Int64(event.suggestions))), ("annotations", .integer(Int64(event.annotations))),
      ("finished", event.isFinished.map { .bool($0) } ?? .null),
    ]
  }
}
