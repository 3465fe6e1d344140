import Foundation
import PostilTestSupport
import Testing

@Suite("init, doctor, status, log, themes and keys")
struct ProjectCommandTests {
  @Test(
    "init writes a project that the doctor finds nothing wrong with",
    arguments: [
      "sentiment", "entailment", "topics", "transcription", "quality", "preference", "comparison", "demonstration",
      "copy-edit",
    ])
  func templates(_ name: String) throws {
    let folder = try TemporaryFolder()
    let made = try PostilRun(["init", "p", "--template", name], in: folder)
    #expect(made.code == 0, "\(made.errors)")
    #expect(made.output.contains("postil import"))
    let checked = try PostilRun(["doctor", "--project", "p", "--json"], in: folder)
    #expect(checked.code == 0, "\(checked.output)")
    let findings = try JSONText.array(checked.output)
    #expect(!findings.contains { ["error", "warning"].contains($0["severity"] as? String) }, "\(checked.output)")
  }

  @Test("init calls the current folder this folder, however it is written", arguments: [[], ["."], ["./"]])
  func initHere(_ arguments: [String]) throws {
    let made = try PostilRun(["init"] + arguments, in: TemporaryFolder())
    #expect(made.lines.first?.hasPrefix("Made the project in this folder. ") == true, "\(made.output)")
    #expect(!made.output.contains("--project"))
    #expect(try PostilRun(["init", "p"], in: TemporaryFolder()).output.hasPrefix("Made the project in p. "))
  }

  @Test("init never writes over a project")
  func initTwice() throws {
    let project = try SampleProject()
    let before = try String(contentsOfFile: project.folder.path + "/postil.toml", encoding: .utf8)
    let again = try project.run(["init"])
    #expect(again.code == 1)
    #expect(again.errors.contains("already"))
    #expect(try String(contentsOfFile: project.folder.path + "/postil.toml", encoding: .utf8) == before)
    #expect(try project.run(["status"]).output.contains("0 of 3"))
  }

  @Test("the project is found from a folder below it, and by --project")
  func nearest() throws {
    let project = try SampleProject()
    let inner = project.folder.path + "/deep/er"
    try FileManager.default.createDirectory(atPath: inner, withIntermediateDirectories: true)
    let outside = try TemporaryFolder()
    let named = try PostilRun(["status", "--project", inner + "/../.."], in: outside)
    #expect(named.output.contains("Sample"))
    let wrong = try PostilRun(["status", "--project", inner], in: outside)
    #expect(wrong.code == 1)
  }

