import PostilTestSupport
import Testing

@Suite("The mouse, where it is wanted")
struct MouseTests {
  private typealias Keys = DeskRun.Keys

  /// Clicks on a text that is on the screen.
  private func click(_ desk: DeskRun, _ text: String) throws {
    try desk.wait(for: text)
    guard let place = desk.screen.find(text) else { return }
    desk.type(Keys.click(place.x, place.y))
  }

  @Test("A row of the queue, a choice, a key of the footer and a popup's row")
  func clicks() throws {
    let project = try TestProject()
    let desk = try project.desk()
    #expect(desk.screen.modes.isSuperset(of: [1000, 1002, 1006]))
    try click(desk, "Stay 7")
    try desk.wait(for: "#7  ")
    try click(desk, "negative")
    try desk.wait(for: "● n")
    try click(desk, "submit")
    try desk.wait(for: "saved #1")
    try desk.wait(for: "#8  ")
    try click(desk, "not sure")
    try desk.wait(for: "saved #2")
    #expect(try desk.leave() == .code(0))
    #expect(desk.screen.modes.isDisjoint(with: [1000, 1002, 1006]))
    let lines = try project.exported().split(separator: "\n")
    #expect(lines[6].contains(#""feeling":"negative""#) && lines[7].contains(#""flagged":true"#))
  }

  @Test("The wheel scrolls, a click on nothing does nothing, drags and other buttons do nothing")
  func others() throws {
    let project = try TestProject()
    let desk = try project.desk()
    desk.type("\u{1b}[<65;10;10M", "\u{1b}[<2;10;10M\u{1b}[<2;10;10m", "\u{1b}[<32;70;20M", Keys.click(119, 39))
    desk.settle()
    #expect(desk.screen.contains("0 of 30") && desk.screen.contains("nothing saved yet"))
    try desk.type("p", andWaitFor: "draft kept")
  }

  @Test("Switched off, nothing is asked of the terminal; and on again by a key")
  func off() throws {
    let project = try TestProject()
    let desk = try project.desk("--no-mouse")
    desk.settle()
    #expect(!desk.terminal.text.contains("\u{1b}[?1000h") && !desk.terminal.text.contains("\u{1b}[?1006h"))
    desk.type("gm")
    try desk.wait("the mouse") { $0.modes.contains(1006) }
    desk.type("gm")
    try desk.wait("no mouse") { !$0.modes.contains(1006) && !$0.modes.contains(1000) }
    _ = try desk.leave()
    _ = try project.folder.write("mouse = false\n", to: "config/postil/config.toml")
    let again = try project.desk()
    again.settle()
    #expect(!again.terminal.text.contains("\u{1b}[?1000h"))
  }
}
