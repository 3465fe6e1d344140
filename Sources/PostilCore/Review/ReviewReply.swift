public import PostilModel

/// What comes back to a review session from the project.
public enum ReviewReply: Sendable {
  /// So many tasks were measured, and whether these were all.
  case refreshed(measured: Int, isDone: Bool)
  /// Rows of the queue in order, and whether they are the last.
  case rows([TaskStanding], isLast: Bool, generation: Int)
  /// Rows that could not be read.
  case rowsFailed(reason: String, generation: Int)
  /// Tasks with all that was said about them.
  case tasks([ReviewTask])
  /// Tasks that could not be read.
  case tasksFailed([Int], reason: String)
  /// Who did what to a task.
  case history(TaskLog)
  /// The task of an id; nil when there is none.
  case found(id: String, task: Int?)
  /// The decisions of a delivery are in the project.
  case decided(delivery: Int)
  /// They are not, for this reason; what they are about is to be read again. `isOvertaken` when somebody else was quicker.
  case notDecided(delivery: Int, reason: String, isOvertaken: Bool = false)
  /// Unanimous tasks were accepted; so many were left to others as they are the reviewer's own.
  case unanimousAccepted(tasks: [Int], leftOut: Int, delivery: Int)
  /// The counters.
  case totals(ReviewTotals)
  /// How the project stands.
  case report(ProjectReport)
  /// Why that could not be worked out.
  case reportFailed(String)
  /// `postil.toml` has changed: what is to be told of it, and the project by its new plan where that is another one.
  case projectFile(ProjectNews?, Project?)
  /// Something else that the reviewer must know.
  case failed(String)
}
