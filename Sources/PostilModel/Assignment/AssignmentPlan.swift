/// How a project hands its tasks out: the table `[queue]` of `postil.toml`. A project without it hands nothing out:
/// everybody sees all tasks.
public struct AssignmentPlan: Sendable, Hashable {
  /// What annotators are told of their answers to gold tasks.
  public enum Feedback: String, Sendable, Hashable, CaseIterable {
    /// Nothing.
    case none
    /// The known answer, after each submit that differs from it.
    case immediate
  }

  /// The qualification that comes before the queue.
  public struct Qualification: Sendable, Hashable {
    /// The share of the qualification tasks that must be answered right.
    public var passMark: Double

    /// A qualification.
    public init(passMark: Double) { self.passMark = passMark }
  }

  /// How many people's answers each task wants.
  public var annotatorsPerTask = 1
  /// How long after the last sign of life a task stays somebody's, in milliseconds.
  public var leaseMilliseconds: Int64 = 30 * 60_000
  /// In which order.
  public var order = AssignmentOrder.imported
  /// What the shuffled order is drawn from.
  public var seed = 0
  /// Shares by metadata; what they leave is for all the others.
  public var quotas: [Quota] = []
  /// What every task needs that does not say otherwise in its metadata key `needs`.
  public var needs: Skill?
  /// What somebody must have who is asked about a task that needs nothing itself; nil when only tasks with a need can be
  /// asked about.
  public var asks: Skill?
  /// Whether a task that is submitted with the mark "unsure" gets one more annotator.
  public var addsOneWhenFlagged = false
  /// The share of gold tasks among those handed out, 0 to 0.5.
  public var goldRate = 0.0
  /// What is told about gold.
  public var feedback = Feedback.none
  /// What must be passed first; nil for nothing.
  public var qualification: Qualification?
  /// The most tasks that somebody may submit in a day; nil for any number.
  public var capPerDay: Int?
  /// When the work ends; nil for never.
  public var deadline: Timestamp?

  /// A plan that hands tasks out as imported, to one annotator each.
  public init() {}
}
