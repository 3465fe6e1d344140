import ArgumentParser
import PostilCore
import PostilModel
import PostilScreen
import PostilUI

/// `postil show`: any screen of the desk as text.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print a screen of the desk as text, for documentation, bug reports and screen readers.",
    discussion: """
      Keys act on a copy of the project that is thrown away: nothing is saved.

      Examples:
        postil show
        postil show 313 --size 80x24
        postil show --pane guidelines --size 60x20
        postil show --keys "p ]" --theme mono --ascii
        postil show --review --filter "state:all" --size 100x30
      """)

  @OptionGroup var project: ProjectOptions
  @OptionGroup var screen: ScreenOptions

  @Argument(help: "The task's number or id (default: the first without an answer).")
  var task: String?

  @Flag(help: "Show the review desk instead (reviewers and leads).")
  var review = false

  @Option(
    help: ArgumentHelp("What the queue of the review desk shows, as in postil review --filter.", valueName: "words"))
  var filter = ""

  @Option(help: "What to show: \(ShownPane.allCases.map(\.rawValue).joined(separator: ", ")).")
  var pane: ShownPane = .desk

  @Option(help: ArgumentHelp("The screen's size.", valueName: "columns x rows"))
  var size = SizeOption(Size(columns: 120, rows: 40))

  @Option(help: ArgumentHelp("Keys to type first, with blanks between them: \"j j C-x e\".", valueName: "keys"))
  var keys = ""

  @Option(
    name: [.customLong("annotator"), .customLong("as")],
    help: "Whose desk (default: yours). Another's is for leads, and told in the log.")
  var annotator: String?

  @Flag(help: "Print the styles of all cells as letters too, and what each letter stands for.")
  var styles = false

  func validate() throws {
    if review, pane != .desk {
      throw ValidationError("--pane is for the annotating desk. At the review desk, --keys brings up anything.")
    }
    if !review, !filter.isEmpty { throw ValidationError("--filter goes with --review.") }
  }

  func run() throws {
    let opened = try project.open()
    let caller = try Caller(opened.store)
    if review { try caller.require(.reviewer, to: "open the review desk") }
    // Where nobody leads there is nothing to hide, and a look changes nothing.
    let name = try caller.acting(as: annotator, in: opened.store, isRecorded: caller.roster.hasLead)
    let number = try task.map { try opened.number(ofTask: $0) }
    try Files.withTemporaryFolder(below: Surroundings.temporaryFolder) {
      if review {
        try showReview(opened, task: number, reviewer: name, caller: caller.name, scratch: $0)
      } else {
        try show(opened, task: number, annotator: name, scratch: $0)
      }
    }
  }

  private func show(_ opened: OpenProject, task number: Int?, annotator: String, scratch folder: String) throws {
    // Keys change the project, and where tasks are handed out a desk that opens takes some.
    let isLook = keys.isEmpty && opened.project.assignment == nil
    let shown = isLook ? opened : try opened.copy(to: folder + "/project")
    let opening = try DeskOpening(shown, mediaFolder: opened.folder.path, screen: screen)
    let looks = try opening.looks(depth: .palette, isUnicode: true)
    let clock = ScriptClock(startingAt: LocalTime.now(), step: 6000)
    let driver = try opening.driver(
      looks: looks, annotator: annotator, sessionsFolder: folder + "/sessions",
      clock: { clock.now }, wake: {})
    let desk = HeadlessDesk(driver: driver, size: size.size)
    desk.start()
    if let number {
      driver.act(.goTo("#\(number)"))
      desk.settle()
    }
    if let pane = pane.pane { driver.change { $0.show(pane) } }
    let way = pane.command.flatMap { opening.keymap.keys(of: $0).first } ?? ""
    try type(way + " " + keys, at: desk, clock)
    show(desk, looks, theme: driver.desk.themeName)
  }

  /// The review desk measures what has changed: it gets a copy too.
  private func showReview(
    _ opened: OpenProject, task number: Int?, reviewer: String, caller: String, scratch folder: String
  ) throws {
    let shown = try opened.copy(to: folder + "/project")
    let opening = try DeskOpening(shown, mediaFolder: opened.folder.path, screen: screen)
    let looks = try opening.looks(depth: .palette, isUnicode: true)
    let clock = ScriptClock(startingAt: LocalTime.now(), step: 6000)
    let setup = try ReviewSetup(of: shown, reviewer: reviewer, caller: caller, filter: filter)
    let driver = opening.reviewDriver(looks: looks, setup: setup, clock: { clock.now }, wake: {})
    let desk = HeadlessDesk(driver: driver, size: size.size)
    desk.start()
    if let number {
      driver.act(.goTo("#\(number)"))
      desk.settle()
    }
    try type(keys, at: desk, clock)
    show(desk, looks, theme: driver.desk.themeName)
  }

  private func type(_ keys: String, at desk: HeadlessDesk, _ clock: ScriptClock) throws {
    for key in keys.split(separator: " ").map(String.init) {
      clock.advance()
      guard try desk.type(key) else { break }
    }
  }

  private func show(_ desk: HeadlessDesk, _ looks: Looks, theme: String) {
    let surface = desk.surface()
    StandardOutput.write(surface.text)
    if styles { Self.printStyles(of: surface, naming: looks.styles(named: theme)) }
  }

  private static func printStyles(of surface: Surface, naming sheet: StyleSheet) {
    let grid = surface.styleGrid { sheet.name(of: $0) }
    StandardOutput.write("\n" + (grid.rows + [""] + grid.legend).map { $0 + "\n" }.joined())
  }
}
