import PostilModel

/// How fast somebody works, from the moments of the latest submits. Pauses over five minutes do not count.
public struct Pace: Sendable, Hashable {
  /// A pause longer than this is a break, in milliseconds.
  public static let longestGap: Int64 = 5 * 60 * 1000
  private static let window = 30
  private var moments: [Timestamp] = []

  /// No submits yet.
  public init() {}

  mutating func note(_ time: Timestamp) {
    moments.append(time)
    if moments.count > Self.window { moments.removeFirst() }
  }

  /// As a JSON value, for the session file.
  var value: JSONValue { .array(moments.map { .integer($0.milliseconds) }) }

  /// What `value` wrote.
  init(_ value: JSONValue?) {
    moments = (value?.array ?? []).suffix(Self.window).compactMap { $0.int.map { Timestamp(milliseconds: Int64($0)) } }
  }

  mutating func takeBack() { _ = moments.popLast() }

  /// Tasks an hour, or nil before the third submit.
  public var perHour: Double? {
    var worked: Int64 = 0
    var counted = 0
    for (one, next) in zip(moments, moments.dropFirst()) {
      let gap = next.milliseconds - one.milliseconds
      guard gap <= Self.longestGap else { continue }
      worked += max(gap, 0)
      counted += 1
    }
    guard counted >= 2, worked > 0 else { return nil }
    return Double(counted) * 3_600_000 / Double(worked)
  }

  /// Hours that the rest will take at this pace.
  public func hours(forTasks count: Int) -> Double? { perHour.map { Double(count) / $0 } }
}
