import PostilTestSupport
import Testing

@Suite("Text comes in by pasting and from other editors")
struct WritingTests {
  private typealias Keys = DeskRun.Keys

  @Test("A paste is text in the editor, whatever is in it")
  func pasteIntoEditor() throws {
    let project = try TestProject()
    let desk = try project.desk()
    desk.type("p", Keys.enter, "before ", Keys.paste("q\rgg u\u{3}\u{1b}[A 漢字 é\r\nlast"))
    try desk.wait(for: "last")
    desk.type(" after", Keys.control("s"))
    try desk.wait(for: "saved #1")
    #expect(try desk.leave() == .code(0))
    let line = try project.exported().split(separator: "\n")[0]
    #expect(line.contains(#""why":"before q\ngg u"#), "\(line)")
    #expect(line.contains("漢字 é\\nlast after\""), "\(line)")
    #expect(desk.screen.violations == [])
  }

  @Test("Pasted onto the desk, no letter is a command")
  func pasteOntoDesk() throws {
    let project = try TestProject(TestProject.oneKeyConfiguration)
    let desk = try project.desk()
    desk.type(Keys.paste("pnm\rs\rqfu:quit\r"))
    try desk.wait(for: "Pasted text")
    #expect(desk.screen.contains("0 of 30") && desk.screen.contains("#1  "))
    try desk.type("p", andWaitFor: "saved #1")
    #expect(try desk.leave() == .code(0))
    #expect(try project.run("status", "--json").text.contains("\"saves\":1,"))
  }

  @Test("A paste into the comment's line stays one line and is not entered by its line ends")
  func pasteIntoPrompt() throws {
    let project = try TestProject()
    let desk = try project.desk()
    try desk.type("c" + Keys.paste("one\rtwo"), andWaitFor: "two")
    #expect(desk.screen.contains("nothing saved yet"))
    try desk.type(Keys.enter, andWaitFor: "saved #1")
    _ = try desk.leave()
    let exported = try project.exported()
    #expect(exported.contains("one") && exported.contains("two"))
  }

  @Test("A paste of half a megabyte arrives whole, and is safe when the program is killed")
  func longPaste() throws {
    let project = try TestProject()
    let desk = try project.desk()
    let text = (0..<40_000).map { "word\($0)" }.joined(separator: " ")
    desk.type("p", Keys.enter)
    desk.type(Keys.paste(text))
    try desk.wait(for: "word39999")
    desk.killNow()
    let again = try project.desk()
    try again.wait(for: "draft kept")
    try again.type(Keys.control("s"), andWaitFor: "saved #1")
    _ = try again.leave()
    #expect(try project.exported().contains("\"why\":\"\(text)\""))
  }

  @Test(
    "Killed in a half-typed comment or reason: it is there again, and Esc gives it up for good", arguments: ["c", "s"])
  func killedInPrompt(_ key: String) throws {
    let project = try TestProject()
    let desk = try project.desk()
    try desk.type("]]", andWaitFor: "#3  ")
    try desk.type(key + "half a thou", andWaitFor: "half a thou")
    desk.killNow()
    let again = try project.desk()
    try again.wait(for: "half a thou")
    try again.type("ght\r", andWaitFor: "saved #1")
    try again.type("[[", andWaitFor: key == "c" ? "#1  " : "#2  ")
    try again.type(key + "given up", andWaitFor: "given up")
    again.type(Keys.escape)
    try again.wait(without: "given up")
    again.killNow()
    let third = try project.desk()
    try third.wait(for: "saved #1")
    third.settle()
    #expect(!third.screen.contains("given up"))
    _ = try third.leave()
    #expect(try project.exported().contains("half a thought"))
  }

  /// A desk with a shell script for an editor, at the text question with something written.
  private func desk(editor script: String) throws -> (TestProject, DeskRun) {
    let project = try TestProject()
    let path = try project.folder.write("#!/bin/sh\n" + script, to: "my editor")
    _ = try ProgramRun(["chmod", "755", path], environment: ["PATH": "/bin:/usr/bin"]).finish()
    let desk = try project.desk(environment: ["VISUAL": "'\(path)' --wait", "EDITOR": "false"])
    desk.type("p", Keys.enter, "written here")
    try desk.wait(for: "written here")
    return (project, desk)
  }

  @Test("An editor of one's own changes the text, with the terminal to itself meanwhile")
  func externalEditor() throws {
    let (project, desk) = try desk(
      editor: """
        test "$1" = --wait || exit 9
        stty -a | grep -q ' icanon' || exit 8
        echo "editing: $(cat "$2")"; read answer
        printf 'and %s\\nthere' "$answer" >> "$2"
        """)
    let modes = desk.screen.modes
    try desk.type("\u{18}e", andWaitFor: "editing: written here")
    #expect(desk.screen.modes.isDisjoint(with: [1049, 2004, 1000]))
    #expect(desk.terminal.lineModes == .cooked)
    try desk.type("漢字\r", andWaitFor: "Questions")
    try desk.wait(for: "and 漢字")
    #expect(desk.terminal.lineModes == .raw && desk.screen.modes == modes)
    try desk.type(Keys.control("s"), andWaitFor: "saved #1")
    _ = try desk.leave()
    #expect(try project.exported().contains(#""why":"written here\nand 漢字\nthere""#))
  }

  @Test(
    "An editor that fails, crashes or writes no text leaves the answer as it was, and says so",
    arguments: [("exit 3", "code 3"), ("kill -SEGV $$", "139"), ("printf '\\377\\376' > \"$2\"", "not UTF-8")])
  func failingEditor(_ script: String, _ words: String) throws {
    let (project, desk) = try desk(editor: script)
    try desk.type("\u{18}e", andWaitFor: words)
    try desk.wait(for: "written here")
    #expect(desk.terminal.lineModes == .raw)
    desk.type(" and there")
    try desk.wait(for: "written here and there")
    try desk.type(Keys.control("s"), andWaitFor: "saved #1")
    _ = try desk.leave()
    #expect(try project.exported().contains(#""why":"written here and there""#))
  }

  @Test("An editor that is not there is told, and nothing changes")
  func missingEditor() throws {
    let project = try TestProject()
    let desk = try project.desk(environment: ["VISUAL": "no-such-editor-anywhere"])
    desk.type("p", Keys.enter, "written here")
    try desk.wait(for: "written here")
    try desk.type("\u{18}e", andWaitFor: "no-such-editor-anywhere")
    try desk.wait(for: "written here")
    #expect(desk.terminal.lineModes == .raw && desk.screen.modes.contains(1049))
  }

  @Test("Killed while another editor is open: what was written here is there")
  func killedBesideEditor() throws {
    let (project, desk) = try desk(editor: "echo editing; exec sleep 600")
    try desk.type("\u{18}e", andWaitFor: "editing")
    desk.killNow()
    try project.desk().wait(for: "written here")
  }
}
