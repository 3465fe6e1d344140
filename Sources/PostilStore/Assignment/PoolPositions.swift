import PostilModel

/// Where tasks stand in an order, read once for many of them.
struct PoolPositions {
  private let order: AssignmentOrder
  private let seed: Int
  private let first: Int
  /// Lowest scores, or places by disagreement, of the tasks from `first` on; empty where the order does not look at them.
  private var measures: [Double] = []

  /// Behind all tasks that have what the order looks at.
  static let last = 1e300

  /// The positions of some tasks by a plan.
  init(_ plan: AssignmentPlan, tasks: ClosedRange<Int>, in connection: any SQLConnection) throws(StoreError) {
    order = plan.order
    seed = plan.seed
    first = tasks.lowerBound
    let sql: String
    switch plan.order {
    case .uncertainty:
      measures = [Double](repeating: Self.last, count: tasks.count)
      sql = "SELECT task, MIN(score) FROM suggestion WHERE task >= ? AND score IS NOT NULL GROUP BY task"
    case .disagreement:
      measures = [Double](repeating: 0, count: tasks.count)
      sql = "SELECT task, place FROM standing WHERE task >= ?"
    default: return
    }
    let statement = try connection.statement(sql)
    statement.bind(first, at: 0)
    defer { statement.reset() }
    while try statement.step() {
      let place = statement.integer(0) - first
      if measures.indices.contains(place) { measures[place] = statement.double(1) }
    }
  }

  /// Where a task stands.
  func position(ofTask task: Int, priority: Double?, taken: Int) -> Double {
    switch order {
    case .imported: Double(task)
    case .shuffled: Self.position(ofTask: task, seed: seed)
    case .priority: priority.map { -$0 } ?? Self.last
    case .fewestAnswers: Double(taken)
    case .disagreement, .uncertainty: measures[task - first]
    }
  }

  /// Where a task stands by its disagreement.
  static func position(disagreement: Double) -> Double { 0 - disagreement }

  /// Where a task stands in a shuffled order: a number from 0 to below 1 (SplitMix64; Steele, Lea and Flood 2014).
  private static func position(ofTask task: Int, seed: Int) -> Double {
    var value = Mixing.mixed(UInt64(truncatingIfNeeded: seed) &+ Mixing.increment)
    value = Mixing.mixed(value ^ UInt64(truncatingIfNeeded: task) &* Mixing.increment)
    return Double(value >> 11) / Double(1 << 53)
  }
}
