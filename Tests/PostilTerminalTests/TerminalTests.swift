import Glibc
import PostilTestSupport
import Testing

/// What the terminal promises, tried on a real pty with a small program.
@Suite("A program on a terminal", .serialized)
struct TerminalTests {
  // MARK: Keys

  @Test("Keys arrive whole and in order, drawn once for a burst")
  func keys() throws {
    let run = try ProbeRun.drawn()
    let arrows = "\u{1b}OA\u{1b}[1;2B\u{1b}[1;5D"
    let others = "\u{1b}[15~\u{1b}a\u{3}\u{13}\u{11}\u{1b}[<0;3;4M\u{1b}[200~qx\u{1b}[201~"
    _ = try run.answer(to: "漢" + arrows + others)
    #expect(
      run.log.dropFirst(2) == [
        "character 漢", "named up", "named shiftDown", "named controlLeft", "function 5", "alt a", "control c",
        "control s", "control q", "mouse press 2 3", "paste 2 \"qx\"", "drawn",
      ])
    #expect(run.log[0] == "open 80 24 palette true")
    run.terminal.send("\u{1b}")
    try run.wait(for: "named escape")
    run.terminal.send("q")
    #expect(try run.terminal.waitForExit() == .code(0))
  }

  @Test("A long paste and one without an end")
  func pastes() throws {
    let run = try ProbeRun.drawn()
    run.terminal.send("\u{1b}[200~" + String(repeating: "0123456789", count: 15_000) + "\u{1b}[201~")
    try run.wait(for: "paste 100000 \"0123456789012345678901234567890123456789\"")
    try run.wait(for: "cut 50000")
    run.terminal.send("\u{1b}[200~open")
    try run.wait(for: "paste 4 \"open\"")
  }

  @Test("The mouse can be switched off and on")
  func mouse() throws {
    let run = try ProbeRun.drawn()
    #expect(run.terminal.text.contains("\u{1b}[?1000h\u{1b}[?1002h\u{1b}[?1006h"))
    #expect(String(decoding: try run.answer(to: "m"), as: UTF8.self) == "\u{1b}[?1006l\u{1b}[?1002l\u{1b}[?1000l")
    #expect(String(decoding: try run.answer(to: "m"), as: UTF8.self) == "\u{1b}[?1000h\u{1b}[?1002h\u{1b}[?1006h")
  }

  // MARK: Output

  @Test("Nothing changed, nothing sent")
  func nothing() throws {
    let run = try ProbeRun.drawn()
    #expect(try run.answer(to: "n") == [])
    #expect(try run.answer(to: "k") == [])
  }

  @Test("A letter costs a few bytes, a moved highlight at most twice the cells that changed")
  func bytes() throws {
    let run = try ProbeRun.drawn(columns: 120, rows: 40)
    _ = try run.answer(to: "i")
    _ = try run.answer(to: "a")
    #expect(try run.answer(to: "b") == [0x62])
    _ = try run.answer(to: "\r")
    let cells = 2 * "Row 0 漢字 e\u{301} stays where it is".utf8.count
    let moved = try run.answer(to: "j")
    #expect(moved.count > 0 && moved.count <= 2 * cells, "\(moved.count) bytes for \(cells) of cells")
  }

  @Test("Control-L sends everything again")
  func repaint() throws {
    let run = try ProbeRun.drawn()
    let text = String(decoding: try run.answer(to: "\u{c}"), as: UTF8.self)
    for row in 0..<10 { #expect(text.contains("Row \(row) 漢字")) }
  }

  @Test("Idle, the program sleeps")
  func idle() throws {
    let run = try ProbeRun.drawn()
    run.terminal.readUntilQuiet(300)
    let before = run.terminal.wakeUps()
    usleep(1_500_000)
    #expect(run.terminal.wakeUps() == before)
    #expect(run.log.count { $0 == "drawn" } == 1)
  }

  @Test("Another thread can wake it")
  func wakeUp() throws {
    let run = try ProbeRun.drawn()
    run.terminal.send("w")
    try run.wait(for: "woken")
  }

  // MARK: Size

  @Test("A new size is told once, and drawn")
  func resize() throws {
    let run = try ProbeRun.drawn()
    for columns in 81...100 { run.terminal.resize(columns: columns, rows: 30) }
    try run.wait(for: "resize 100 30")
    #expect(run.terminal.text.contains("Row 9"))
    _ = try run.answer(to: "j")
    #expect(run.log.count { $0.hasPrefix("resize") } <= 20)
    // As small as can be, and back.
    run.terminal.resize(columns: 1, rows: 1)
    try run.wait(for: "resize 1 1")
    run.terminal.resize(columns: 120, rows: 40)
    try run.wait(for: "resize 120 40")
    run.terminal.send("q")
    #expect(try run.terminal.waitForExit() == .code(0))
  }

  // MARK: Kinds of terminals

  @Test(
    "Colours are what the terminal has, less what is forbidden",
    arguments: [
      ("xterm", [:], "eight true"), ("probe-16", [:], "sixteen true"), ("vt100", [:], "mono true"),
      ("linux", [:], "eight true"), ("xterm", ["LINES": "5", "COLUMNS": "10"], "eight true"),
      ("xterm-256color", [:], "palette true"), ("screen-256color", [:], "palette true"),
      ("xterm-256color", ["NO_COLOR": "1"], "mono true"), ("xterm-256color", ["NO_COLOR": ""], "palette true"),
      ("xterm-256color", ["LC_ALL": "C"], "palette false"), ("xterm-256color", ["PROBE_ASCII": "1"], "palette false"),
    ])
  func kinds(_ type: String, _ environment: [String: String], _ expected: String) throws {
    let types = try TemporaryFolder()
    try Self.addType(to: types)
    let more = ["TERM": type, "TERMINFO_DIRS": types.path + ":"]
    let run = try ProbeRun.drawn(environment: environment.merging(more) { $1 })
    #expect(run.log[0] == "open 80 24 \(expected)")
    #expect(run.terminal.text.contains("Row 3"))
    let isMono = expected.hasPrefix("mono")
    #expect(run.terminal.text.contains("\u{1b}[38;5;") == expected.hasPrefix("palette"))
    #expect(run.terminal.text.contains("\u{1b}[3") || isMono)
    if expected.hasSuffix("false") {
      #expect(run.terminal.output.allSatisfy { $0 < 0x80 })
      #expect(run.terminal.text.contains("? ? "))
    } else {
      #expect(run.terminal.text.contains("漢字"))
    }
    run.terminal.send("q")
    #expect(try run.terminal.waitForExit() == .code(0))
    #expect(run.terminal.lineModes == .cooked)
  }

  /// Puts a terminal with 16 colours into a folder; a plain system has none.
  private static func addType(to folder: TemporaryFolder) throws {
    let source = try folder.write(
      """
      probe-16|sixteen colours,
      \tcolors#16, pairs#256, setaf=\\E[3%p1%dm, setab=\\E[4%p1%dm, use=xterm,

      """, to: "source")
    let tic = try PseudoTerminal(["tic", "-x", "-o", folder.path, source])
    try #require(try tic.waitForExit() == .code(0), "\(tic.text)")
  }

  @Test(
    "What cannot show a screen is refused in words, and nothing is sent",
    arguments: [
      (["TERM": "dumb"], "exec \"$PROBE\"", "dumb"),
      (["TERM": "no-such-terminal"], "exec \"$PROBE\"", "no-such-terminal"),
      (["TERM": ""], "exec \"$PROBE\"", "TERM is not set"), ([:], "\"$PROBE\" 2>&1 >/dev/null", "not a terminal"),
    ])
  func refused(_ environment: [String: String], _ command: String, _ words: String) throws {
    let run = try ProbeRun(command: command, environment: environment)
    #expect(try run.terminal.waitForExit() == .code(1))
    #expect(run.terminal.text.contains(words))
    #expect(!run.terminal.text.contains("\u{1b}"))
    #expect(run.terminal.lineModes == .cooked)
  }

  @Test("With data on standard input, keys come from the terminal")
  func pipedInput() throws {
    let run = try ProbeRun(command: "echo data | \"$PROBE\"")
    try run.wait(for: "drawn")
    run.terminal.send("yq")
    #expect(try run.terminal.waitForExit() == .code(0))
    #expect(run.log.contains("character y"))
  }
}
