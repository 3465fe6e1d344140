/// The words before the colon in the queue's filter language. Names of questions may stand there too.
public enum QueueFilterKey: String, Sendable, Hashable, CaseIterable {
  /// How far a task is.
  case state
  /// A label, of whichever question.
  case label
  /// Any answer, of whichever question.
  case answer
  /// Marked as unsure.
  case flag
  /// Whether there is a suggestion, and whether the answer agrees with it.
  case suggestion
  /// Whether there is a comment.
  case comment
  /// The order.
  case sort

  /// What it filters by, in a few words.
  public var help: String {
    switch self {
    case .state: "how far a task is"
    case .label: "a label that was given, to whichever question"
    case .answer: "an answer that was given, to whichever question"
    case .flag: "marked as unsure"
    case .suggestion: "with or without a suggestion, or the answer differs from it"
    case .comment: "with or without a comment"
    case .sort: "the order; a minus before it turns it round"
    }
  }

  /// The words that may stand after the colon; empty where answers do.
  public var values: [String] {
    switch self {
    case .state: AnnotationState.allCases.map(\.rawValue)
    case .label, .answer: []
    case .flag, .comment: ["yes", "no"]
    case .suggestion: ["yes", "no", "disagree", "agree"]
    case .sort: QueueFilter.Order.allCases.flatMap { [$0.rawValue, "-" + $0.rawValue] }
    }
  }
}
