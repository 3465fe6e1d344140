import Foundation
import PostilTestSupport
import Testing

/// Every place where text of others is shown, with text that would take the terminal over.
@Suite("Text from data never reaches the terminal raw")
struct HostileTextTests {
  private typealias Keys = DeskRun.Keys

  /// Escape sequences of all families, controls of both sets, what turns or hides text, and what has no end.
  static let hostile = [
    "\u{1b}[31mred", "\u{1b}]52;c;cHduZWQ=\u{7}", "\u{1b}]0;title\u{7}", "\u{1b}]2;title\u{1b}\\", "\u{1b}Pq\u{1b}\\",
    "\u{9b}2J", "\u{9d}0;title\u{9c}", "\u{90}", "\u{202e}drawkcab", "\u{2066}\u{2069}\u{200f}", "\0nul", "\u{7}bel",
    "\u{8}\u{8}", "\r\n", "\u{7f}", "\u{feff}\u{200b}\u{ad}", "a" + String(repeating: "\u{301}", count: 200),
    "👩\u{200d}👩\u{200d}👧\u{200d}👦", "\u{e0001}\u{e0041}", "\u{85}\u{2028}\u{2029}", "\u{fffe}", "❤\u{fe0f}",
  ]
  static let all = hostile.joined(separator: " ")

  /// A text as JSON.
  private static func json(_ text: String) throws -> String {
    let bytes = try JSONSerialization.data(withJSONObject: [text], options: [])
    return String(String(decoding: bytes, as: UTF8.self).dropFirst().dropLast())
  }

  /// A project with hostile text wherever text may stand.
  private static func project() throws -> TestProject {
    func toml(_ text: String) -> String {
      "\"" + text.unicodeScalars.map { String(format: $0.value > 0xffff ? "\\U%08X" : "\\u%04X", $0.value) }.joined()
        + "\""
    }
    // What controls, turns or hides is refused there, with its place; marks are not.
    let marks = all.unicodeScalars.filter {
      ![.control, .format, .lineSeparator, .paragraphSeparator, .unassigned]
        .contains($0.properties.generalCategory)
    }
    let evil = toml(String(String.UnicodeScalarView(marks)))
    let configuration = """
      [project]
      name = \(evil)
      guidelines = "guidelines.md"
      advance = "submit"
      [[field]]
      name = "text"
      type = "text"
      title = \(evil)
      [[field]]
      name = "extra"
      type = "value"
      title = \(evil)
      required = false
      [[field]]
      name = "talk"
      type = "chat"
      required = false
      [[question]]
      name = "feeling"
      type = "label"
      title = \(evil)
      help = \(evil)
      labels = [ { name = "evil", title = \(evil), key = "p", help = \(evil) }, { name = "other", key = "n" } ]
      [[question]]
      name = "why"
      type = "text"
      title = \(evil)
      required = false

      """
    let text = try json(all)
    let records = (1...8).map { number in
      """
      {"id": \(number == 1 ? text : "\"e\(number)\""), "text": \(text), "extra": \(text), "source": \(text), \
      "author": \(text), "license": \(text), "lang": \(text), \(text): \(text), \
      "talk": [{"role": \(text), "content": \(text)}], \
      "suggestions": [{"question": "why", "answer": \(text), "model": \(text), "score": 0.5}]}

      """
    }.joined()
    let project = try TestProject(configuration, records: records)
    _ = try project.folder.write(
      "# \(all)\n\n\(all)\n\n    \(all)\n\n| \(all) | b |\n| - | - |\n| c | d |\n",
      to: "project/guidelines.md")
    return project
  }

  private static func check(_ desk: DeskRun, _ place: String) {
    #expect(desk.screen.violations == [], "\(place)\n\(desk.screen.text)")
  }

