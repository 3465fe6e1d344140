import ArgumentParser
import Glibc
import PostilCore
import PostilFormats
import PostilModel

/// `postil report`: work, agreement and everybody's part, for leads.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a report for leads: progress, pace, cost, agreement, everybody's part.",
    discussion: """
      Agreement is percent agreement and Krippendorff's alpha in the metric of each question's scale, with the \
      bootstrap's 95 % interval; what is undefined says why. What stands under "to look at" are hints: too fast for the \
      length of the text, always the same answer, answers like another's, drift. They say where to look, not what is so.

      Examples:
        postil report
        postil report --format json --output report.json
        postil report --format csv | less
      """)

  /// What a report is written as.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case md, csv, json
  }

  @OptionGroup var project: ProjectOptions

  @Option(help: "md, csv or json (default: by the file's name, else md).")
  var format: Format?

  @Flag(help: "The same as --format json.")
  var json = false

  @Option(name: [.short, .long], help: "The file; - for standard output.", completion: .file())
  var output = "-"

  func run() throws {
    let opened = try project.open()
    try Caller(opened.store).require(.lead, to: "read the report")
    let report = try ProjectReporter(project: opened.project, store: opened.store).report(at: LocalTime.now())
    let byName = output.split(separator: ".").last.flatMap { Format(rawValue: String($0)) }
    let text =
      switch json ? .json : format ?? byName ?? .md {
      case .md: ReportMarkdown(report).text
      case .csv: ReportTable(report).csv
      case .json: report.json.jsonText + "\n"
      }
    guard output != "-" else { return StandardOutput.writeSafe(text) }
    let file = try ByteOutput(path: output, token: String(getpid()))
    try Array(text.utf8).withUnsafeBytes { try file.write($0) }
    try file.finish()
  }
}
