public import PostilModel

/// One step that can be undone: what stood before it and after it, for one task.
public struct UndoEntry: Sendable, Hashable {
  /// The task's number.
  public var task: Int
  /// The step in a few words, for the message line.
  public var label: String
  /// When.
  public var at: Timestamp
  /// What stood before.
  public var before: AnnotationSnapshot
  /// What stood after; nil while the step is still open (a text that is being written).
  public var after: AnnotationSnapshot?
  /// The note of a question to somebody skilled, where the step is one; nil for all others.
  public var question: String?

  /// A step.
  public init(
    task: Int, label: String, at: Timestamp, before: AnnotationSnapshot, after: AnnotationSnapshot?,
    question: String? = nil
  ) {
    self.question = question
    self.task = task
    self.label = label
    self.at = at
    self.before = before
    self.after = after
  }
}
