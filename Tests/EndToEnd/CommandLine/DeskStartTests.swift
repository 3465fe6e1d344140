import Foundation
import Glibc
import PostilTestSupport
import Testing

/// What belongs to the command line of the desk in a terminal: settings, exit codes, and the work after it has ended.
@Suite("The desk opens and leaves as the command line says", .serialized)
struct DeskStartTests {
  private func open(
    _ project: SampleProject, _ arguments: [String] = [], environment: [String: String] = [:]
  ) throws -> PseudoTerminal {
    let variables = ["HOME": project.folder.path + "/home"].merging(environment) { $1 }
    return try PseudoTerminal(
      [BuiltProgram.path("postil"), "--project", project.folder.path] + arguments, columns: 100, rows: 30,
      environment: variables)
  }

  @Test("a label key answers and saves, q leaves with 0, and the answer is in the project")
  func answer() throws {
    let project = try SampleProject()
    let terminal = try open(project)
    try terminal.wait(for: "Great location")
    terminal.send("p")
    try terminal.wait(for: "#1")
    terminal.send("q")
    #expect(try terminal.waitForExit() == .code(0))
    #expect(terminal.lineModes == .cooked)
    #expect(try project.run(["status"]).output.contains("1 of 3"))
    #expect(try project.run(["log", "a"]).output.contains("sentiment: positive"))
    let all = try project.run(["log"]).lines
    #expect(all.count == 2 && all.first?.contains("  import 1  ") == true, "\(all)")
    #expect(all.last?.contains("  #1  a  submitted  revision 1  sentiment: positive") == true, "\(all)")
  }

  @Test(
    "signals end it after saving, with 128 and their number", arguments: [SIGTERM, SIGINT, SIGHUP])
  func signals(_ signal: Int32) throws {
    let project = try SampleProject()
    let terminal = try open(project)
    try terminal.wait(for: "Great location")
    terminal.send("p")
    try terminal.wait(for: "lift was out")
    terminal.signal(signal)
    #expect(try terminal.waitForExit() == .code(128 + signal))
    #expect(try project.run(["status"]).output.contains("1 of 3"))
  }

  @Test("NO_COLOR and --no-color send no colours; without them there are some")
  func colors() throws {
    let project = try SampleProject()
    // setaf and setab of xterm-256color: 3x, 4x, 9x, 10x, 38;5 and 48;5.
    let color = try Regex("\u{1B}\\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[0-9;]*)?m")
    for (arguments, environment, isColored) in [
      ([], [:], true), ([], ["NO_COLOR": ""], true), ([], ["NO_COLOR": "1"], false), (["--no-color"], [:], false),
    ] as [([String], [String: String], Bool)] {
      let terminal = try open(project, arguments, environment: environment)
      try terminal.wait(for: "Great location")
      terminal.send("q")
      #expect(try terminal.waitForExit() == .code(0))
      #expect(terminal.text.contains(color) == isColored, "\(arguments) \(environment)")
    }
  }

  @Test("a dumb terminal is refused in words, with exit code 1")
  func dumb() throws {
    let project = try SampleProject()
    let terminal = try open(project, environment: ["TERM": "dumb"])
    #expect(try terminal.waitForExit() == .code(1))
    #expect(terminal.text.contains("dumb"))
  }

  @Test("what an editor writes comes back: CRLF and the last line's end are its own; a failing editor changes nothing")
  func editor() throws {
    let project = try SampleProject()
    let path = project.folder.path + "/postil.toml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try (text + "\n[[question]]\nname = \"why\"\ntype = \"text\"\nrequired = false\n")
      .write(toFile: path, atomically: false, encoding: .utf8)
    let script = try project.folder.write(
      "stat -c %a \"$1\" > '\(project.folder.path)/mode'\nprintf 'one\\r\\ntwo\\r\\n' > \"$1\"\n", to: "editor.sh")
    let terminal = try open(project, environment: ["EDITOR": "sh '\(script)'"])
    try terminal.wait(for: "Great location")
    terminal.send("p\u{18}e")
    try terminal.wait(for: "two")
    terminal.send("\u{13}")
    try terminal.wait(for: "lift was out")
    terminal.send("q")
    #expect(try terminal.waitForExit() == .code(0))
    #expect(try String(contentsOfFile: project.folder.path + "/mode", encoding: .utf8) == "600\n")
    let log = try JSONText.object(try project.run(["log", "a", "--json"]).output)
    let answers = (log["events"] as? [[String: Any]])?.last?["answers"] as? [String: Any]
    #expect(answers?["why"] as? String == "one\ntwo")

    let failing = try open(project, environment: ["EDITOR": "false"])
    try failing.wait(for: "lift was out")
    failing.send("p\u{18}e")
    try failing.wait(for: "ended with code 1")
    failing.send("\u{3}")
    #expect(try failing.waitForExit() == .code(0))
  }

  @Test("a theme chosen at the desk is there at the next start")
  func rememberedTheme() throws {
    let project = try SampleProject()
    let first = try open(project)
    try first.wait(for: "Great location")
    first.send("gc")
    try first.wait(for: "high-contrast")
    first.send("jjj\r")
    first.readUntilQuiet()
    first.send("q")
    #expect(try first.waitForExit() == .code(0))
    let second = try open(project)
    try second.wait(for: "Great location")
    second.send("q")
    #expect(try second.waitForExit() == .code(0))
    #expect(!second.text.contains("38;5;"))
  }
}
