import ArgumentParser
import PostilCore
import PostilModel
import PostilPictures
import PostilScreen
import PostilTerminal
import PostilUI

/// `postil`, `postil annotate`: the desk.
struct AnnotateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate",
    abstract: "Open the desk (what postil alone does too).",
    discussion: """
      Everything is saved as you go. q leaves, ? shows all keys.

      Examples:
        postil
        postil annotate --project reviews --theme light
        postil annotate --as bo
      """)

  @OptionGroup var project: ProjectOptions
  @OptionGroup var screen: ScreenOptions

  @Flag(help: "Leave the mouse to the terminal.")
  var noMouse = false

  @Option(name: .customLong("as"), help: "Work as somebody else: for leads, and told in the log.")
  var other: String?

  func run() throws {
    let opened = try project.open()
    guard StandardOutput.isTerminal else { throw NoTerminal() }
    let name = try Caller(opened.store).acting(as: other, in: opened.store)
    try Self.run(opened, annotator: name, screen: screen, noMouse: noMouse, isFirstRun: false)
  }

  /// Opens the desk of a project and leaves the program with its exit code.
  static func run(
    _ project: OpenProject, annotator: String = Surroundings.userName, screen: ScreenOptions, noMouse: Bool,
    isFirstRun: Bool
  ) throws {
    guard StandardOutput.isTerminal else { throw NoTerminal() }
    let opening = try DeskOpening(project, screen: screen)
    // A theme that is wrong is told before the screen opens.
    _ = try opening.looks(depth: .mono, isUnicode: false)
    let (code, leaving) = try DeskTerminal.run(opening, noMouse: noMouse) { terminal, isMouseOn, wake in
      let cell = terminal.cellSize.map { CellShape(width: $0.width, height: $0.height) }
      let driver = try opening.driver(
        looks: try opening.looks(depth: terminal.colorDepth, isUnicode: terminal.isUnicode),
        annotator: annotator, sessionsFolder: Surroundings.folders.sessions, cell: cell, isMouseOn: isMouseOn,
        isFirstRun: isFirstRun, wake: wake)
      if cell == nil, opening.pictureOption != .cells {
        driver.say("This terminal does not tell how large its cells are, so pictures are shown in cells.")
      }
      return driver
    }
    Diagnostics.tell(leaving)
    if code != 0 { throw ExitCode(code) }
    // What waits is safe on this machine, and the work is done; what was never written is not.
    if leaving.unsafeReason != nil { throw ExitCode(ProgramExit.failed) }
  }
}
