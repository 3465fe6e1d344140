import PostilModel

/// Steps of the undo log as JSON.
enum UndoCodec {
  /// A step as text.
  static func text(_ entry: UndoEntry) -> String {
    var object = JSONObject([
      ("task", .integer(Int64(entry.task))), ("label", .string(entry.label)), ("at", .integer(entry.at.milliseconds)),
      ("before", value(entry.before)),
    ])
    object["after"] = entry.after.map(value)
    object["question"] = entry.question.map { .string($0) }
    return object.jsonText
  }

  /// What `text` wrote.
  static func entry(_ value: JSONValue) -> UndoEntry? {
    guard let object = value.object, let task = object["task"]?.int, let at = object["at"]?.int,
      let before = object["before"].flatMap(snapshot)
    else { return nil }
    var after: AnnotationSnapshot?
    if let written = object["after"] {
      after = snapshot(written)
      if after == nil { return nil }
    }
    return UndoEntry(
      task: task, label: object["label"]?.string ?? "", at: Timestamp(milliseconds: Int64(at)), before: before,
      after: after, question: object["question"]?.string)
  }

  private static func value(_ snapshot: AnnotationSnapshot) -> JSONValue {
    var object = JSONObject([("stored", .object(AnnotationCodec.object(snapshot.stored)))])
    object["draft"] = snapshot.draft.map { draft in
      .object(JSONObject(draft.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }))
    }
    return .object(object)
  }

  private static func snapshot(_ value: JSONValue) -> AnnotationSnapshot? {
    guard let object = value.object, let stored = object["stored"].flatMap(AnnotationCodec.annotation) else {
      return nil
    }
    let draft = object["draft"]?.object.map { draft in
      Dictionary(draft.members.map { ($0.key, $0.value) }, uniquingKeysWith: { _, last in last })
    }
    return AnnotationSnapshot(stored: stored, draft: draft)
  }
}
