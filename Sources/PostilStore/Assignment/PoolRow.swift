/// A task of the pool.
struct PoolRow {
  /// The columns that `init(_:at:)` reads, in their order.
  static let columns = "p.task, p.position, p.quota, p.need, p.wanted, p.taken, p.settled"

  let task: Int
  /// Where it stands in the order; of two at one place, the lower number is first.
  var position: Double
  /// The number of its quota, from 1; 0 for what quotas leave.
  let quota: Int
  /// The number of what it needs; 0 for nothing.
  let need: Int
  /// How many annotators it wants.
  var wanted: Int
  /// How many places are taken.
  var taken: Int
  /// Whether it is gold, or has its final answer.
  var isSettled: Bool

  /// Whether there is a place for one more.
  var isFree: Bool { taken < wanted && !isSettled }

  /// How many places are free.
  var room: Int { isFree ? wanted - taken : 0 }

  /// Reads a row whose columns begin at `start`.
  init(_ row: any SQLStatement, at start: Int = 0) {
    task = row.integer(start)
    position = row.double(start + 1)
    quota = row.integer(start + 2)
    need = row.integer(start + 3)
    wanted = row.integer(start + 4)
    taken = row.integer(start + 5)
    isSettled = row.integer(start + 6) == 1
  }

  init(task: Int, position: Double, quota: Int, need: Int, wanted: Int, taken: Int, isSettled: Bool) {
    self.task = task
    self.position = position
    self.quota = quota
    self.need = need
    self.wanted = wanted
    self.taken = taken
    self.isSettled = isSettled
  }
}
