public import PostilModel

/// One step that can be undone.
public struct UndoEntry: Sendable, Hashable {
  /// What was changed.
  public enum Kind: String, Sendable, Hashable {
    /// Only the draft.
    case draft
    /// What the project holds.
    case saved
  }

  /// The task's number.
  public var task: Int
  /// What was changed.
  public var kind: Kind
  /// The annotation before.
  public var before: Annotation
  /// The annotation after.
  public var after: Annotation
  /// The step in a few words, for the message line.
  public var label: String
  /// When.
  public var at: Timestamp

  /// A step of the given parts.
  public init(task: Int, kind: Kind, before: Annotation, after: Annotation, label: String, at: Timestamp) {
    self.task = task
    self.kind = kind
    self.before = before
    self.after = after
    self.label = label
    self.at = at
  }
}
