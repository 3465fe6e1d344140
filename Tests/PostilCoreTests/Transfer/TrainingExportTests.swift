import PostilCore
import PostilFormats
import PostilModel
import Testing

@Suite("Exporting training data")
struct TrainingExportTests {
  private static let desk = Project(
    name: "Desk",
    fields: [FieldDefinition(name: "prompt", kind: .chat), FieldDefinition(name: "responses", kind: .candidates)],
    questions: [Question(name: "order", about: "responses", kind: RankingQuestion())])

  private func filled() throws -> Scratch {
    let scratch = try Scratch(Self.desk)
    let lines = ["b > a = c", "c > b > a"].enumerated().map { number, order in
      let answer = (RankingQuestion().answer(fromText: order) ?? .null).jsonText
      return
        #"{"id":"\#(number)","fields":{"prompt":"Hi \#(number)?","responses":[{"id":"a","text":"1"},{"id":"b","text":"2"},"#
        + #"{"id":"c","text":"3"}]},"metadata":{},"annotations":[{"annotator":"ann","state":"submitted","answers":{"order":\#(answer)}}]}"#
    }
    #expect(try scratch.load(scratch.write("in.jsonl", lines.joined(separator: "\n").utf8)).annotations == 2)
    return scratch
  }

  @Test("The manifest says what was asked for, whose judgements were written, and what was left out")
  func manifest() throws {
    let scratch = try filled()
    let summary = try scratch.export("out.jsonl", "trl-preference") { options in
      options.policy.pairs = .adjacent
      options.policy.given = [.pairs]
    }
    #expect(summary.written == 4)
    let manifest = try #require(try JSONParser().parse(scratch.text("out.jsonl.manifest.json")).object)
    #expect(manifest["left_out"] == ["tie": 1])
    #expect(
      manifest["policy"] == [
        "judgements": "the final answer, else of people; of files (source:…) where nobody else has judged",
        "pairs": "adjacent",
        "ties": "none", "margin": false, "shape": "explicit", "style": "conversational",
      ])
    let again = try scratch.export("again.jsonl", "trl-preference") { $0.policy.pairs = .adjacent }
    #expect(again.hash == summary.hash)
  }

  @Test("What is written can be imported again")
  func again() throws {
    let scratch = try filled()
    for format in ["trl-preference", "hh-rlhf", "sharegpt-dpo", "openai-dpo"] {
      let written = try scratch.export("\(format).json", format).written
      #expect(written == 5)
      let other = try Scratch(Self.desk)
      var options = ImportOptions()
      options.format = format
      let found = try other.load(scratch.folder + "/\(format).json", options: options)
      #expect(found.rejected == [:])
      #expect(found.added == written)
      #expect(try other.export("\(format).json", format).written == written)
      #expect(other.text("\(format).json") == scratch.text("\(format).json"))
    }
  }

  @Test("Nothing is written where a format does not suit the project, and what stood there stays")
  func unsuited() throws {
    let scratch = try filled()
    _ = scratch.write("out.jsonl", "old".utf8)
    #expect(throws: TransferError.self) { try scratch.export("out.jsonl", "trl-sft") }
    #expect(scratch.text("out.jsonl") == "old")
    #expect(!scratch.names.contains { $0.hasSuffix(".tmp") })
  }
}
