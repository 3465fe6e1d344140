public import PostilModel

/// Who did what to a task: the answers and what was decided, each earliest first.
public struct TaskLog: Sendable {
  /// The task's number.
  public let task: Int
  /// What was answered.
  public let events: [AnnotationEvent]
  /// What was done beside answering.
  public let decisions: [ManagementEvent]

  /// A log of the given parts.
  public init(task: Int, events: [AnnotationEvent], decisions: [ManagementEvent]) {
    self.task = task
    self.events = events
    self.decisions = decisions
  }
}
