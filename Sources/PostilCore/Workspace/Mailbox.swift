import Synchronization

/// Where other threads leave replies for the one that owns a session.
final class Mailbox<Reply: Sendable>: Sendable {
  private let replies = Mutex<[Reply]>([])
  private let wake: @Sendable () -> Void

  /// A mailbox that calls `wake` (from whatever thread) when something has come.
  init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

  func post(_ reply: Reply) {
    replies.withLock { $0.append(reply) }
    wake()
  }

  func takeAll() -> [Reply] {
    replies.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
  }
}
