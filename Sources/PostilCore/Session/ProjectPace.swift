import PostilModel

/// How fast all who work at a project finish its tasks, from what was left after each save of one of them. Pauses of this
/// one over five minutes do not count.
struct ProjectPace: Sendable {
  private static let window = 30
  private var readings: [(at: Timestamp, left: Int)] = []

  mutating func note(left: Int, at time: Timestamp) {
    readings.append((time, left))
    if readings.count > Self.window { readings.removeFirst() }
  }

  /// Hours that so many tasks take; nil before the fourth save, or while nothing gets less.
  func hours(forTasks count: Int) -> Double? {
    guard readings.count >= 4 else { return nil }
    var worked: Int64 = 0
    var finished = 0
    for (one, next) in zip(readings, readings.dropFirst()) {
      let gap = next.at.milliseconds - one.at.milliseconds
      guard gap >= 0, gap <= Pace.longestGap else { continue }
      worked += gap
      finished += one.left - next.left
    }
    guard finished > 0, worked > 0 else { return nil }
    return Double(count) * Double(worked) / Double(finished) / 3_600_000
  }
}
