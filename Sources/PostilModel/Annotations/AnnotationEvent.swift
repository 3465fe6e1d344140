/// One line of a task's history: what somebody did to it, and what the annotation was afterwards.
public struct AnnotationEvent: Sendable, Hashable {
  /// What was done.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Answers were submitted for the first time.
    case submitted
    /// A saved annotation was changed and submitted again.
    case revised
    /// The task was passed over.
    case skipped
    /// Only the mark "unsure" or the comment was changed.
    case marked
    /// A save was taken back by undo.
    case retracted
    /// An undo was taken back by redo.
    case restored
    /// It came with an import.
    case imported
  }

  /// The event's number in the project's log.
  public var number: Int
  /// When.
  public var at: Timestamp
  /// Who.
  public var annotator: String
  /// The task's number.
  public var task: Int
  /// What.
  public var kind: Kind
  /// The annotation after the event.
  public var annotation: Annotation

  /// An event of the given parts.
  public init(number: Int, at: Timestamp, annotator: String, task: Int, kind: Kind, annotation: Annotation) {
    self.number = number
    self.at = at
    self.annotator = annotator
    self.task = task
    self.kind = kind
    self.annotation = annotation
  }
}
