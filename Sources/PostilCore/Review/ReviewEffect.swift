public import PostilModel

/// What a review session wants done outside itself. All of it touches the project and is done on another thread, which
/// answers with a `ReviewReply`.
public enum ReviewEffect: Sendable {
  /// Measure some of the tasks whose answers have changed.
  case refresh
  /// Read rows of the queue after a place.
  case loadRows(ReviewFilter, after: StandingPlace?, generation: Int)
  /// Read tasks with all that was said about them.
  case loadTasks([Int])
  /// Read who did what to a task.
  case loadHistory(task: Int)
  /// Look for the task of an id.
  case findTask(id: String)
  /// Write decisions, all of a step's in order.
  case decide([ReviewDecision], at: Timestamp, delivery: Int)
  /// Accept all unanimous tasks but those that one of these people has answered.
  case acceptUnanimous(at: Timestamp, except: Set<String>, delivery: Int)
  /// Read the counters.
  case loadTotals
  /// Work out how the project stands: agreement, pace, everybody's part.
  case makeReport(at: Timestamp)
}
