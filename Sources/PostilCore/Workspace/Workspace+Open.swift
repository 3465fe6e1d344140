public import PostilModel
public import PostilStore

extension Workspace {
  /// Opens an annotator's desk at a project: adopts what a dead desk left, and reads what the session begins with.
  ///
  /// - Parameters:
  ///   - folder: Where `postil.toml` is, so that a change of its plan takes effect; nil where it cannot change.
  ///   - makeToken: Makes random tokens, unlike any other.
  ///   - timeText: Writes a moment as a date and time, `2026-01-31 09:05`; in UTC when it is nil.
  public convenience init(
    project: Project, annotator: String, guidelines: Guidelines, readOnlyReason: String?, store: ProjectStore,
    sessionFile: SessionFile, folder: ProjectFolder? = nil, makeToken: @escaping @Sendable () -> String,
    clock: @escaping () -> Timestamp,
    timeText: (@Sendable (Timestamp) -> String)? = nil, wake: @escaping @Sendable () -> Void
  ) throws(StoreError) {
    _ = try sessionFile.adoptLeftWork()
    var setup = SessionSetup(
      project: project, annotator: annotator, guidelines: guidelines, progress: try store.progress(of: annotator),
      makeToken: makeToken)
    if let timeText { setup.timeText = timeText }
    setup.readOnlyReason = readOnlyReason
    setup.orderSeed = store.identifier
    setup.deskNumber = sessionFile.slot
    setup.drafts = Set(try sessionFile.drafts())
    setup.remembered = try sessionFile.places()
    setup.outbox = try sessionFile.outbox()
    if project.assignment == nil { setup.returned = try store.returned(to: annotator) }
    setup.undoPosition = sessionFile.undoPosition
    setup.undoCount = sessionFile.undoCount
    self.init(setup: setup, store: store, sessionFile: sessionFile, folder: folder, clock: clock, wake: wake)
  }
}
