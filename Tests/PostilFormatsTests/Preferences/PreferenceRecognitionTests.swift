import PostilFormats
import PostilModel
import Testing

@Suite("Recognising formats of preferences")
struct PreferenceRecognitionTests {
  private func format(_ text: String, _ project: Project, name: String = "a.jsonl") throws -> String {
    try Formats.recognise(ByteInput(bytes: Array(text.utf8), name: name), for: RecordLayout(project)).name
  }

  @Test("by the keys of the first object, in a project of conversations or responses")
  func keys() throws {
    for (name, text) in samples where name != "alpaca-eval" && name != "openai-sft" {
      var project = preferenceProject(for: name) ?? reviews
      // Names that no format has, so that nothing looks like the project's own.
      for index in project.fields.indices { project.fields[index].name = "field\(index)" }
      #expect(try format(text, project, name: name == "alpaca" ? "a.json" : "a.jsonl") == name)
      #expect(try format(text, reviews, name: "a.json") != name)
    }
    #expect(try format(samples["openai-sft"] ?? "", singles) == "chat")
  }

  @Test("records that have the project's own fields are its own; so are those with a map")
  func own() throws {
    #expect(try format(#"{"prompt":"q","responses":["a","b"],"chosen":"x","rejected":"y"}"#, judging) == "jsonl")
    #expect(try format(#"{"fields":{},"messages":[]}"#, singles) == "jsonl")
    #expect(try format(#"{"messages":[]}"#, dialogues) == "jsonl")
    #expect(try format(#"{"text":"q"}"#, judging) == "jsonl")
    #expect(try format("not json", judging) == "jsonl")
    let input = try ByteInput(bytes: Array((samples["hh-rlhf"] ?? "").utf8), name: "a.jsonl")
    #expect(try Formats.recognise(input, for: RecordLayout(judging, mapping: ["prompt": "p"])).name == "jsonl")
  }

  @Test("between two, nothing is chosen: both are named; files that are joined must be said")
  func ambiguous() throws {
    let error = #expect(throws: TransferError.self) {
      try format(#"{"conversations":[],"messages":[]}"#, singles)
    }
    #expect(error == .ambiguous(name: "a.jsonl", formats: ["chat", "sharegpt"]))
    #expect(error?.description == "a.jsonl may be chat or sharegpt; say --format with the one that it is")
    let joined = #expect(throws: TransferError.self) {
      try format(samples["alpaca-eval"] ?? "", judging, name: "a.json")
    }
    #expect(joined?.description.contains("joins all files of one command; say --format alpaca-eval") == true)
  }

  @Test("a first object of a megabyte is looked at too")
  func large() throws {
    let long = String(repeating: "x", count: 1 << 20)
    #expect(try format(#"{"chosen":"\n\nHuman: \#(long)","rejected":"\n\nHuman: y"}"#, judging) == "hh-rlhf")
  }
}
