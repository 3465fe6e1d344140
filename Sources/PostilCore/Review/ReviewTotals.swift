import PostilModel

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
  /// Those of them that somebody has marked as checked.
  public var unanimousChecked: Int
  /// Tasks that have their final answers.
  public var resolved: Int
  /// The number of the latest event in the project's log, a save's or a decision's: the one in `saved #N`.
  public var lastEvent: Int

  /// A reading of the counters.
  public init(
    tasks: Int = 0, toSettle: Int = 0, sentBack: Int = 0, unanimous: Int = 0, unanimousChecked: Int = 0,
    resolved: Int = 0, lastEvent: Int = 0
  ) {
    self.tasks = tasks
    self.toSettle = toSettle
    self.sentBack = sentBack
    self.unanimous = unanimous
    self.unanimousChecked = unanimousChecked
    self.resolved = resolved
    self.lastEvent = lastEvent
  }
  /// Counts a task in or out by how it stands.
  mutating func count(_ row: TaskStanding, by one: Int) {
    switch row.state {
    case .toSettle: toSettle += one
    case .sentBack: sentBack += one
    case .resolved: resolved += one
    case .unanimous:
      unanimous += one
      if row.isChecked { unanimousChecked += one }
    case .waiting: break
    }
  }
}
