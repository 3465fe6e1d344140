public import PostilModel
public import PostilStore

/// Makes the report of a project, in one pass over its judgements. It may take seconds on a large project, so make it off
/// the main thread.
public struct ProjectReporter: Sendable {
  private let project: Project
  private let store: ProjectStore

  /// A reporter on a project's store.
  public init(project: Project, store: ProjectStore) {
    self.project = project
    self.store = store
  }

  /// The report as things are now.
  public func report(at now: Timestamp) throws(StoreError) -> ProjectReport {
    var tally: ReportTally?
    try store.judgedTasks(
      annotatorsPerTask: project.annotatorsPerTask, isHandedOut: project.assignment != nil,
      survey: { tally = ReportTally(project, $0, openAnswers: $1) }, body: { tally?.add($0) })
    guard let tally else { throw .failed("the project's counters could not be read") }
    return tally.report(at: now)
  }
}
