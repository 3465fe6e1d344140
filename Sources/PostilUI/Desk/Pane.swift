/// The parts of the desk that can have the focus.
public enum Pane: String, Sendable, Hashable, CaseIterable {
  /// The list of tasks.
  case queue
  /// How to judge.
  case guidelines
  /// The record.
  case task
  /// The responses of a record that has a `candidates` field.
  case candidates
  /// What is asked about it.
  case questions

  /// The heading.
  var title: String {
    switch self {
    case .queue: "Queue"
    case .guidelines: "Guidelines"
    case .task: "Task"
    case .candidates: "Responses"
    case .questions: "Questions"
    }
  }
}
