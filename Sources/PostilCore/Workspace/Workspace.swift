import Dispatch
public import PostilModel
public import PostilStore

/// The session with its session file and its project: does what the session asks for. Belongs to one thread.
///
/// Local writes are done before `perform` returns, so that they are on disk before the frame that shows them. What
/// touches the project is done elsewhere; `wake` is called when something has come back, and `takeReplies` takes it.
public final class Workspace {
  /// How long a save that failed waits before it is tried again, in milliseconds.
  public static let retryDelay: Int64 = 3000

  /// The annotator's working state.
  public private(set) var session: Session
  /// When `retry` is to be called, if nothing else happens; nil when nothing waits.
  public private(set) var retryAt: Timestamp?

  private let sessionFile: SessionFile
  private let worker: ProjectWorker
  private let mailbox: Mailbox<SessionReply>
  private let clock: () -> Timestamp
  private let housekeeping = DispatchQueue(label: "postil.housekeeping", qos: .utility)
  private var writesSinceFolding = 0
  /// Writes that can wait for the next one.
  private var deferred: [SessionWrite] = []
  /// Writes that the session file has not taken, oldest first.
  private var unwritten: [SessionWrite] = []

  /// Joins a session's beginnings with its files.
  ///
  /// - Parameter folder: Where `postil.toml` is, so that a change of its plan takes effect; nil where it cannot change.
  public init(
    setup: SessionSetup, store: ProjectStore, sessionFile: SessionFile, folder: ProjectFolder? = nil,
    clock: @escaping () -> Timestamp, wake: @escaping @Sendable () -> Void
  ) {
    session = Session(setup)
    self.sessionFile = sessionFile
    self.clock = clock
    mailbox = Mailbox(wake: wake)
    worker = ProjectWorker(
      store: store, annotator: setup.annotator, project: setup.project, desk: setup.deskNumber,
      watch: ProjectWatch(setup.project, in: folder), mailbox: mailbox)
  }

  /// Opens the first task.
  public func start() { run(session.start(at: clock())) }

  /// Does what the annotator asked for.
  public func perform(_ action: SessionAction) { run(session.apply(action, at: clock())) }

  /// Takes what has come back. Returns true when there was something.
  @discardableResult
  public func takeReplies() -> Bool {
    let replies = mailbox.takeAll()
    for reply in replies {
      switch reply {
      case .notSaved, .notAsked(_, _, isFinal: false):
        retryAt = Timestamp(milliseconds: clock().milliseconds + Self.retryDelay)
      case .saved: retryAt = nil
      default: break
      }
      run(session.receive(reply, at: clock()))
    }
    return !replies.isEmpty
  }

  /// Tries again to send what waits, and to write what the session file did not take.
  public func retry() {
    retryAt = nil
    if !unwritten.isEmpty { write([]) }
    run(session.retryDelivery())
  }

  /// Notes that the annotator pressed a key, whatever it leads to: somebody is there, and the tasks stay theirs.
  public func noteKey() {
    if session.work != nil { session.noteKey(at: clock()) }
  }

  /// When `wake` is to be called, if nothing else happens; nil when nothing waits.
  public var wakesAt: Timestamp? {
    guard let due = session.wakesAt else { return retryAt }
    return retryAt.map { min($0, due) } ?? due
  }

  /// Does what is due: tries again what waits, tells that somebody is there, looks whether there is something to do.
  public func wake() {
    let now = clock()
    if let retryAt, retryAt <= now { retry() }
    run(session.tick(at: now))
  }

  /// Waits until nothing is under way, taking replies as they come. For programs without a screen, and for leaving.
  /// Returns false when `seconds` have passed before that.
  @discardableResult
  public func settle(seconds: Double = 10) -> Bool {
    while worker.wait(seconds: seconds) {
      guard takeReplies() else { return true }
    }
    return false
  }

  /// Ends what is open, sends what can be sent, and brings the session file up to date. Returns what is to be told once
  /// the screen is closed.
  @discardableResult
  public func close() -> Leaving {
    perform(.endEdit)
    run(session.keepActiveTime())
    settle(seconds: 2)
    write([])
    worker.giveBack(keeping: session.keptOnLeaving)
    _ = worker.wait(seconds: 2)
    var leaving = Leaving()
    if case .unsafe(let reason) = session.saving { leaving.unsafeReason = reason }
    leaving.waiting = session.outbox.count
    if leaving.waiting > 0 { leaving.waitingReason = session.outboxProblem ?? "the project has not answered in time" }
    do throws(StoreError) { try sessionFile.checkpoint() } catch { leaving.foldingProblem = error.description }
    return leaving
  }

  /// Does what the session wants: first all local writes, as one transaction, then the rest in order.
  private func run(_ effects: [SessionEffect]) {
    guard !effects.isEmpty else { return }
    let writes = effects.flatMap { if case .write(let writes) = $0 { writes } else { [SessionWrite]() } }
    if writes.allSatisfy({ if case .delivered = $0 { true } else { false } }) {
      // What has been delivered is told to the session file along with its next write: should the program be killed
      // before, the save is delivered once more and known by its token.
      deferred += writes
    } else {
      write(writes)
    }
    for effect in effects {
      switch effect {
      case .write: break
      case .fetchUndo(let position, let direction):
        let entry = try? sessionFile.undoEntry(at: position)
        run(session.receive(.undoEntry(entry, direction), at: clock()))
      case .fetchDraft(let task): fetchDraft(of: task)
      case .loadAssigned, .claim, .renew, .ask, .takeBackAsk, .markSeen: worker.takeHanded(effect, at: clock())
      default: worker.take(effect, at: clock())
      }
    }
  }

  private func fetchDraft(of task: Int) {
    do throws(StoreError) {
      var draft = try sessionFile.draft(task)
      for write in unwritten { write.change(draft: &draft, of: task) }
      run(session.receive(.draft(task: task, draft), at: clock()))
    } catch {
      run(session.receive(.failed("The draft of #\(task) cannot be read: \(error)"), at: clock()))
    }
  }

  /// Writes in order: what could not be written before goes first. A write that fails stays in memory, and the session
  /// says so until it is through.
  private func write(_ writes: [SessionWrite]) {
    unwritten += deferred + writes
    deferred = []
    guard !unwritten.isEmpty else { return }
    do throws(StoreError) {
      try sessionFile.apply(unwritten)
      unwritten = []
      foldLogNowAndThen()
      if case .unsafe = session.saving { run(session.receive(.sessionFile(problem: nil), at: clock())) }
    } catch {
      retryAt = Timestamp(milliseconds: clock().milliseconds + Self.retryDelay)
      run(session.receive(.sessionFile(problem: error.description), at: clock()))
    }
  }

  /// Folds the session file's log into the file, on another thread, before it grows large.
  private func foldLogNowAndThen() {
    writesSinceFolding += 1
    guard writesSinceFolding >= 512 else { return }
    writesSinceFolding = 0
    housekeeping.async { [sessionFile] in
      // A log that could not be folded now is folded later; nothing is lost by it.
      try? sessionFile.checkpoint()
    }
  }
}
