import PostilTestSupport
import Testing

/// Bounds are generous: the true figures come from `make bench`.
@Suite("The desk sends what changed and little more")
struct OutputTests {
  private typealias Keys = DeskRun.Keys

  /// The bytes that a key costs, once all of its answer has come.
  private func bytes(_ desk: DeskRun, _ keys: String) -> Int {
    desk.settle()
    let before = desk.terminal.output.count
    desk.type(keys)
    desk.settle()
    return desk.terminal.output.count - before
  }

  @Test("A key that changes nothing on the screen sends nothing")
  func nothing() throws {
    let desk = try TestProject().desk()
    // The first says that this is the first task, the second the same again.
    #expect(bytes(desk, "[") > 0)
    #expect(bytes(desk, "[") == 0)
  }

  @Test("A letter costs some dozens of bytes, a step of the cursor some hundreds, neither a screen")
  func bounds() throws {
    let desk = try TestProject().desk()
    _ = bytes(desk, "p\rab")
    let letters = (0..<10).map { bytes(desk, ["x", "y", " "][$0 % 3]) }
    #expect(letters.allSatisfy { $0 > 0 && $0 < 160 }, "\(letters)")
    let moves = (0..<4).map { _ in bytes(desk, "\u{1b}OD") }
    #expect(moves.allSatisfy { $0 > 0 && $0 < 60 }, "\(moves)")
    _ = bytes(desk, "\t")
    _ = bytes(desk, "]")
    let steps = (0..<6).map { _ in bytes(desk, "]") }
    #expect(steps.allSatisfy { $0 > 0 && $0 < 1_500 }, "\(steps)")
  }

  @Test("Left alone it sleeps: no wake-ups and no output in a second and a half")
  func idle() throws {
    let desk = try TestProject().desk()
    desk.type("p", Keys.control("s"))
    try desk.wait(for: "saved #1")
    desk.settle(600)
    let (woken, sent) = (desk.terminal.wakeUps(), desk.terminal.output.count)
    desk.terminal.readUntilQuiet(1_500, timeout: 1_500)
    #expect(desk.terminal.output.count == sent)
    #expect(desk.terminal.wakeUps() == woken)
  }

  @Test("Control-L sends the whole picture again, and it is the same")
  func repaint() throws {
    let desk = try TestProject().desk()
    desk.settle()
    let before = desk.screen
    #expect(bytes(desk, Keys.control("l")) > 1_500)
    #expect(desk.screen.text == before.text)
  }

  @Test("A thousand keys at once are a few frames")
  func burst() throws {
    let desk = try TestProject(TestProject.oneKeyConfiguration, tasks: 1_200).desk()
    desk.settle()
    let before = desk.terminal.output.count
    desk.type(String(repeating: "]", count: 1_000))
    try desk.wait(for: "#1001  ")
    #expect(desk.terminal.output.count - before < 1_000 * 300)
  }
}
