import PostilTestSupport
import Testing

@Suite("The window may have any size")
struct ResizeTests {
  private typealias Keys = DeskRun.Keys
  private static let sizes = [(120, 40), (80, 24), (60, 20), (40, 12), (20, 5), (1, 1), (200, 60), (120, 40)]

  /// Goes through all sizes and comes back; the picture must be the same as before, to the cell.
  private func goThroughSizes(_ desk: DeskRun) throws {
    desk.settle()
    let before = desk.screen
    var last = desk.terminal.output.count
    for (columns, rows) in Self.sizes.dropFirst() {
      desk.resize(columns: columns, rows: rows)
      try desk.wait("a picture of \(columns)x\(rows)") { _ in desk.terminal.output.count > last }
      desk.settle(60)
      #expect(desk.screen.columns == columns && desk.screen.violations == [])
      last = desk.terminal.output.count
    }
    try desk.wait("the picture as it was:\n\(before.text)") { $0.text == before.text }
    #expect(desk.screen.modes == before.modes)
    if before.modes.contains(25) { #expect(desk.screen.x == before.x && desk.screen.y == before.y, "the cursor") }
  }

  @Test("With nothing open, and with a draft")
  func plain() throws {
    let desk = try TestProject().desk()
    desk.type("p")
    try desk.wait(for: "draft kept")
    try goThroughSizes(desk)
  }

  @Test(
    "With a popup, a prompt, a half-typed key and the guidelines open",
    arguments: [("?", "All keys"), (":", "submit"), ("cnot su", "not su"), ("g", "never mind"), ("gi", "How to judge")])
  func layers(_ keys: String, _ text: String) throws {
    let desk = try TestProject().desk()
    desk.type(keys)
    try desk.wait(text) { $0.text.lowercased().contains(text.lowercased()) }
    try goThroughSizes(desk)
  }

  @Test("With the editor open: not a letter is lost, and typing goes on")
  func editor() throws {
    let project = try TestProject()
    let desk = try project.desk()
    desk.type("p", Keys.enter, "the room, the lift and all of the breakfast; and more words than one row takes")
    try desk.wait(for: "one row")
    try goThroughSizes(desk)
    desk.resize(columns: 60, rows: 20)
    desk.type(" so it goes on")
    try desk.wait(for: "on")
    desk.resize(columns: 120, rows: 40)
    desk.type(Keys.control("s"))
    try desk.wait(for: "saved #1")
    _ = try desk.leave()
    #expect(try project.exported().contains("more words than one row takes so it goes on"))
  }

  @Test("Below 40x12 it says so, and takes nothing for an answer")
  func tooSmall() throws {
    let project = try TestProject()
    let desk = try project.desk(columns: 30, rows: 8, ready: "40")
    desk.type("p", Keys.control("s"))
    desk.settle()
    desk.resize(columns: 120, rows: 40)
    try desk.wait(for: "nothing saved yet")
    #expect(desk.screen.contains("0 of 30") && !desk.screen.contains("● p"))
    #expect(try desk.leave() == .code(0))
  }

  @Test("Resized a hundred times while keys are typed, all keys count")
  func storm() throws {
    let project = try TestProject(TestProject.oneKeyConfiguration, tasks: 120)
    let desk = try project.desk()
    for number in 0..<100 {
      desk.resize(columns: 60 + number % 61, rows: 20 + number % 21)
      desk.type("p")
    }
    desk.resize(columns: 120, rows: 40)
    try desk.wait(for: "saved #100")
    #expect(desk.screen.contains("100 of 120") && desk.screen.violations == [])
  }
}
