import Glibc
import PostilTestSupport
import Testing

@Suite("However it ends, work and terminal are safe")
struct EndingTests {
  private typealias Keys = DeskRun.Keys

  @Test(
    "Asked to end: saved, the terminal given back, the code that says why",
    arguments: zip([SIGTERM, SIGINT, SIGHUP], [Int32(143), 130, 129]))
  func signals(_ number: Int32, _ code: Int32) throws {
    let project = try TestProject()
    let desk = try project.desk()
    desk.type("p", Keys.control("s"), "n", Keys.enter, "half a tho")
    try desk.wait(for: "half a tho")
    #expect(desk.terminal.lineModes == .raw)
    desk.terminal.signal(number)
    #expect(try desk.terminal.waitForExit() == .code(code))
    #expect(desk.terminal.lineModes == .cooked)
    #expect(!desk.screen.modes.contains(1049) && !desk.screen.modes.contains(2004))
    let again = try project.desk()
    try again.wait(for: "half a tho")
    #expect(again.screen.contains("saved #1") && again.screen.contains("#2  "))
  }

  @Test("The window is closed: saved, and a code that says so")
  func closedWindow() throws {
    let project = try TestProject()
    let desk = try project.desk()
    desk.type("p", Keys.enter, "half a tho")
    try desk.wait(for: "half a tho")
    desk.terminal.hangUp()
    #expect(try desk.terminal.waitForExit() == .code(129))
    try project.desk().wait(for: "half a tho")
  }

  @Test(
    "A crash gives the terminal back, with plain colours and a cursor", arguments: [SIGSEGV, SIGILL, SIGABRT, SIGBUS])
  func crash(_ number: Int32) throws {
    let project = try TestProject()
    let desk = try project.desk()
    desk.type("p", Keys.enter, "half a tho")
    try desk.wait(for: "half a tho")
    desk.terminal.signal(number)
    #expect(try desk.terminal.waitForExit() == .signal(number))
    #expect(desk.terminal.lineModes == .cooked)
    let modes = desk.screen.modes
    #expect(modes.isDisjoint(with: [1049, 2004, 1000, 1002, 1006]) && modes.contains(25))
    #expect(desk.screen.violations == [])
    try project.desk().wait(for: "half a tho")
  }

  @Test("Stopped by Control-Z and continued: the shell has its terminal, then the desk is as it was")
  func suspend() throws {
    let project = try TestProject()
    let shell = try DeskRun(
      ["/bin/sh", "-i"], columns: 120, rows: 40,
      environment: project.environment.merging(["TERM": "xterm-256color", "PS1": "ready$ "]) { $1 })
    try shell.wait(for: "ready$")
    shell.type("'\(BuiltProgram.postil)' annotate --project '\(project.path)'\r")
    try shell.wait(for: "Questions")
    shell.type("p", Keys.enter, "half a tho")
    try shell.wait(for: "half a tho")
    shell.settle()
    let before = shell.screen
    for _ in 0..<3 {
      let mark = shell.terminal.output.count
      shell.type(Keys.control("z"))
      try shell.waitForPrompt("ready$ ", after: mark)
      #expect(!shell.screen.modes.contains(1049))
      #expect(shell.terminal.lineModes == .cooked)
      #expect(shell.screen.modes.isDisjoint(with: [2004, 1000, 1002, 1006]) && shell.screen.modes.contains(25))
      shell.type("fg\r")
      try shell.wait("the desk as it was, with modes \(before.modes.sorted())") {
        $0.text == before.text && $0.modes == before.modes
      }
      #expect(shell.terminal.lineModes == .raw)
    }
    shell.type("ught")
    try shell.wait(for: "half a thought")
    let mark = shell.terminal.output.count
    shell.type(Keys.control("c"))
    try shell.waitForPrompt("ready$ ", after: mark)
    #expect(!shell.screen.modes.contains(1049))
    shell.type("exit\r")
    #expect(try shell.terminal.waitForExit() == .code(0))
    #expect(shell.screen.violations == [])
  }

  @Test("Not a terminal: it says which subcommand to use instead, in words")
  func pipe() throws {
    let project = try TestProject(tasks: 1)
    let result = try project.run("annotate")
    #expect(result.code == 1 && result.output.isEmpty)
    for word in ["terminal", "postil show", "postil status", "postil export"] {
      #expect(result.complaint.contains(word))
    }
  }

  @Test("TERM=dumb, unknown or missing: one line, code 1, no sequences", arguments: ["dumb", "no-such-terminal", ""])
  func poorTerminal(_ type: String) throws {
    let project = try TestProject(tasks: 1)
    let desk = try project.desk(environment: ["TERM": type], ready: "TERM")
    #expect(try desk.terminal.waitForExit() == .code(1))
    #expect(!desk.terminal.output.contains(0x1b))
    #expect(desk.terminal.lineModes == .cooked)
  }

  @Test("NO_COLOR and --no-color: not one colour sequence in all that is sent", arguments: [true, false])
  func noColor(_ byVariable: Bool) throws {
    let project = try TestProject()
    let desk =
      try byVariable
      ? project.desk(environment: ["NO_COLOR": "1"]) : project.desk("--no-color")
    desk.type("p", "?")
    try desk.wait(for: "submit")
    desk.type(Keys.escape)
    try desk.wait(for: "draft kept")
    #expect(try desk.leave() == .code(0))
    #expect(!desk.screen.hasColor)
    #expect(desk.screen.violations == [])
  }

  @Test("With colours there are colours", arguments: ["xterm-256color", "xterm"])
  func color(_ type: String) throws {
    #expect(try TestProject(tasks: 1).desk(environment: ["TERM": type]).screen.hasColor)
  }

  @Test("LANG=C: ASCII only, whatever is in the records", arguments: ["?", "gi", ":", "gh", "c"])
  func ascii(_ keys: String) throws {
    let records = """
      {"id": "酒店-1", "text": "前台很热情 “quoted” é 👩‍💻 → ok", "source": "论坛"}
      {"id": "b", "text": "plain"}

      """
    let project = try TestProject(records: records)
    let desk = try project.desk(environment: ["LANG": "C"])
    desk.type("p", keys)
    try desk.wait(for: "draft kept")
    desk.settle()
    _ = try desk.leave()
    #expect(desk.terminal.output.allSatisfy { $0 < 0x80 })
    #expect(desk.screen.violations == [])
  }
}
