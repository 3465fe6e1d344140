public import PostilModel

/// A question to somebody who has a skill, on its way to the project: kept with the session until it is there.
public struct Asking: Sendable, Hashable {
  /// The place in the session file.
  static let key = "asks"

  /// The place of those that could not be sent.
  static let refusedKey = "refused_asks"

  /// A random text that names it, so that one delivered twice is asked once.
  public var token: String
  /// The task's number.
  public var task: Int
  /// What the annotator is not sure about; may be empty.
  public var note: String
  /// When.
  public var at: Timestamp

  /// A question.
  public init(token: String, task: Int, note: String, at: Timestamp) {
    self.token = token
    self.task = task
    self.note = note
    self.at = at
  }

  /// As the session file keeps it.
  var json: JSONValue {
    .array([.string(token), .integer(Int64(task)), .string(note), .integer(at.milliseconds)])
  }

  /// Reads what `json` wrote; nil for anything else.
  init?(_ value: JSONValue) {
    guard let parts = value.array, parts.count == 4, let token = parts[0].string, let task = parts[1].int,
      let note = parts[2].string, let at = parts[3].int
    else { return nil }
    self.init(token: token, task: task, note: note, at: Timestamp(milliseconds: Int64(at)))
  }

  /// All that a session file keeps.
  static func all(_ value: JSONValue?) -> [Asking] { (value?.array ?? []).compactMap(Asking.init) }
}
