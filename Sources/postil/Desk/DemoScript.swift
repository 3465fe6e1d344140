import Glibc
import PostilCore
import PostilModel
import PostilScreen

/// The demo without a terminal: the same desk, session and commands, driven by a key script, printed after each step.
struct DemoScript {
  /// Who answers: nobody's own name, as nobody has judged.
  static let annotator = "guest"
  /// How fast the script judges.
  private static let millisecondsAKey: Int64 = 6000

  let demo: DemoProject
  let project: OpenProject
  let screen: ScreenOptions
  /// The folder of session files.
  let sessions: String
  /// The file for what was judged; nil for none.
  let answers: String?

  /// Judges some records, prints the desk after each key, and exports what was judged.
  func run() throws {
    let opening = try DeskOpening(project, screen: screen)
    let looks = try opening.looks(depth: .mono, isUnicode: true)
    // The script's work ends now, so that nothing is saved in the future.
    let length = Self.millisecondsAKey * Int64(demo.keyScript.count)
    let clock = ScriptClock(
      startingAt: Timestamp(milliseconds: LocalTime.now().milliseconds - length), step: Self.millisecondsAKey)
    let driver = try opening.driver(
      looks: looks, annotator: Self.annotator, sessionsFolder: sessions, clock: { clock.now }, wake: {})
    let desk = HeadlessDesk(driver: driver, size: Size(columns: 100, rows: 30))
    desk.start()
    show(desk, after: "The desk as it opens")
    for key in demo.keyScript {
      clock.advance()
      guard try desk.type(key) else { break }
      show(desk, after: "After the key \(key)")
    }
    Diagnostics.tell(driver.workspace.close())
    if let answers { try export(to: answers) }
  }

  private func show(_ desk: HeadlessDesk, after words: String) {
    StandardOutput.write("\n== \(words) ==\n" + desk.surface().text)
  }

  private func export(to path: String) throws {
    let exporter = Exporter(
      project: project.project, store: project.store, now: LocalTime.now(), token: String(getpid()))
    var options = ExportOptions(path: path)
    options.filterText = "state:submitted"
    options.filter = try QueueFilterParser(questions: project.project.questions).parse(options.filterText)
    options.guidelinesVersion = project.folder.readGuidelines(of: project.project).version
    options.postilVersion = Version.text
    StandardOutput.writeSafe("\n" + ExportReport(try exporter.run(options), path: options.path).text)
  }
}
