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
      Examples:
        postil status
        postil status --json
      """)

  @OptionGroup var project: ProjectOptions
  @OptionGroup var output: JSONOption

  func run() throws {
    let opened = try project.open()
    let report = StatusReport(
      project: opened.project.name, progress: try opened.store.projectProgress(), now: LocalTime.now())
    if output.json {
      StandardOutput.write(report.json)
    } else {
      let isUnicode = Surroundings.isUTF8 || !StandardOutput.isTerminal
      StandardOutput.write(report.text(alphabet: isUnicode ? .unicode : .ascii))
    }
  }
}
