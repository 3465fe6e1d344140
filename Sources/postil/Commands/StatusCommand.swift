import ArgumentParser
import PostilCore
import PostilModel
import PostilScreen
import PostilStore

/// `postil status`: progress, pace, time left, and saves over time.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Print how far the project is: progress, pace, time left, saves over time.",
    discussion: """
      Where somebody leads, annotators see their own line and the project's totals.

      Examples:
        postil status
        postil status --json
      """)

  @OptionGroup var project: ProjectOptions
  @OptionGroup var output: JSONOption

  func run() throws {
    let opened = try project.open()
    let caller = try Caller(opened.store)
    var progress = try opened.store.projectProgress()
    let leaders = opened.project.review.hasLeaderboard ? leaderboard(progress, caller.roster) : []
    let given = people(progress, caller.roster).reduce(0) { $0 + $1.progress.submitted }
    var answers: (given: Int, wanted: Int)?
    if let plan = opened.project.assignment {
      let open = try opened.store.openAnswers(annotatorsPerTask: plan.annotatorsPerTask, isHandedOut: true)
      answers = (given, given + open)
    }
    if caller.seesOnlyOwn { progress.annotators.removeAll { $0.annotator != caller.name } }
    let report = StatusReport(
      project: opened.project.name, progress: progress, now: LocalTime.now(), answers: answers,
      leaderboard: leaders)
    if output.json {
      StandardOutput.write(report.json)
    } else {
      let isUnicode = Surroundings.isUTF8 || !StandardOutput.isTerminal
      StandardOutput.write(report.text(alphabet: isUnicode ? .unicode : .ascii))
    }
  }

  /// People by what they have submitted, most first.
  private func leaderboard(_ progress: ProjectProgress, _ roster: Roster) -> [StatusReport.Leader] {
    people(progress, roster).map { StatusReport.Leader(name: $0.annotator, submitted: $0.progress.submitted) }
      .sorted { ($1.submitted, $0.name) < ($0.submitted, $1.name) }
  }

  /// Those who count as people: neither files nor models.
  private func people(_ progress: ProjectProgress, _ roster: Roster) -> [AnnotatorProgress] {
    progress.annotators.filter {
      !AnnotatorName.isSource($0.annotator) && roster.person(named: $0.annotator)?.kind != .model
    }
  }
}
