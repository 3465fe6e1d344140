/// How far people agree on a question.
public struct QuestionReport: Sendable, Hashable {
  /// The scale of its answers, which names the metric of alpha.
  public enum Scale: String, Sendable, Hashable, CaseIterable {
    /// Categories: the same or not.
    case nominal
    /// Steps with an order.
    case ordinal
    /// Numbers.
    case interval
    /// Orders, texts and the like, for which alpha has no metric here.
    case none
  }

  /// How far people agree on one label.
  public struct Label: Sendable, Hashable {
    /// The label's name.
    public var name: String
    /// How many answers have it.
    public var answers: Int
    /// Their share of all answers to the question, 0 to 1.
    public var share: Double
    /// Alpha of this label against all others.
    public var alpha: ReportMeasure
  }

  /// The question's name.
  public var name: String
  /// What annotators read.
  public var title: String
  /// The scale of its answers.
  public var scale: Scale
  /// Answers of people.
  public var answers: Int
  /// Tasks with two answers or more.
  public var comparedTasks: Int
  /// The share of agreeing pairs of answers, 0 to 1.
  public var percent: ReportMeasure
  /// Krippendorff's alpha.
  public var alpha: ReportMeasure
  /// The bootstrap's 95 % interval of alpha; nil where it cannot be told.
  public var interval: ClosedRange<Double>?
  /// By label, in the project's order; empty for questions without.
  public var labels: [Label]
}
