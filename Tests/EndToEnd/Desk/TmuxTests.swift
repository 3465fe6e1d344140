import Glibc
import PostilTestSupport
import Testing

/// The same program in a terminal that is not ours.
@Suite("In tmux")
struct TmuxTests {
  private func pane(_ project: TestProject) throws -> TmuxPane {
    let pane = try TmuxPane(environment: project.environment)
    try pane.type("'\(BuiltProgram.postil)' annotate --project '\(project.path)'")
    try pane.press("Enter")
    try pane.wait(for: "Questions")
    return pane
  }

  @Test("Annotated, resized, suspended, pasted into, crashed, opened again, left")
  func life() throws {
    let project = try TestProject()
    let pane = try pane(project)
    try pane.type("p")
    try pane.press("C-s")
    try pane.wait(for: "saved #1")
    try pane.press("Down", "Down")
    try pane.type("n")
    try pane.press("Enter")
    try pane.paste("pasted\nq text 漢字")
    try pane.wait(for: "q text 漢字")
    for (columns, rows) in [(80, 24), (60, 20), (40, 12), (20, 5), (120, 40)] {
      try pane.resize(columns: columns, rows: rows)
      let wanted = columns < 40 ? "small" : "end writing"
      try pane.wait("a picture of \(columns)x\(rows)") { $0.contains(wanted) }
    }
    try pane.wait(for: "q text 漢字")
    try pane.press("C-z")
    try pane.waitForPrompt()
    try pane.type("stty -a | grep -o ' icanon'; fg")
    try pane.press("Enter")
    try pane.wait(for: "q text 漢字")
    try pane.type(" on")
    try pane.wait(for: "漢字 on")
    try crash(pane)
    try pane.type("'\(BuiltProgram.postil)' annotate --project '\(project.path)'")
    try pane.press("Enter")
    try pane.wait(for: "漢字 on")
    try pane.press("C-s")
    try pane.wait(for: "saved #2")
    try pane.type("q")
    try pane.waitForPrompt()
    #expect(try project.exported().contains(#"pasted\nq text 漢字 on"#))
  }

  /// Ends the desk by a fault; the shell must find its terminal as it was.
  private func crash(_ pane: TmuxPane) throws {
    try pane.signal(SIGSEGV)
    try pane.waitForPrompt()
    try pane.type("echo; stty -a | grep -o -e ' icanon' -e ' echo ' | tr -d '\\n'; echo .")
    try pane.press("Enter")
    try pane.wait(for: " icanon echo .")
  }

  @Test("Our model of a terminal shows what tmux shows, for every byte of a long run")
  func model() throws {
    let project = try TestProject(
      records: TestProject.records(1...20) + "{\"id\": \"漢\", \"text\": \"前台很热情 e\u{301} 👩 mixed – “text”\"}\n")
    let desk = try project.desk()
    for keys in ["p", "\r", "some 漢字 text", "\t", "]", "]", "?", "q", "G", "gi", "[", "f", "c", "note\r", "gh"] {
      desk.type(keys)
      desk.settle(40)
    }
    // The screen first: it is made of all bytes up to now, and no more come by taking them.
    let screen = desk.screen
    let bytes = desk.terminal.output
    #expect(screen.violations == [])
    let pane = try TmuxPane(environment: project.environment)
    let file = project.folder.path + "/bytes"
    _ = try project.folder.write(String(decoding: bytes, as: UTF8.self), to: "bytes")
    try pane.type("stty -echo -onlcr; cat '\(file)'; sleep 100")
    try pane.press("Enter")
    let wanted = screen.lines
    try pane.wait("the same picture:\n\(screen.text)") { screen in
      zip(screen.split(separator: "\n", omittingEmptySubsequences: false), wanted).allSatisfy { line, wanted in
        line.trimmingSuffix { $0 == " " } == wanted
      }
    }
  }
}

extension StringProtocol {
  /// Without what ends it.
  fileprivate func trimmingSuffix(while holds: (Character) -> Bool) -> SubSequence {
    var rest = self[...]
    while let last = rest.last, holds(last) { rest.removeLast() }
    return rest
  }
}
