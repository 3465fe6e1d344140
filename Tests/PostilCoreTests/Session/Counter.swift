import Synchronization

/// Tokens `t1`, `t2`, … in place of random ones.
final class Counter: Sendable {
  private let value = Mutex(0)

  func next() -> String {
    value.withLock {
      $0 += 1
      return "t\($0)"
    }
  }
}
