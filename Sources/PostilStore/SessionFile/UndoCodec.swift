import PostilModel

/// Steps of the undo log as JSON.
enum UndoCodec {
  /// A step as text.
  static func text(_ entry: UndoEntry) -> String {
    JSONObject([
      ("task", .integer(Int64(entry.task))), ("kind", .string(entry.kind.rawValue)),
      ("before", .object(AnnotationCodec.object(entry.before))),
      ("after", .object(AnnotationCodec.object(entry.after))),
      ("label", .string(entry.label)), ("at", .integer(entry.at.milliseconds)),
    ]).jsonText
  }

  /// What `text` wrote.
  static func entry(_ value: JSONValue) -> UndoEntry? {
    guard let object = value.object, let task = object["task"]?.int,
      let kind = object["kind"]?.string.flatMap(UndoEntry.Kind.init(rawValue:)),
      let before = object["before"].flatMap(AnnotationCodec.annotation),
      let after = object["after"].flatMap(AnnotationCodec.annotation), let at = object["at"]?.int
    else { return nil }
    return UndoEntry(
      task: task, kind: kind, before: before, after: after, label: object["label"]?.string ?? "",
      at: Timestamp(milliseconds: Int64(at)))
  }
}
