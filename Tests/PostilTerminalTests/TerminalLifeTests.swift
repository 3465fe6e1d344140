import Glibc
import PostilTestSupport
import Testing

/// Leaving, stopping, dying: the terminal is always given back as it was found.
@Suite("The terminal is given back", .serialized)
struct TerminalLifeTests {
  private static let modesOff = "\u{1b}[?1006l\u{1b}[?1002l\u{1b}[?1000l\u{1b}[?2004l"
  private static let leaveScreen = "\u{1b}[?1049l"

  @Test("Quitting restores the line and shows what was written to standard error")
  func quit() throws {
    let run = try ProbeRun.drawn()
    #expect(run.terminal.lineModes == .raw)
    #expect(try run.answer(to: "e") == [])
    run.terminal.send("q")
    #expect(try run.terminal.waitForExit() == .code(0))
    #expect(run.terminal.lineModes == .cooked)
    let left = try run.terminal.wait(for: Self.leaveScreen)
    try run.terminal.wait(for: "chatter", after: left)
    #expect(run.terminal.text.contains(Self.modesOff))
  }

  @Test("A crash restores the line and its message can be read")
  func crash() throws {
    let run = try ProbeRun.drawn()
    run.terminal.send("t")
    guard case .signal(let number) = try run.terminal.waitForExit() else {
      Issue.record("the probe ended without a signal")
      return
    }
    #expect([SIGILL, SIGTRAP].contains(number))
    #expect(run.terminal.lineModes == .cooked)
    let off = try run.terminal.wait(for: Self.modesOff)
    let left = try run.terminal.wait(for: Self.leaveScreen, after: off)
    try run.terminal.wait(for: "Fatal error", after: left)
  }

  @Test("Other fatal signals too", arguments: [SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGQUIT])
  func fatal(_ number: Int32) throws {
    let run = try ProbeRun.drawn()
    run.terminal.signal(number)
    #expect(try run.terminal.waitForExit() == .signal(number))
    #expect(run.terminal.lineModes == .cooked)
    #expect(run.terminal.text.contains(Self.leaveScreen))
  }

  @Test(
    "Asked to end, the program ends in its own way, with the code that says why",
    arguments: [(SIGTERM, Int32(143)), (SIGINT, Int32(130)), (SIGHUP, Int32(129))])
  func ended(_ number: Int32, _ code: Int32) throws {
    let run = try ProbeRun.drawn()
    let before = run.terminal.output.count
    run.terminal.signal(number)
    #expect(try run.terminal.waitForExit() == .code(code))
    #expect(run.terminal.output.count > before)
    #expect(run.terminal.lineModes == .cooked)
  }

  @Test("A terminal that is gone counts as a hang-up")
  func gone() throws {
    let run = try ProbeRun.drawn()
    run.terminal.hangUp()
    #expect(try run.terminal.waitForExit() == .code(129))
  }

  @Test("Control-Z gives the line to the shell, fg brings the whole picture back")
  func suspend() throws {
    let run = try ProbeRun(shell: true)
    let terminal = run.terminal
    try terminal.wait(for: "ready$ ")
    terminal.send("\"$PROBE\"\r")
    try run.wait(for: "drawn")
    terminal.readUntilQuiet()
    #expect(terminal.lineModes == .raw)
    var mark = terminal.output.count
    terminal.send("\u{1a}")
    mark = try terminal.wait(for: Self.leaveScreen, after: mark)
    mark = try terminal.wait(for: "ready$ ", after: mark)
    #expect(terminal.lineModes == .cooked)
    #expect(terminal.text.contains(Self.modesOff))
    // The window changes while the program cannot see it.
    terminal.resize(columns: 90, rows: 30)
    terminal.send("fg\r")
    try run.wait(for: "resize 90 30")
    mark = try terminal.wait(for: "\u{1b}[?1049h", after: mark)
    try terminal.wait(for: "Row 9", after: mark)
    #expect(terminal.text.suffix(3_000).contains("\u{1b}[?2004h"))
    #expect(terminal.lineModes == .raw)
    // Once more, with the size kept: the picture comes by itself.
    terminal.readUntilQuiet()
    mark = terminal.output.count
    terminal.send("\u{1a}")
    mark = try terminal.wait(for: "ready$ ", after: mark)
    terminal.send("fg\r")
    mark = try terminal.wait(for: "Row 0", after: mark)
    try terminal.wait(for: "Row 9", after: mark)
    terminal.send("yq")
    try terminal.wait(for: "ready$ ", after: mark)
    #expect(run.log.contains("character y"))
  }

  @Test("Stopped from outside, it takes the terminal back when it is continued")
  func stoppedFromOutside() throws {
    let run = try ProbeRun.drawn()
    let terminal = run.terminal
    terminal.signal(SIGSTOP)
    usleep(50_000)
    let mark = terminal.output.count
    terminal.signal(SIGCONT)
    try terminal.wait(for: "Row 9", after: mark)
    #expect(terminal.lineModes == .raw)
    terminal.send("q")
    #expect(try terminal.waitForExit() == .code(0))
  }

  @Test("Where no shell could continue it, Control-Z does not strand the program")
  func orphan() throws {
    let run = try ProbeRun.drawn()
    _ = try run.answer(to: "\u{1a}")
    #expect(run.terminal.lineModes == .raw)
    run.terminal.send("q")
    #expect(try run.terminal.waitForExit() == .code(0))
  }

  @Test("Another program has the terminal as a shell would give it, and the picture comes back")
  func external() throws {
    let command = "stty -a | tr '\\n' ' '; echo; echo told; read word; echo \"got $word\" >&2; exit 7"
    let run = try ProbeRun.drawn(environment: ["PROBE_COMMAND": command])
    let terminal = run.terminal
    let before = terminal.output.count
    terminal.send("x")
    var mark = try terminal.wait(for: "told", after: before)
    #expect(terminal.text.contains(" icanon ") && terminal.text.contains(" echo "))
    terminal.send("word\r")
    mark = try terminal.wait(for: "got word", after: mark)
    try run.wait(for: "status 7")
    try terminal.wait(for: "Row 9", after: mark)
    #expect(terminal.lineModes == .raw)
    terminal.send("q")
    #expect(try terminal.waitForExit() == .code(0))
  }

  @Test("Control-C in another program ends that program only")
  func externalInterrupted() throws {
    let run = try ProbeRun.drawn(environment: ["PROBE_COMMAND": "echo told; exec sleep 60"])
    run.terminal.send("x")
    try run.terminal.wait(for: "told")
    run.terminal.send("\u{3}")
    try run.wait(for: "status 130")
    run.terminal.readUntilQuiet()
    #expect(run.terminal.lineModes == .raw)
    #expect(!run.log.contains { $0.hasPrefix("terminate") })
    run.terminal.send("q")
    #expect(try run.terminal.waitForExit() == .code(0))
  }
}
