/// What was measured of a task.
public struct StandingMeasure: Sendable, Hashable {
  /// How much the answers differ, 0 (all the same) to 1.
  public var disagreement: Double
  /// Where they differ, most first, in few words each.
  public var reasons: [String]
  /// The names of the questions whose answers differ.
  public var questions: [String]
  /// How many answered faster than the text can be read.
  public var tooFast: Int
  /// How many missed the known answer.
  public var goldMissed: Int

  /// A measurement.
  public init(
    disagreement: Double, reasons: [String] = [], questions: [String] = [], tooFast: Int = 0, goldMissed: Int = 0
  ) {
    self.disagreement = disagreement
    self.reasons = reasons
    self.questions = questions
    self.tooFast = tooFast
    self.goldMissed = goldMissed
  }
}
