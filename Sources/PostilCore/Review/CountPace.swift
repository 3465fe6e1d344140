/// Keeps counts that take their time a second apart: they are shown, and nobody waits for them.
struct CountPace {
  /// What takes longer is not done twice in a second. In nanoseconds.
  static let slow: UInt64 = 20_000_000
  private static let second: UInt64 = 1_000_000_000
  private var end: UInt64 = 0
  private var isSlow = false

  /// How long to wait before counting again, at a moment of a clock that never goes back. In nanoseconds.
  func delay(at now: UInt64) -> UInt64 {
    isSlow && now < end + Self.second ? end + Self.second - now : 0
  }

  /// Notes a count.
  mutating func note(from start: UInt64, to end: UInt64) {
    self.end = end
    isSlow = end - start > Self.slow
  }
}
