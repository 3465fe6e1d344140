/// Which tasks a queue shows, and in which order. Everything given must hold at once.
public struct QueueFilter: Sendable, Hashable {
  /// A condition on an answer: any question's when `question` is nil.
  public struct AnswerCondition: Sendable, Hashable {
    /// The question's name, or nil for any.
    public var question: String?
    /// The label (or number, or rating) as text.
    public var value: String

    /// A condition.
    public init(question: String? = nil, value: String) {
      self.question = question
      self.value = value
    }
  }

  /// The orders a queue can have.
  public enum Order: String, Sendable, Hashable, CaseIterable {
    /// As imported.
    case number
    /// By id, as text.
    case id
    /// Changed last first; untouched tasks after them.
    case changed
    /// Longest first.
    case length
    /// Lowest suggestion score first; tasks without one last.
    case uncertain
  }

  /// The states wanted; empty for all.
  public var states: Set<AnnotationState> = []
  /// Answers wanted.
  public var answers: [AnswerCondition] = []
  /// Only tasks marked unsure (true), only unmarked ones (false), or both (nil).
  public var isFlagged: Bool?
  /// Only tasks with (true) or without (false) a suggestion.
  public var hasSuggestion: Bool?
  /// Only tasks whose submitted answer differs from a suggestion (true) or agrees with all (false).
  public var disagreesWithSuggestion: Bool?
  /// Only tasks with a comment (true) or without one (false).
  public var hasComment: Bool?
  /// Words that must all occur in the task's fields or id, letter case ignored.
  public var words: [String] = []
  /// The order.
  public var order: Order = .number
  /// The order turned round.
  public var isDescending = false

  /// All tasks, as imported.
  public init() {}

  /// True when the order is that of import.
  public var isByNumber: Bool { order == .number && !isDescending }

  /// True when it is all tasks as imported.
  public var isEverything: Bool { self == QueueFilter() }
}
