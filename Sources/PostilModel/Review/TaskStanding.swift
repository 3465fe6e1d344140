/// How a task stands among its answers: a row of the review queue.
public struct TaskStanding: Sendable, Hashable {
  /// How far its review is.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// It has fewer answers than it wants.
    case waiting
    /// It has its answers and they differ.
    case toSettle = "to-settle"
    /// It has its answers and they are all the same.
    case unanimous
    /// Something was sent back and has not been answered.
    case sentBack = "sent-back"
    /// It has its final answer.
    case resolved
  }

  /// The task's number.
  public var number: Int
  /// The task's id.
  public var id: String
  /// The beginning of its first text: data, so clean it before it is shown.
  public var preview: String
  /// How far its review is.
  public var state: State
  /// How many people have answered.
  public var answers: Int
  /// How much they differ: the mean over questions of the mean difference of two answers, 0 (all the same) to 1.
  public var disagreement: Double
  /// Where they differ, most first: `2:1 feeling`, `3 ways why`.
  public var reasons: [String]
  /// How many are not sure.
  public var flags: Int
  /// How many missed the known answer; 0 where none is known.
  public var goldMissed: Int
  /// Whether a known answer is there.
  public var isGold: Bool
  /// How many answered faster than the text can be read.
  public var tooFast: Int
  /// Whether it has been looked at among the unanimous ones.
  public var isChecked: Bool

  /// A row of the given parts.
  public init(
    number: Int, id: String, preview: String, state: State = .waiting, answers: Int = 0, disagreement: Double = 0,
    reasons: [String] = [], flags: Int = 0, goldMissed: Int = 0, isGold: Bool = false, tooFast: Int = 0,
    isChecked: Bool = false
  ) {
    self.number = number
    self.id = id
    self.preview = preview
    self.state = state
    self.answers = answers
    self.disagreement = disagreement
    self.reasons = reasons
    self.flags = flags
    self.goldMissed = goldMissed
    self.isGold = isGold
    self.tooFast = tooFast
    self.isChecked = isChecked
  }
}
