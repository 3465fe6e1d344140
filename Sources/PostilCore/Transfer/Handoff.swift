import Dispatch
import Synchronization

/// A queue between two threads.
final class Handoff<Item: Sendable>: Sendable {
  private let items = Mutex<[Item]>([])
  private let filled = DispatchSemaphore(value: 0)

  /// Puts an item at the end.
  func put(_ item: Item) {
    items.withLock { $0.append(item) }
    filled.signal()
  }

  /// Takes the first item; waits until there is one, or until some time has passed.
  func take(waiting milliseconds: Int? = nil) -> Item? {
    if let milliseconds {
      guard filled.wait(timeout: .now() + .milliseconds(milliseconds)) == .success else { return nil }
    } else {
      filled.wait()
    }
    return items.withLock { $0.isEmpty ? nil : $0.removeFirst() }
  }
}
