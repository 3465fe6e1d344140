import ArgumentParser

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
      ThemesCommand.self, DoctorCommand.self, AnnotateCommand.self, DemoCommand.self,
      ManualCommand.self,
    ],
    defaultSubcommand: AnnotateCommand.self)

  /// Runs the program and ends it with its exit code.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      ProgramExit.leave(after: error)
    }
  }
}
