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
      """)

  @OptionGroup var project: ProjectOptions
  @OptionGroup var screen: ScreenOptions

  @Argument(help: "The task's number or id (default: the first without an answer).")
  var task: String?

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

  func run() throws {
    let opened = try project.open()
    let caller = try Caller(opened.store)
    // Where nobody leads there is nothing to hide, and a look changes nothing.
    let name = try caller.acting(as: annotator, in: opened.store, isRecorded: caller.roster.hasLead)
    let number = try task.map { try opened.number(ofTask: $0) }
    try Files.withTemporaryFolder(below: Surroundings.temporaryFolder) {
      try show(opened, task: number, annotator: name, scratch: $0)
    }
  }

  private func show(_ opened: OpenProject, task number: Int?, annotator: String, scratch folder: String) throws {
    // Keys change the project, and where tasks are handed out a desk that opens takes some.
    let isLook = keys.isEmpty && opened.project.assignment == nil
    let shown = isLook ? opened : try opened.copy(to: folder + "/project")
    let opening = try DeskOpening(shown, screen: screen)
    let looks = try opening.looks(depth: .palette, isUnicode: true)
    let clock = ScriptClock(startingAt: LocalTime.now(), step: 6000)
    let driver = try opening.driver(
      looks: looks, annotator: annotator, sessionsFolder: folder + "/sessions",
      clock: { clock.now }, wake: {})
    let desk = HeadlessDesk(driver: driver, size: size.size)
    desk.start()
    if let number { desk.perform(.goTo("#\(number)")) }
    if let pane = pane.pane { driver.show(pane) }
    let way = pane.command.flatMap { opening.keymap.keys(of: $0).first } ?? ""
    for key in (way + " " + keys).split(separator: " ").map(String.init) {
      clock.advance()
      guard try desk.type(key) else { break }
    }
    let surface = desk.surface()
    StandardOutput.write(surface.text)
    if styles { Self.printStyles(of: surface, naming: looks.styles(named: driver.desk.themeName)) }
  }

  private static func printStyles(of surface: Surface, naming sheet: StyleSheet) {
    let grid = surface.styleGrid { sheet.name(of: $0) }
    StandardOutput.write("\n" + (grid.rows + [""] + grid.legend).map { $0 + "\n" }.joined())
  }
}
