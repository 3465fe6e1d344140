import ArgumentParser
import PostilCore
import PostilModel
import PostilPictures
import PostilScreen
import PostilStore
import PostilTerminal
import PostilUI

/// `postil review`: the desk of a lead.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Open the review desk: see where people disagree, and settle it.",
    discussion: """
      Tasks stand in the order of disagreement, with the answers of all side by side. Every decision is saved as you go, and
      can be undone. For reviewers and leads; q leaves, ? shows all keys.

      Examples:
        postil review
        postil review --filter "state:unanimous"
        postil review --filter "question:feeling annotator:dana flag:yes"
        postil review --filter "gold:missed" --as mo
      """)

  @OptionGroup var project: ProjectOptions
  @OptionGroup var screen: ScreenOptions

  @Option(
    help: ArgumentHelp(
      "What the queue shows: state:to-settle question:feeling label:bad annotator:dana flag:yes gold:missed fast:yes.",
      valueName: "words"))
  var filter = ""

  @Option(
    name: .customLong("as"), help: ArgumentHelp("Work as somebody else (leads only, recorded).", valueName: "name"))
  var actingAs: String?

  @Flag(help: "Leave the mouse to the terminal.")
  var noMouse = false

  func run() throws {
    let project = try project.open()
    let caller = try Caller(project.store)
    try caller.require(.reviewer, to: "open the review desk")
    guard StandardOutput.isTerminal else { throw NoTerminal() }
    let reviewer = try caller.acting(as: actingAs, in: project.store)
    let setup = try ReviewSetup(of: project, reviewer: reviewer, caller: caller.name, filter: filter)
    let opening = try DeskOpening(project, screen: screen)
    // A theme that is wrong is told before the screen opens.
    _ = try opening.looks(depth: .mono, isUnicode: false)
    let (code, leaving) = try DeskTerminal.run(opening, noMouse: noMouse) { terminal, isMouseOn, wake in
      let looks = try opening.looks(depth: terminal.colorDepth, isUnicode: terminal.isUnicode)
      let cell = terminal.cellSize.map { CellShape(width: $0.width, height: $0.height) }
      return opening.reviewDriver(looks: looks, setup: setup, cell: cell, isMouseOn: isMouseOn, wake: wake)
    }
    Diagnostics.tell(leaving)
    if code != 0 { throw ExitCode(code) }
    if leaving.unsafeReason != nil { throw ExitCode(ProgramExit.failed) }
  }
}
