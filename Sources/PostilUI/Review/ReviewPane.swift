/// The parts of the review desk that can have the focus.
enum ReviewPane: String, Sendable, Hashable, CaseIterable {
  /// The tasks by disagreement.
  case queue
  /// The record.
  case task
  /// What each has said about it.
  case answers

  /// The heading.
  var title: String {
    switch self {
    case .queue: "Queue"
    case .task: "Task"
    case .answers: "Answers"
    }
  }
}
