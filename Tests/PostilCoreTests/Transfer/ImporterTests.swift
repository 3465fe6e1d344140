import Glibc
import PostilCore
import PostilFormats
import PostilModel
import PostilStore
import Testing

@Suite("Importing files")
struct ImporterTests {
  @Test("good records become tasks, the rest goes to the rejects file with line, reason and bytes")
  func mixed() throws {
    let scratch = try Scratch()
    let lines: [[UInt8]] = [
      Array(#"{"id":"a","text":"one","source":"web"}"#.utf8), Array("not json".utf8), [],
      Array("{\"text\":\"".utf8) + [0xFF] + Array("\"}".utf8), Array(#"{"text":"two"}"#.utf8),
      Array(#"{"id":"a","text":"other"}"#.utf8), Array(#"{"id":"a","text":"one","source":"web"}"#.utf8),
    ]
    let file = scratch.write("in.jsonl", lines.joined(separator: [10]))
    let summary = try scratch.load(file)
    #expect(summary.added == 2)
    #expect(summary.alreadyThere == 1)
    #expect(summary.rejected == [.notJSON: 1, .notUTF8: 1, .differs: 1])
    #expect(summary.rejectsFiles == [scratch.folder + "/in.jsonl.rejects.jsonl"])
    let rejects = try scratch.rejects("in.jsonl.rejects.jsonl")
    #expect(rejects.map { $0["line"]?.int } == [2, 4, 6])
    #expect(rejects[0]["record"] == "not json")
    #expect(rejects[1]["record_base64"] == "eyJ0ZXh0Ijoi/yJ9")
    #expect(rejects[2]["reason"] == #"the id "a" is already there with other content"#)
    let task = try #require(try scratch.store.task(number: 1))
    #expect(task.id == "a")
    #expect(task.metadata["source"] == "web")
    #expect(task.provenance == Provenance(file: file, line: 1, importedAt: Scratch.moment))
    #expect(try scratch.store.task(number: 2)?.provenance.line == 5)
  }

  @Test("importing again adds nothing, with ids or without")
  func again() throws {
    let scratch = try Scratch()
    let file = scratch.write("in.txt", "one\ntwo\none\n".utf8)
    #expect(try scratch.load(file).added == 2)
    let summary = try scratch.load(file)
    #expect(summary.added == 0)
    #expect(summary.alreadyThere == 3)
    #expect(!scratch.names.contains("in.txt.rejects.jsonl"))
  }

  @Test("a response that a file calls good once and bad once is told; the same again is just there already")
  func contradiction() throws {
    let project = Project(
      name: "Singles", fields: [FieldDefinition(name: "prompt"), FieldDefinition(name: "answer")],
      questions: [Question(name: "fit", kind: LabelQuestion(choices: [Choice(name: "good"), Choice(name: "bad")]))])
    let scratch = try Scratch(project)
    func line(_ label: Bool) -> String { "{\"prompt\":\"q\",\"completion\":\"c\",\"label\":\(label)}\n" }
    var options = ImportOptions()
    options.format = "trl-unpaired"
    let file = scratch.write("in.jsonl", (line(true) + line(true) + line(false)).utf8)
    let summary = try scratch.load(file, options: options)
    #expect(summary.added == 1)
    #expect(summary.alreadyThere == 1)
    #expect(summary.rejected == [.otherJudgement: 1])
    #expect(try scratch.rejects("in.jsonl.rejects.jsonl").map { $0["line"]?.int } == [3])
  }

  @Test("strict keeps all files' records or none, and says which record was no good")
  func strict() throws {
    let scratch = try Scratch()
    let good = scratch.write("good.jsonl", (1...1000).map { "{\"text\":\"\($0)\"}\n" }.joined().utf8)
    let bad = scratch.write("bad.jsonl", "{\"text\":\"x\"}\n{\"txet\":1}\n".utf8)
    var options = ImportOptions()
    options.isStrict = true
    let error = #expect(throws: TransferError.self) { try scratch.load(good, bad, options: options) }
    #expect(error == .strict(name: bad, line: 2, reason: "has no \"text\""))
    #expect(try scratch.store.task(number: 1) == nil)
    let other = scratch.write("other.jsonl", "{\"text\":\"x\"}\n".utf8)
    #expect(try scratch.load(good, other, options: options).added == 1001)
    #expect(
      try scratch.store.task(number: 1001)?.provenance == Provenance(file: other, line: 1, importedAt: Scratch.moment))
  }

  @Test("a dry run counts and writes nothing")
  func dryRun() throws {
    let scratch = try Scratch()
    let file = scratch.write("in.jsonl", "{\"id\":1,\"text\":\"a\"}\n{\"text\":\"b\"}\nx\n".utf8)
    var options = ImportOptions()
    options.isDryRun = true
    let summary = try scratch.load(file, options: options)
    #expect(summary.added == 2)
    #expect(summary.rejectedRecords == 1)
    #expect(try scratch.store.task(number: 1) == nil)
    #expect(scratch.names.contains("in.jsonl.rejects.jsonl") == false)
    _ = try scratch.load(file)
    #expect(try scratch.load(file, options: options).alreadyThere == 2)
  }

  @Test("suggestions come with records, and on their own for tasks that are there")
  func suggestions() throws {
    let scratch = try Scratch()
    let tasks = scratch.write(
      "in.jsonl", #"{"id":"a","text":"t","suggestions":{"sentiment":"positive","model":"m","score":0.5}}"#.utf8)
    #expect(try scratch.load(tasks).suggestions == 1)
    let more = scratch.write(
      "more.jsonl",
      (#"{"id":"a","question":"why","answer":"because","model":"m2"}"# + "\n"
        + #"{"id":"z","question":"why","answer":"x"}"#)
        .utf8)
    var options = ImportOptions()
    options.purpose = .suggestions
    let summary = try scratch.load(more, options: options)
    #expect(summary.suggestions == 1)
    #expect(summary.rejected == [.unknownTask: 1])
    #expect(
      try scratch.store.task(number: 1)?.suggestions == [
        Suggestion(question: "sentiment", answer: "positive", model: "m", score: 0.5),
        Suggestion(question: "why", answer: "because", model: "m2"),
      ])
    #expect(try scratch.load(more, options: options).alreadyThere == 1)
  }

  @Test("a record of 1 MB is rejected cut to 64 KiB, with its length")
  func cut() throws {
    let scratch = try Scratch()
    let file = scratch.write("in.jsonl", ("{\"text\":7" + String(repeating: "漢", count: 400_000)).utf8)
    #expect(try scratch.load(file).rejected == [.notJSON: 1])
    let reject = try #require(try scratch.rejects("in.jsonl.rejects.jsonl").first)
    #expect(reject["record_bytes"] == 1_200_009)
    #expect(reject["is_cut"] == true)
    #expect((65_533...65_536).contains(reject["record"]?.string?.utf8.count ?? 0))
  }

  @Test("a file that is not there, and one of an unknown format, are told")
  func missing() throws {
    let scratch = try Scratch()
    #expect(throws: TransferError.self) { try scratch.load(scratch.folder + "/nothing.jsonl") }
    #expect(throws: TransferError.self) { try scratch.load(scratch.write("data.bin", "just words".utf8)) }
    #expect(throws: TransferError.self) { try scratch.load(scratch.folder) }
  }

  @Test("a file that is not UTF-8 by its mark, or is not there, ends the import before anything is written")
  func encoding() throws {
    let scratch = try Scratch()
    let good = scratch.write("good.txt", "one\n".utf8)
    let wide = scratch.write("wide.txt", [0xFF, 0xFE] + Array("o\0n\0e\0\n\0".utf8))
    let error = #expect(throws: TransferError.self) { try scratch.load(good, wide) }
    #expect(error == .encoding(name: wide, encoding: "UTF-16"))
    #expect(throws: TransferError.self) { try scratch.load(good, scratch.folder + "/nothing.txt") }
    #expect(try scratch.store.task(number: 1) == nil)
    #expect(!scratch.names.contains { $0.contains("rejects") })
  }

  @Test("a record is imported without a suggestion that does not fit, which can be mended in the rejects file")
  func badSuggestion() throws {
    let scratch = try Scratch()
    let line =
      #"{"id":"a","text":"t","suggestions":[{"question":"why","answer":"so"},{"question":"sentiment","answer":"good"}]}"#
    let file = scratch.write("in.jsonl", line.utf8)
    var strict = ImportOptions()
    strict.isStrict = true
    let error = #expect(throws: TransferError.self) { try scratch.load(file, options: strict) }
    #expect(error?.description.contains(#"line 1: suggests "good" for "sentiment""#) == true)
    #expect(try scratch.store.task(number: 1) == nil)
    var dry = ImportOptions()
    dry.isDryRun = true
    #expect(try scratch.load(file, options: dry).rejectedSuggestions == 1)
    #expect(!scratch.names.contains { $0.contains("rejects") })

    let summary = try scratch.load(file)
    #expect(summary.added == 1 && summary.suggestions == 1)
    #expect(summary.rejectedRecords == 0 && summary.rejectedSuggestions == 1)
    #expect(try scratch.store.task(number: 1)?.suggestions.map(\.question) == ["why"])
    let reject = try #require(try scratch.rejects("in.jsonl.rejects.jsonl").first)
    #expect(reject["kind"] == "bad suggestion" && reject["line"] == 1)
    #expect(reject["reason"]?.string?.hasSuffix("; the rest of the record was taken") == true)
    let record = try #require(reject["record"]?.string)
    let mended = scratch.write("mended.jsonl", record.replacing("good", with: "positive").utf8)
    var options = ImportOptions()
    options.purpose = .suggestions
    #expect(try scratch.load(mended, options: options).suggestions == 1)
    #expect(try scratch.store.task(number: 1)?.suggestions.last?.answer == "positive")
  }

  @Test("no import writes over an earlier one's rejects: new files are numbered, a named one grows")
  func laterRejects() throws {
    let scratch = try Scratch()
    mkdir(scratch.folder + "/other", 0o755)
    let files = [scratch.write("in.jsonl", "one\n".utf8), scratch.write("other/in.jsonl", "two\n".utf8)]
    let names = ["in.jsonl.rejects.jsonl", "in.jsonl.rejects-2.jsonl", "in.jsonl.rejects-3.jsonl"]
    #expect(try scratch.load(files[0]).rejectsFiles == [scratch.folder + "/" + names[0]])
    #expect(try scratch.load(files[1]).rejectsFiles == [scratch.folder + "/" + names[1]])
    #expect(try scratch.load(files[0], files[1]).rejectsFiles == [scratch.folder + "/" + names[2]])
    let found = try names.map { try scratch.rejects($0).map { $0["record"]?.string ?? "" } }
    #expect(found == [["one"], ["two"], ["one", "two"]])
    var options = ImportOptions()
    options.rejectsPath = scratch.folder + "/bad.jsonl"
    for file in files { _ = try scratch.load(file, options: options) }
    let named = try scratch.rejects("bad.jsonl")
    #expect(named.map { $0["file"]?.string } == files)
    #expect(named.map { $0["imported_at"]?.string } == [Scratch.moment.iso8601, Scratch.moment.iso8601])
  }
}
