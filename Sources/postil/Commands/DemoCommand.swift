import ArgumentParser
import Glibc
import PostilCore
import PostilModel
import PostilScreen

/// `postil demo`: a project to try everything on.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Make the demo project and open it; without a terminal, judge some of it by a key script.",
    discussion: """
      The project stays where it is; the next time, it is opened as you left it.

      Examples:
        postil demo
        postil demo /tmp/try | less
      """)

  @Argument(help: "The demo's folder; made if it is not there.", completion: .directory)
  var folder = "postil-demo"

  @OptionGroup var screen: ScreenOptions

  @Flag(help: "Leave the mouse to the terminal.")
  var noMouse = false

  func run() throws {
    let isNew = !Files.exists(folder + "/" + ProjectFile.fileName)
    if isNew { try DemoProject.write(to: folder) }
    let project = try OpenProject(try ProjectFolder(folder), makesDatabase: true)
    let summary = try Importer(project: project.project, store: project.store, now: LocalTime.now())
      .run([folder + "/" + DemoProject.recordsFileName])
    if StandardOutput.isTerminal {
      defer {
        StandardOutput.write(
          """
          The demo stays in \(SafeText.string(folder)); `postil demo` opens it again. What you judged:
            postil status --project \(SafeText.string(folder))
            postil export --project \(SafeText.string(folder)) --output answers.jsonl

          """)
      }
      try AnnotateCommand.run(project, screen: screen, noMouse: noMouse, isFirstRun: isNew)
    } else {
      try DemoScript(project: project, screen: screen, folder: folder).run(imported: summary)
    }
  }
}
