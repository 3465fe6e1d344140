/// The words before the colon in the review queue's filter language.
public enum ReviewFilterKey: String, Sendable, Hashable, CaseIterable {
  /// How far a task's review is.
  case state
  /// A question about which people differ.
  case question
  /// An answer that somebody gave.
  case label
  /// Somebody who has answered.
  case annotator
  /// Whether somebody is not sure.
  case flag
  /// Whether somebody missed the known answer.
  case gold
  /// Whether somebody answered too fast.
  case fast

  /// What it filters by, in a few words.
  public var help: String {
    switch self {
    case .state: "how far the review is"
    case .question: "people differ about this question"
    case .label: "somebody gave this label, or number"
    case .annotator: "somebody has answered"
    case .flag: "somebody is not sure"
    case .gold: "somebody missed the known answer"
    case .fast: "somebody was too fast for the text"
    }
  }
}
