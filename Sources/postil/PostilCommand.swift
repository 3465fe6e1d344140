import ArgumentParser
import Glibc
import PostilConfiguration

/// The root of the command line: names the subcommands, and opens the desk when none is given.
@main
struct PostilCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "postil",
    abstract: "Judge records at a full-screen desk in the terminal; lose nothing; export what was judged.",
    discussion: """
      Without a subcommand, the desk opens for the project of the current folder or of its nearest parent.

      Start with:
        postil demo            a project to try everything on
        postil init --template sentiment
        postil import records.jsonl
        postil
      """,
    version: "postil \(Version.text)",
    subcommands: [
      InitCommand.self, ImportCommand.self, ExportCommand.self, StatusCommand.self, LogCommand.self, ShowCommand.self,
      KeysCommand.self,
      ThemesCommand.self, DoctorCommand.self, AnnotateCommand.self, ReviewCommand.self, DemoCommand.self,
      RosterCommand.self, GoldCommand.self, ReportCommand.self, CreditsCommand.self,
      ManualCommand.self,
    ],
    defaultSubcommand: AnnotateCommand.self)

  /// A first word that is no subcommand would be taken for the desk's: it is told with the nearest right one.
  private static func checkSubcommand(_ word: String?) throws {
    guard let word, !word.isEmpty, !word.hasPrefix("-") else { return }
    let known = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard !known.contains(word) else { return }
    let hint = DidYouMean.nearest(to: word, among: known).map { ", did you mean \"\($0)\"?" } ?? ";"
    throw ValidationError("there is no subcommand \"\(word)\"\(hint) `postil --help` lists them")
  }

  /// `--project DIR` before the subcommand is taken as if it stood behind it.
  static func arranged(_ arguments: [String]) -> [String] {
    guard let first = arguments.first else { return arguments }
    let count = first == "--project" ? 2 : first.hasPrefix("--project=") ? 1 : 0
    guard count > 0, arguments.count > count else { return arguments }
    let rest = arguments.dropFirst(count)
    var names: [String] = []
    var subcommands = configuration.subcommands
    while let word = rest.dropFirst(names.count).first, !word.hasPrefix("-") {
      let found = subcommands.first { $0.configuration.commandName == word }
      // The first word stands before the option even when it is wrong, so that it is told.
      guard found != nil || names.isEmpty else { break }
      names.append(word)
      subcommands = found?.configuration.subcommands ?? []
    }
    guard !names.isEmpty else { return arguments }
    return names + arguments.prefix(count) + rest.dropFirst(names.count)
  }

  /// Runs the program and ends it with its exit code.
  static func main() {
    // A file that has reached a limit is told in words; the signal would end the program without one.
    signal(SIGXFSZ, SIG_IGN)
    do {
      let arguments = arranged(Array(CommandLine.arguments.dropFirst()))
      try checkSubcommand(arguments.first)
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch {
      ProgramExit.leave(after: error)
    }
  }
}
