import ArgumentParser
import PostilCore
import PostilModel
import PostilStore

/// `postil roster list`: everybody, or the caller alone.
struct RosterListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Print the people of the project; annotators see their own entry only.",
    discussion: """
      Example:
        postil roster list --json
      """)

  @OptionGroup var project: ProjectOptions
  @OptionGroup var output: JSONOption

  func run() throws {
    let store = try project.open().store
    let caller = try Caller(store)
    let shown = caller.seesOnlyOwn ? caller.roster.people.filter { $0.name == caller.name } : caller.roster.people
    let report = RosterReport(shown, hasLead: caller.roster.hasLead)
    if output.json { StandardOutput.write(report.json) } else { StandardOutput.writeSafe(report.text) }
  }
}
