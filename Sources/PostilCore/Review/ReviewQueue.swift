public import PostilModel

/// The review queue as far as it was read: rows by disagreement, and the cursor. It is read in pages by key as the cursor
/// goes down, so a million tasks cost as little as ten.
public struct ReviewQueue: Sendable {
  /// Rows in a page.
  public static let pageSize = 128
  /// The next page is asked for when the cursor is so near the end of what was read.
  static let margin = 64

  /// What the queue is narrowed to.
  public internal(set) var filter: ReviewFilter
  /// The rows that were read, in order.
  public private(set) var rows: [TaskStanding] = []
  /// The place of the cursor, from 0.
  public internal(set) var cursor = 0
  /// Whether the rows are all that there are.
  public internal(set) var isComplete = false
  /// Changes with every change of the list or of a row.
  public private(set) var revision = 0
  /// Counts the lists so far: rows of an older one are dropped.
  var generation = 0
  /// Whether a page is on its way.
  var isReading = false
  private var places: [Int: Int] = [:]
  /// Where the next page begins: rows are decided upon meanwhile, so what was read is remembered.
  private(set) var end: StandingPlace?

  init(filter: ReviewFilter) { self.filter = filter }

  /// How many rows were read.
  public var count: Int { rows.count }

  /// The place of a task; nil when it was not read.
  public func rank(of number: Int) -> Int? { places[number] }

  /// The row at a place.
  public func row(at rank: Int) -> TaskStanding? { rows.indices.contains(rank) ? rows[rank] : nil }

  /// Whether the next page is due.
  var wantsMore: Bool { !isComplete && !isReading && cursor + Self.margin >= count }

  /// Begins a list anew.
  mutating func restart() {
    generation += 1
    revision &+= 1
    (rows, places, end) = ([], [:], nil)
    (isComplete, isReading) = (false, false)
  }

  /// Adds a page.
  mutating func append(_ page: [TaskStanding], isLast: Bool) {
    isReading = false
    isComplete = isLast || page.isEmpty
    revision &+= 1
    if let last = page.last { end = StandingPlace(disagreement: last.disagreement, task: last.number) }
    // A task that was measured anew between two pages may come twice.
    for row in page where places[row.number] == nil {
      places[row.number] = rows.count
      rows.append(row)
    }
  }

  /// Changes the row of a task where it was read.
  mutating func update(_ number: Int, _ change: (inout TaskStanding) -> Void) {
    guard let rank = places[number] else { return }
    revision &+= 1
    change(&rows[rank])
  }

  /// The next place in a direction whose task has no final answer; nil when there is none among what was read.
  func unsettled(from rank: Int, step: Int) -> Int? {
    var place = rank + step
    while rows.indices.contains(place) {
      if rows[place].state != .resolved { return place }
      place += step
    }
    return nil
  }
}
