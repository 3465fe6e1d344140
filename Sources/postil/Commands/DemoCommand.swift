import ArgumentParser
import Glibc
import PostilCore
import PostilModel
import PostilScreen
import PostilStore

/// `postil demo`: a project to try everything on.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Make the demo project and open it; without a terminal, judge some of it by a key script.",
    discussion: """
      The project stays where it is; the next time, it is opened as you left it. Without a terminal, the answers are \
      those of an annotator called \(DemoScript.annotator); in a demo that is there already, nothing is changed.

      Examples:
        postil demo
        postil demo /tmp/try | less
        postil demo --template preference
      """)

  @Argument(
    help: "The demo's folder; made if it is not there (default: postil-demo, or postil-demo-TEMPLATE).",
    completion: .directory)
  var folder: String?

  @Option(
    help: "What is judged: \(DemoProject.all.map(\.name).joined(separator: " or ")).",
    completion: .list(DemoProject.all.map(\.name)))
  var template = DemoProject.all[0].name

  @OptionGroup var screen: ScreenOptions

  @Flag(help: "Leave the mouse to the terminal.")
  var noMouse = false

  func validate() throws { _ = try demo() }

  private func demo() throws -> DemoProject {
    guard let demo = DemoProject.all.first(where: { $0.name == template }) else {
      let known = DemoProject.all.map(\.name).joined(separator: ", ")
      throw ValidationError("There is no demo \"\(SafeText.line(template))\". Known demos: \(known).")
    }
    return demo
  }

  func run() throws {
    let demo = try demo()
    let isFirst = demo.name == DemoProject.all[0].name
    let folder = folder ?? "postil-demo" + (isFirst ? "" : "-" + demo.name)
    let isNew = !Files.exists(folder + "/" + ProjectFile.fileName)
    if isNew { try demo.write(to: folder) }
    let project = try OpenProject(try ProjectFolder(folder), makesDatabase: true, identifier: demo.identifier)
    if !isNew, !StandardOutput.isTerminal {
      try Caller(project.store).require(.lead, to: "see the desk of \(DemoScript.annotator)")
    }
    let summary = try importRecords(project, from: folder)
    if StandardOutput.isTerminal {
      defer {
        StandardOutput.write(
          """
          The demo stays in \(SafeText.string(folder)); `postil demo \(SafeText.string(folder))` opens it again. What you judged:
            postil status --project \(SafeText.string(folder))
            postil export --project \(SafeText.string(folder)) --output answers.jsonl

          """)
      }
      try AnnotateCommand.run(project, screen: screen, noMouse: noMouse, isFirstRun: isNew)
    } else {
      try run(demo, in: folder, project, imported: summary, isNew: isNew)
    }
  }

  /// Imports the records, but for a demo that has them.
  private func importRecords(_ project: OpenProject, from folder: String) throws -> ImportSummary {
    var options = ImportOptions()
    options.rejectsFolder = folder
    options.isDryRun = try project.store.task(number: 1) != nil
    return try Importer(
      project: project.project, store: project.store, now: LocalTime.now(), user: Surroundings.userName
    )
    .run([folder + "/" + DemoProject.recordsFileName], options: options)
  }

  private func run(
    _ demo: DemoProject, in folder: String, _ project: OpenProject, imported: ImportSummary, isNew: Bool
  ) throws {
    StandardOutput.writeSafe(
      "The demo project is in \(folder): \(imported.records) records, \(imported.added) of them new.\n")
    if isNew {
      let sessions = Surroundings.folders.sessions
      let answers = folder + "/answers.jsonl"
      try DemoScript(demo: demo, project: project, screen: screen, sessions: sessions, answers: answers).run()
    } else {
      StandardOutput.write("It was there before, so the keys act on a copy that is thrown away: nothing is saved.\n")
      try Files.withTemporaryFolder(below: Surroundings.temporaryFolder) { scratch in
        let copy = try project.copy(to: scratch + "/project")
        try DemoScript(demo: demo, project: copy, screen: screen, sessions: scratch + "/sessions", answers: nil).run()
      }
    }
    StandardOutput.writeSafe("\nIn a terminal, this opens the desk: postil annotate --project \(folder)\n")
  }
}
