/// How many tasks stand how.
public struct ReviewTotals: Sendable, Hashable {
  /// Tasks in the project.
  public var tasks: Int
  /// Tasks that have their answers and whose answers differ.
  public var toSettle: Int
  /// Tasks of which something was sent back and has not been answered.
  public var sentBack: Int
  /// Tasks that have their answers, all the same, and no final one yet.
  public var unanimous: Int
  /// Those of them that were looked at.
  public var unanimousChecked: Int
  /// Tasks that have their final answers.
  public var resolved: Int
  /// Saves in the whole project so far: the number in `saved #N`.
  public var saves: Int

  /// A reading of the counters.
  public init(
    tasks: Int = 0, toSettle: Int = 0, sentBack: Int = 0, unanimous: Int = 0, unanimousChecked: Int = 0,
    resolved: Int = 0, saves: Int = 0
  ) {
    self.tasks = tasks
    self.toSettle = toSettle
    self.sentBack = sentBack
    self.unanimous = unanimous
    self.unanimousChecked = unanimousChecked
    self.resolved = resolved
    self.saves = saves
  }

  /// How many unanimous tasks are still to be looked at before the rest can be accepted in one go.
  ///
  /// - Parameter share: the share that must be looked at, 0 to 1.
  public func missingChecks(share: Double) -> Int {
    max(0, Int((share * Double(unanimous)).rounded(.up)) - unanimousChecked)
  }
}
