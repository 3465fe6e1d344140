import Synchronization

/// Where other threads leave replies for the one that owns the session.
final class Mailbox: Sendable {
  private let replies = Mutex<[SessionReply]>([])
  private let wake: @Sendable () -> Void

  /// A mailbox that calls `wake` (from whatever thread) when something has come.
  init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

  func post(_ reply: SessionReply) {
    replies.withLock { $0.append(reply) }
    wake()
  }

  func takeAll() -> [SessionReply] {
    replies.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
  }
}
