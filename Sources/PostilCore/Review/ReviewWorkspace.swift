public import PostilModel
public import PostilStore

/// A review session with its project: does what the session asks for. Belongs to one thread.
///
/// What touches the project is done on another one; `wake` is called when something has come back, and `takeReplies` takes
/// it.
public final class ReviewWorkspace {
  /// The reviewer's working state.
  public private(set) var session: ReviewSession
  private let worker: ReviewWorker
  private let mailbox: Mailbox<ReviewReply>
  private let clock: () -> Timestamp

  /// Joins a session's beginnings with its project.
  ///
  /// - Parameter folder: Where `postil.toml` is, so that a change of its plan takes effect; nil where it cannot change.
  public init(
    setup: ReviewSetup, store: ProjectStore, folder: ProjectFolder? = nil, clock: @escaping () -> Timestamp,
    wake: @escaping @Sendable () -> Void
  ) {
    session = ReviewSession(setup)
    mailbox = Mailbox(wake: wake)
    self.clock = clock
    worker = ReviewWorker(store: store, setup: setup, folder: folder, mailbox: mailbox)
  }

  /// Reads the first rows.
  public func start() { run(session.start(at: clock())) }

  /// Does what the reviewer asked for.
  public func perform(_ action: ReviewAction) { run(session.apply(action, at: clock())) }

  /// Takes what has come back. Returns true when there was something.
  @discardableResult
  public func takeReplies() -> Bool {
    let replies = mailbox.takeAll()
    for reply in replies { run(session.receive(reply, at: clock())) }
    return !replies.isEmpty
  }

  /// Waits until nothing is under way, taking replies as they come. Returns false when `seconds` have passed before that.
  @discardableResult
  public func settle(seconds: Double = 10) -> Bool {
    while worker.wait(seconds: seconds) {
      guard takeReplies() else { return true }
    }
    return false
  }

  /// Waits for what is being written. Returns what is to be told once the screen is closed.
  public func close() -> Leaving {
    worker.stopReading()
    let waited = worker.waitForWrites(seconds: 30)
    takeReplies()
    var leaving = Leaving()
    if !waited, session.savesUnderWay > 0 {
      leaving.unsafeReason = "the project has not answered in time"
    } else if let failure = session.lastFailure {
      leaving.unsafeReason = failure
    }
    return leaving
  }

  private func run(_ effects: [ReviewEffect]) {
    for effect in effects { worker.take(effect, at: clock()) }
  }
}
