import PostilTestSupport
import Testing

@Suite("show and demo: the desk without a terminal")
struct ShowCommandTests {
  @Test(
    "show prints a picture of exactly the size that was asked for", arguments: ["120x40", "80x24", "60x20", "40x12"])
  func size(_ size: String) throws {
    let run = try SampleProject().run(["show", "--size", size])
    #expect(run.code == 0, "\(run.errors)")
    let parts = size.split(separator: "x").compactMap { Int($0) }
    #expect(run.output.split(separator: "\n", omittingEmptySubsequences: false).count == parts[1] + 1)
    #expect(run.output.contains("Sample"))
  }

  @Test("below 40x12 the desk says so")
  func tooSmall() throws {
    #expect(try SampleProject().run(["show", "--size", "39x12"]).output.contains("Too small"))
  }

  @Test("show opens at a task by number or id")
  func task() throws {
    let project = try SampleProject()
    #expect(try project.run(["show", "3"]).output.contains("前台很热情"))
    #expect(try project.run(["show", "b"]).output.contains("The lift was out"))
    #expect(try project.run(["show", "nobody"]).code == 1)
  }

  @Test("keys act on a copy: the picture changes, the project does not")
  func keys() throws {
    let project = try SampleProject()
    let run = try project.run(["show", "--keys", "p ["])
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.contains("1 of 3"))
    #expect(run.output.contains("saved #1"))
    #expect(try project.run(["status"]).output.contains("0 of 3"))
    #expect(try project.run(["show", "--keys", "C-nothing"]).code == 1)
  }

  @Test(
    "a copy of a project shows the pictures of the true one",
    arguments: [[], ["--keys", "j"], ["--review", "--filter", "state:all"]])
  func pictures(_ more: [String]) throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("[project]\nname = \"Cells\"\n\n\(Self.pictureParts)", to: "postil.toml")
    _ = try folder.write(GeneratedPicture.png(width: 31, height: 17) { x, _ in [UInt8(x * 8), 0, 0] }, to: "a.png")
    let judged = #"{"annotator":"ann","state":"submitted","answers":{"parts":[]}}"#
    _ = try folder.write(#"{"id":"a","fields":{"image":"a.png"},"annotations":[\#(judged)]}"#, to: "tasks.jsonl")
    #expect(try PostilRun(["import", "tasks.jsonl"], in: folder).code == 0)
    let run = try PostilRun(["show", "--size", "100x30"] + more, in: folder)
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.contains("a.png   31 x 17 png"), "\(run.output)")
  }

  private static let pictureParts = """
    [[field]]
    name = "image"
    type = "image"

    [[question]]
    name = "parts"
    type = "boxes"
    required = false
    """

  @Test("--ascii prints nothing but ASCII where the record is ASCII")
  func ascii() throws {
    let run = try SampleProject().run(["show", "1", "--ascii", "--keys", "g q"])
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test(
    "panes come up by name", arguments: ["queue", "task", "questions", "guidelines", "history", "help", "commands"])
  func panes(_ name: String) throws {
    let project = try SampleProject()
    let run = try project.run(["show", "--pane", name, "--size", "60x20"])
    #expect(run.code == 0, "\(run.errors)")
    let words = [
      "queue": "[Queue]", "task": "Great location", "questions": "What does the writer feel?",
      "guidelines": "Guidelines", "history": "#1", "help": "All keys", "commands": "submit",
    ]
    #expect(run.output.contains(words[name] ?? "?"), "\(run.output)")
  }

  @Test("what a record holds reaches the output only as pictures of itself")
  func hostileRecord() throws {
    let project = try SampleProject()
    let record =
      "{\"id\":\"x\\u001b]0;t\\u0007\",\"text\":\"\\u001b[31mred\\u001b]52;c;AAAA\\u0007\\u009b2J\\u202eabc\"}\n"
    #expect(try project.run(["import", "--format", "jsonl", "-"], input: record).code == 0)
    for arguments in [["show", "4"], ["log", "4"], ["show", "4", "--pane", "task", "--size", "60x20"]] {
      let run = try project.run(arguments)
      #expect(run.code == 0, "\(run.errors)")
      let bad = run.output.unicodeScalars.filter {
        ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value) || (0x202A...0x202E).contains($0.value)
      }
      #expect(bad.isEmpty, "\(arguments)")
    }
  }

  @Test("the demo does the main job: it imports, judges by keys, shows every step, exports")
  func demo() throws {
    let folder = try TemporaryFolder()
    let run = try PostilRun(["demo", "d"], in: folder)
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.contains("54 records, 54 of them new"))
    #expect(run.output.contains("== The desk as it opens =="))
    #expect(run.output.contains("== After the key p =="))
    #expect(run.output.contains("3 of 54"))
    #expect(run.output.contains("3 records of 3 tasks written to d/answers.jsonl"))
    #expect(!run.output.contains("\u{1B}"))
    let status = try JSONText.object(try PostilRun(["status", "--project", "d", "--json"], in: folder).output)
    #expect(status["submitted_tasks"] as? Int == 3)
    let log = try PostilRun(["log", "2", "--project", "d"], in: folder)
    for word in ["submitted", "retracted", "sentiment: negative"] { #expect(log.output.contains(word)) }
    let again = try PostilRun(["demo", "d"], in: folder)
    #expect(again.code == 0, "\(again.errors)")
    #expect(again.output.contains("54 records, 0 of them new"))
    #expect(again.output.contains("6 of 54"))
    // The keys of the second time were pressed on a copy, and none of them in the user's name.
    let after = try JSONText.object(try PostilRun(["status", "--project", "d", "--json"], in: folder).output)
    #expect(after["submitted_tasks"] as? Int == 3)
    #expect((after["annotators"] as? [[String: Any]])?.map { $0["annotator"] as? String } == ["guest"])
    #expect(!again.output.contains("answers.jsonl"))
  }

  @Test("the preference demo ranks: all four, with a tie after an undo, and with a response set aside")
  func preferenceDemo() throws {
    let folder = try TemporaryFolder()
    let run = try PostilRun(["demo", "d", "--template", "preference"], in: folder)
    #expect(run.code == 0, "\(run.errors)")
    for words in ["2 > 4 > 1 > 3", "1 = 3 > 2 > 4", "4 > 3 > 2   set aside 1", "set aside: English"] {
      #expect(run.output.contains(words), "\(words)")
    }
    #expect(run.output.contains("3 records of 3 tasks written to d/answers.jsonl"))
  }

  @Test("the demo prints the same each time, but for the folder's name")
  func demoIsDeterministic() throws {
    let first = try PostilRun(["demo", "d"], in: TemporaryFolder())
    let second = try PostilRun(["demo", "d"], in: TemporaryFolder())
    #expect(first.output == second.output)
  }
}