  @Test("a wrong postil.toml is refused with file, line and the nearest right word")
  func wrongProjectFile() throws {
    let project = try SampleProject()
    let path = project.folder.path + "/postil.toml"
    let text = try String(contentsOfFile: path, encoding: .utf8).replacing("type = \"label\"", with: "type = \"lable\"")
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    let line =
      text.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0.contains("lable") }.map { $0 + 1 } ?? 0
    let run = try project.run(["status"])
    #expect(run.code == 1)
    #expect(run.errors.contains("postil.toml:\(line)"), "\(run.errors)")
    #expect(run.errors.contains("did you mean \"label\"?"), "\(run.errors)")
    #expect(try project.run(["doctor"]).code == 1)
  }

  @Test("status --json parses and agrees with the words")
  func status() throws {
    let project = try SampleProject()
    let json = try JSONText.object(try project.run(["status", "--json"]).output)
    #expect(json["tasks"] as? Int == 3)
    #expect(json["submitted_tasks"] as? Int == 0)
    #expect((json["annotators"] as? [Any])?.isEmpty == true)
    #expect(try project.run(["status"]).output.contains("0 of 3 tasks done"))
  }

  @Test("log takes a number, #number or id, and says when there is no such task")
  func log() throws {
    let project = try SampleProject()
    for name in ["2", "#2", "b"] {
      let json = try JSONText.object(try project.run(["log", name, "--json"]).output)
      #expect(json["task"] as? Int == 2)
      #expect(json["id"] as? String == "b")
    }
    let unknown = try project.run(["log", "nobody"])
    #expect(unknown.code == 1)
    #expect(unknown.errors.contains("\"nobody\""))
  }

  @Test("log without a task tells the whole project's history, imports too, the oldest first")
  func logOfTheProject() throws {
    let project = try SampleProject()
    _ = try project.folder.write(
      #"{"id":"d","text":"Ok.","suggestions":[{"question":"sentiment","answer":"mixed","model":"m"}]}"# + "\n",
      to: "more.csv")
    #expect(try project.run(["import", "--format", "jsonl", "more.csv"]).code == 0)
    let lines = try project.run(["log"]).lines
    #expect(lines.count == 2)
    #expect(lines.first?.hasSuffix("  import 1  records.jsonl  jsonl  3 tasks") == true, "\(lines)")
    #expect(lines.last?.hasSuffix("  import 2  more.csv  jsonl  1 task, 1 suggestion") == true, "\(lines)")
    let json = try JSONText.object(try project.run(["log", "--json"]).output)
    let events = try #require(json["events"] as? [[String: Any]])
    #expect(events.map { $0["kind"] as? String } == ["import", "import"])
    #expect(events.map { $0["tasks"] as? Int } == [3, 1])
    #expect(events.allSatisfy { $0["finished"] as? Bool == true && ($0["user"] as? String)?.isEmpty == false })
    #expect(try project.run(["log", "1"]).output.contains("Nobody has done anything"))
  }

  @Test("an import that only looked, or was taken back whole, is not in the log")
  func logOfNothing() throws {
    let folder = try TemporaryFolder()
    #expect(try PostilRun(["init"], in: folder).code == 0)
    _ = try folder.write("{\"id\":\"a\",\"text\":\"Good.\"}\n{\"id\":\"b\"\n", to: "records.jsonl")
    #expect(try PostilRun(["import", "--strict", "records.jsonl"], in: folder).code == 1)
    #expect(try PostilRun(["import", "--dry-run", "records.jsonl"], in: folder).code == 2)
    #expect(try PostilRun(["log"], in: folder).output == "Nothing has happened in this project yet.\n")
    let json = try JSONText.object(try PostilRun(["log", "--json"], in: folder).output)
    #expect((json["events"] as? [Any])?.isEmpty == true)
  }

  @Test("themes lists the built-in ones and a user's own, and checks a file by line")
  func themes() throws {
    let project = try SampleProject()
    let listed = try JSONText.array(try project.run(["themes", "--json"]).output)
    let names = listed.compactMap { $0["name"] as? String }
    #expect(names == ["dark", "light", "high-contrast", "mono"])
    let own = project.folder.path + "/home/.config/postil/themes"
    try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
    try "inherits = \"dark\"\nsummary = \"Mine\"\n".write(
      toFile: own + "/mine.toml", atomically: false, encoding: .utf8)
    #expect(try project.run(["themes"]).output.contains("mine  Mine"))
    #expect(try project.run(["themes", "--check", own + "/mine.toml"]).code == 0)
    let wrong = try project.folder.write("inherits = \"dark\"\n\n[roles]\ntitel = { bold = true }\n", to: "wrong.toml")
    let checked = try project.run(["themes", "--check", wrong])
    #expect(checked.code == 1)
    #expect(checked.errors.contains("wrong.toml:4"), "\(checked.errors)")
    #expect(try project.run(["show", "--theme", "nope"]).code == 1)
  }

  @Test("keys prints what keys.toml has changed, and a clash with a label key is told with both names")
  func keys() throws {
    let project = try SampleProject()
    let folder = project.folder.path + "/home/.config/postil"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let rows = try JSONText.array(try project.run(["keys", "--json"]).output)
    #expect(rows.contains { $0["command"] as? String == "undo" })
    #expect(rows.contains { $0["command"] as? String == "yank" && $0["contexts"] as? [String] == ["text"] })
    try "[desk]\nskip = [\"p\"]\n".write(toFile: folder + "/keys.toml", atomically: false, encoding: .utf8)
    let clash = try project.run(["show"])
    #expect(clash.code == 1)
    #expect(clash.errors.contains("\"positive\"") && clash.errors.contains("skip"), "\(clash.errors)")
    try "[desk]\nskip = [\"Q\"]\n".write(toFile: folder + "/keys.toml", atomically: false, encoding: .utf8)
    let changed = try JSONText.array(try project.run(["keys", "--json"]).output)
    #expect(changed.contains { $0["command"] as? String == "skip" && $0["keys"] as? [String] == ["Q"] })
    try "[text]\nyank = [\"C-]\"]\n".write(toFile: folder + "/keys.toml", atomically: false, encoding: .utf8)
    let editor = try JSONText.array(try project.run(["keys", "--json"]).output)
    #expect(editor.contains { $0["command"] as? String == "yank" && $0["keys"] as? [String] == ["C-]"] })
    try "[desk]\nskipp = [\"Q\"]\n".write(toFile: folder + "/keys.toml", atomically: false, encoding: .utf8)
    #expect(try project.run(["keys"]).errors.contains("keys.toml:2"))
  }

  @Test("a wrong config.toml is told by line")
  func settings() throws {
    let project = try SampleProject()
    let folder = project.folder.path + "/home/.config/postil"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try "theme = \"light\"\nmoose = true\n".write(toFile: folder + "/config.toml", atomically: false, encoding: .utf8)
    let run = try project.run(["show"])
    #expect(run.code == 1)
    #expect(run.errors.contains("config.toml:2") && run.errors.contains("\"mouse\""), "\(run.errors)")
  }
}
