/// One line of a project's history: what was done to tasks and people beside judging.
public struct ManagementEvent: Sendable, Hashable {
  /// What was done.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Somebody came to the roster, or their entry was changed; told is the entry.
    case person
    /// A lead works as somebody else from here on.
    case actedAs = "acted_as"
    /// A task got its final answer; told is the resolution.
    case resolved
    /// A final answer was taken back.
    case unresolved
    /// An annotation was sent back with a comment.
    case sentBack = "sent_back"
    /// That was taken back.
    case sendBackDropped = "send_back_dropped"
    /// The annotator answered what was sent back.
    case replied
    /// An annotator asked somebody with a skill.
    case asked
    /// The annotator took that back before somebody was at it.
    case askDropped = "ask_dropped"
    /// The one who was asked answered.
    case answered
    /// One more annotator was asked for (told has how many a task wants now).
    case wanted
    /// A task became gold; told has the known answers.
    case gold
    /// A task is gold no more.
    case goldDropped = "gold_dropped"
    /// A unanimous task was looked at, or that was taken back.
    case checked
  }

  /// The event's number in the project's log.
  public var number: Int
  /// When.
  public var at: Timestamp
  /// Who did it; empty when it is not known.
  public var by: String
  /// The task's number; 0 when it is about none.
  public var task: Int
  /// What.
  public var kind: Kind
  /// What belongs to it.
  public var told: JSONObject

  /// An event of the given parts.
  public init(number: Int, at: Timestamp, by: String, task: Int = 0, kind: Kind, told: JSONObject = JSONObject()) {
    self.number = number
    self.at = at
    self.by = by
    self.task = task
    self.kind = kind
    self.told = told
  }
}
