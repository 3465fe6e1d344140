/// A place in the order of the pool.
struct PoolPlace: Hashable, Comparable {
  var position: Double
  var task: Int

  /// Before all tasks.
  static let start = PoolPlace(position: -.greatestFiniteMagnitude, task: 0)
  /// Behind all tasks.
  static let end = PoolPlace(position: .greatestFiniteMagnitude, task: .max)

  /// The place just before this one.
  var before: PoolPlace { PoolPlace(position: position, task: task - 1) }

  static func < (one: PoolPlace, other: PoolPlace) -> Bool {
    (one.position, one.task) < (other.position, other.task)
  }
}