  @Test("The desk with all its panes and popups, at three sizes", arguments: [(120, 40), (80, 24), (60, 20)])
  func desk(_ columns: Int, _ rows: Int) throws {
    let project = try Self.project()
    let desk = try project.desk(columns: columns, rows: rows, ready: "#1")
    desk.settle()
    Self.check(desk, "start")
    // Pasted, written by a person, and said back by prompts.
    let paste = Keys.paste(Self.all.replacing("\u{1b}", with: ""))
    let places = [
      "?": "all keys", ":": "palette", "gi": "guidelines", "gh": "history", "gs": "sort", "/": "search", "c": "comment",
      "s": "skip", "#": "go to", "gf": "filter",
    ]
    for (keys, place) in places.sorted(by: { $0.key < $1.key }) {
      desk.type(keys)
      desk.settle(80)
      Self.check(desk, place)
      if ["c", "s", "/", "#", "gf", ":"].contains(keys) {
        desk.type(paste)
        desk.settle(80)
        Self.check(desk, place + ", pasted into")
        if ["#", "gf", "c"].contains(keys) { desk.type(Keys.enter) }
        desk.settle(80)
        Self.check(desk, place + ", entered")
      }
      desk.type(Keys.escape)
      desk.settle(80)
      if keys == "gi" { desk.type(keys) }
    }
    desk.type("p\t=")
    desk.settle(80)
    Self.check(desk, "suggestion taken")
    desk.type(Keys.enter, paste, Keys.control("s"))
    desk.settle(80)
    desk.type("g", "g", "g", "h")
    desk.settle(80)
    Self.check(desk, "history of hostile answers")
    _ = try desk.leave()
    Self.check(desk, "left")
  }

  /// Controls in what a subcommand printed for people; only ends of lines may be there.
  private static func raw(_ bytes: [UInt8]) -> [String] {
    var screen = TerminalScreen(columns: 20_000, rows: 4)
    screen.feed(bytes.flatMap { $0 == 0x0a ? [0x0d, 0x0a] : [$0] })
    let marks = ["more than two marks on one character", "a mark at the beginning of a row"]
    return screen.violations.filter { !marks.contains($0) }
  }

  @Test("Subcommands: show, log, status, doctor, import, export's words, and errors that repeat what was given")
  func subcommands() throws {
    let project = try Self.project()
    let desk = try project.desk(ready: "#1")
    desk.type("p", Keys.control("s"), "c", Keys.paste(Self.all.replacing("\u{1b}", with: "")), Keys.enter)
    desk.settle()
    _ = try desk.leave()
    let file = try project.folder.write(
      "{\"id\": \"\u{1b}[31m\", \"text\": 3}\n{broken \u{1b}]0;t\u{7}\n"
        + "{\"id\": \"half \\ud800\", \"text\": \"\\udfff\"}\n", to: "bad\u{1b}[31m.jsonl")
    // An argument cannot hold NUL.
    let evil = Self.all.replacing("\0", with: "")
    let runs: [[String]] = [
      ["show"], ["show", "1", "--pane", "history"], ["show", "--pane", "guidelines"], ["show", evil], ["log", "1"],
      ["log", "#2"], ["log", evil], ["log"], ["status"], ["doctor"], ["import", file],
      ["import", project.folder.path + "/\u{1b}[2J"],
      ["import", "--format", evil, file], ["export", evil], ["export", "label:" + evil],
      [
        "export", "state:submitted",
        "--output", project.folder.path + "/\u{9b}2J.jsonl",
      ], ["show", "--theme", evil], ["show", "--keys", evil], [evil],
    ]
    for arguments in runs {
      let result = try project.start(arguments).finish()
      #expect(Self.raw(result.errors) == [], "standard error of \(arguments.map(\.debugDescription))")
      // Exports are data: what was in comes out. Everything else is for eyes.
      if arguments[0] != "export" {
        #expect(Self.raw(result.output) == [], "standard output of \(arguments.map(\.debugDescription))")
      }
      #expect(result.code < 128, "\(arguments.map(\.debugDescription))")
    }
  }

  @Test("Names of files and folders, and the words of a wrong postil.toml")
  func names() throws {
    let project = try TestProject(tasks: 1)
    _ = try project.folder.write("[project]\nname = \"a\u{1b}[31m\"\n\u{1b}]0;x\u{7}\n", to: "project/postil.toml")
    for arguments in [["status"], ["annotate"], ["doctor"], ["show"]] {
      let result = try project.start(arguments).finish()
      #expect(result.code == 1)
      #expect(Self.raw(result.errors) == [] && Self.raw(result.output) == [], "\(arguments)")
    }
  }

  @Test("Ten thousand marks on one letter, and ten thousand joined people")
  func endless() throws {
    let marks = "a" + String(repeating: "\u{301}", count: 10_000)
    let people = String(repeating: "👩\u{200d}", count: 10_000)
    let records =
      "{\"id\": \"\(String(String.UnicodeScalarView(marks.unicodeScalars.prefix(100))))\", \"text\": \"\(marks) \(people) end\"}\n{\"id\": \"b\", \"text\": \"\(people)\"}\n"
    let project = try TestProject(records: records)
    let desk = try project.desk()
    desk.type("p]")
    try desk.wait(for: "#2  ")
    Self.check(desk, "endless")
    _ = try desk.leave()
  }
}
