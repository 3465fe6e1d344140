import PostilModel

/// A clock for key scripts: stands still, and goes on by a fixed step with each key. So the pace on the screen is a
/// person's, and the same in each run.
final class ScriptClock {
  private(set) var now: Timestamp
  private let step: Int64

  /// - Parameter step: milliseconds a key.
  init(startingAt start: Timestamp, step: Int64) {
    now = start
    self.step = step
  }

  func advance() { now = Timestamp(milliseconds: now.milliseconds + step) }
}
