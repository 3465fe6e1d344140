import PostilCore
import PostilFormats
import PostilModel
import PostilStore
import Testing

@Suite("Files that are joined")
struct JoinedFilesTests {
  private static let project = Project(
    name: "Ranking",
    fields: [FieldDefinition(name: "prompt", kind: .chat), FieldDefinition(name: "responses", kind: .candidates)],
    questions: [Question(name: "order", about: "responses", kind: RankingQuestion())])

  private func file(_ scratch: Scratch, _ name: String, _ pairs: [(String, String)], generator: String) -> String {
    let elements = pairs.map { pair in
      JSONValue.object(
        JSONObject([
          ("instruction", .string(pair.0)), ("output", .string(pair.1)), ("generator", .string(generator)),
          ("dataset", "d"),
        ]))
    }
    return scratch.write(name, JSONValue.array(elements).jsonText.utf8)
  }

  private var options: ImportOptions {
    var options = ImportOptions()
    options.format = "alpaca-eval"
    return options
  }

  @Test("outputs of one prompt become one task, whatever their order; what some files lack is told")
  func joined() throws {
    let scratch = try Scratch(Self.project)
    let one = file(scratch, "one.json", [("p", "1p"), ("q", "1q"), ("only", "x"), ("p", "again")], generator: "m1")
    let two = file(scratch, "two.json", [("q", "2q"), ("p", "2p")], generator: "m2")
    let three = file(scratch, "three.json", [("r", "3r"), ("q", "3q")], generator: "m3")
    let four = file(scratch, "four.json", [("r", "4r")], generator: "m4")
    let summary = try scratch.load(one, two, three, four, options: options)
    #expect(summary.added == 3)
    #expect(summary.rejected == [.nothingToJudge: 1, .duplicateKey: 1])
    #expect(
      summary.remarks == [
        "\(one) lacks 1 of 4 prompts", "\(two) lacks 2 of 4 prompts", "\(three) lacks 2 of 4 prompts",
        "\(four) lacks 3 of 4 prompts",
      ])
    #expect(summary.bytes == [one, two, three, four].reduce(0) { $0 + scratch.read($1).count })
    let task = try #require(try scratch.store.task(number: 2))
    #expect(task.fields["prompt"] == [["role": "user", "content": "q"]])
    #expect(
      task.fields["responses"] == [
        ["id": "1", "text": "1q", "generator": "m1"], ["id": "2", "text": "2q", "generator": "m2"],
        ["id": "3", "text": "3q", "generator": "m3"],
      ])
    #expect(task.metadata == JSONObject([("dataset", "d")]))
    #expect(task.provenance == Provenance(file: one, line: 2, importedAt: Scratch.moment))
    #expect(try scratch.store.task(number: 3)?.provenance.file == three)
    let rejects = try scratch.rejects("one.json.rejects.jsonl")
    #expect(rejects.map { $0["kind"] } == ["duplicate key", "nothing to judge"])
    #expect(rejects.map { $0["line"]?.int } == [4, 3])
    #expect(try scratch.load(one, two, three, four, options: options).alreadyThere == 3)
  }

  @Test("a file alone is refused where responses are chosen among; strict and dry runs join too")
  func modes() throws {
    let scratch = try Scratch(Self.project)
    let one = file(scratch, "one.json", [("p", "1p"), ("q", "1q")], generator: "m1")
    let two = file(scratch, "two.json", [("p", "2p"), ("q", "2q")], generator: "m2")
    #expect(throws: TransferError.self) { try scratch.load(one, options: options) }
    var dry = options
    dry.isDryRun = true
    #expect(try scratch.load(one, two, options: dry).added == 2)
    #expect(try scratch.store.task(number: 1) == nil)
    var strict = options
    strict.isStrict = true
    let three = file(scratch, "three.json", [("p", "3p")], generator: "m3")
    #expect(try scratch.load(one, two, three, options: strict).added == 2)
    let bad = file(scratch, "bad.json", [("s", "bad")], generator: "m3")
    #expect(throws: TransferError.self) { try scratch.load(one, bad, options: strict) }
  }

  @Test("what a file says of its responses is an annotation by the source, of the moment of the import")
  func judged() throws {
    let scratch = try Scratch(Self.project)
    let text = #"{"chosen":"\n\nHuman: q\n\nAssistant: yes","rejected":"\n\nHuman: q\n\nAssistant: no"}"#
    let file = scratch.write("in.jsonl", text.utf8)
    let summary = try scratch.load(file)
    #expect(summary.added == 1)
    #expect(summary.annotations == 1)
    let annotation = try #require(try scratch.store.annotation(ofTask: 1, by: "source:hh-rlhf"))
    #expect(annotation.state == .submitted)
    #expect(annotation.savedAt == Scratch.moment)
    #expect(try scratch.load(file).alreadyThere == 1)
  }
}
