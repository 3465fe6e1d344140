import PostilFormats
import PostilModel
import Testing

@Suite("What training data leaves out, and why")
struct LeftOutTests {
  private func leftOut(_ record: TrainingRecord, _ project: Project = ranking, annotator: String? = nil) throws
    -> [String: Int]
  {
    let found = try write("trl-preference", [record], project, annotator: annotator)
    #expect(found.tally.written == found.text.split(separator: "\n").count)
    return found.tally.leftOut
  }

  @Test("Every reason is counted")
  func reasons() throws {
    let three = TrainingRecord(["1", "2", "3"])
    #expect(try leftOut(three) == ["task without an annotation": 1])
    #expect(try leftOut(three.judged("order", .null, state: .skipped)) == ["annotation not submitted (skipped)": 1])
    #expect(try leftOut(three.judged("other", 1)) == ["annotation without an answer that this format takes": 1])
    #expect(try leftOut(three.ranked("a = b = c")) == ["tie": 3])
    #expect(try leftOut(three.ranked("a > z")) == ["judgement of a response that the task does not have": 1])
    let aside = WeakOrder(tiers: [["a"], ["b"]], setAside: [.init(id: "c")])
    #expect(try leftOut(three.judged("order", aside.json)) == ["response set aside as not rankable": 1])
    let two = TrainingRecord(["1", "2"])
    #expect(try leftOut(two.judged("better", Comparison.bothBad.json), comparing) == ["both responses bad": 1])
    #expect(try leftOut(two.judged("better", Comparison.tie.json), comparing) == ["tie": 1])
  }

  @Test(
    "A prompt must end in a turn that asks, and hold nothing but text",
    arguments: [
      ([["role": "assistant", "content": "a"]], "prompt that ends in an assistant turn"),
      ([["role": "user", "content": "a"], ["role": "system", "content": "b"]], "prompt that ends in a system turn"),
      ([], "prompt without a turn"),
      ([["role": "narrator", "content": "a"]], "prompt: turn with an unknown role"),
      ([["role": "user", "content": ["a"]]], "prompt: turn whose content is not a text"),
    ] as [(JSONValue, String)])
  func prompts(_ prompt: JSONValue, _ reason: String) throws {
    #expect(try leftOut(TrainingRecord(prompt: prompt, ["1", "2"]).ranked("a > b")) == [reason: 1])
  }

  @Test("A task without a prompt")
  func noPrompt() throws {
    var record = TrainingRecord(["1", "2"]).ranked("a > b")
    record.fields["prompt"] = nil
    #expect(try leftOut(record) == ["task without a prompt": 1])
  }

  @Test("A tool's turn asks too")
  func tool() throws {
    let prompt: JSONValue = [["role": "user", "content": "a"], ["role": "function", "content": "{}"]]
    #expect(try leftOut(TrainingRecord(prompt: prompt, ["1", "2"]).ranked("a > b")) == [:])
  }

  @Test("A response that is no answer gives no pair; the others of the task do")
  func responses() throws {
    var record = TrainingRecord([])
    record.fields["responses"] = [
      ["id": "a", "text": "1"], ["id": "b", "turns": [["role": "user", "content": "?"]]],
      ["id": "c", "turns": [["role": "gpt", "content": "3"]]],
    ]
    let found = try write("trl-preference", [record.ranked("c > b > a")])
    #expect(found.tally.leftOut == ["response that does not end in an assistant turn": 2])
    #expect(found.tally.written == 1)
  }

  @Test("Two responses of the same text give no pair, and an empty one gives nothing")
  func equalAndEmpty() throws {
    let record = TrainingRecord(["x", "x", " \n\t", "y"]).ranked("a > b > c > d")
    for format in ["trl-preference", "sharegpt-dpo", "openai-dpo"] {
      let found = try write(format, [record])
      #expect(found.tally.leftOut == ["chosen and rejected are the same text": 1, "an empty response": 3])
      #expect(found.tally.written == 2)
    }
    // What hh-rlhf holds goes out as it came in.
    let dialogues = try write("hh-rlhf", [record])
    #expect(dialogues.tally.leftOut == ["chosen and rejected are the same text": 1])
    #expect(dialogues.tally.written == 5)
    let verdicts = try write("kto", [record])
    #expect(verdicts.tally.leftOut == ["an empty response": 1])
    #expect(verdicts.tally.written == 3)
    let texts = Project(
      name: "Texts", fields: [FieldDefinition(name: "prompt")], questions: [Question(name: "say", kind: TextQuestion())]
    )
    let blank = TrainingRecord(fields: JSONObject([("prompt", "q")])).judged("say", "\n ")
    #expect(try write("trl-sft", [blank], texts).tally.leftOut == ["an empty response": 1])
  }

  @Test("Keys of a turn beside role and content are counted, once a task")
  func keys() throws {
    let prompt: JSONValue = [["role": "user", "name": "Ann", "content": "a", "weight": 0]]
    var record = TrainingRecord(prompt: prompt, ["1", "2", "3"])
    #expect(try leftOut(record.ranked("a > b > c")) == ["other keys of a turn": 2])
    record.fields["responses"] = [
      ["id": "a", "text": "1"], ["id": "b", "turns": [["from": "gpt", "value": "2", "tool_calls": []]]],
    ]
    #expect(try leftOut(record.ranked("a > b")) == ["other keys of a turn": 3])
    #expect(try write("kto", [record.ranked("a > b")]).tally.leftOut == ["other keys of a turn": 3])
    #expect(try leftOut(record.ranked("a = b")) == ["tie": 1])
  }

  @Test("Imported judgements count only where nobody else has judged, or when they are asked for")
  func sources() throws {
    let imported = TrainingRecord(["1", "2"]).ranked("a > b", by: "source:x")
    #expect(try leftOut(imported) == [:])
    let both = imported.ranked("b > a", by: "ann").ranked("b > a", by: "bob")
    let found = try write("trl-preference", [both])
    #expect(found.tally.leftOut == ["imported judgement of a task that a person has judged": 1])
    #expect(found.tally.written == 2)
    #expect(!found.text.contains(#""chosen":[{"role":"assistant","content":"1"}]"#))
    #expect(try write("trl-preference", [both], annotator: "source:x").tally.written == 1)
    #expect(try write("trl-preference", [both], annotator: "bob").tally.written == 1)
    let drafted = imported.judged("order", .null, by: "ann", state: .draft)
    #expect(try write("trl-preference", [drafted]).tally.written == 1)
  }

  @Test("The best few are better than the rest")
  func best() throws {
    let project = Project(
      name: "Best", fields: ranking.fields,
      questions: [Question(name: "order", about: "responses", kind: RankingQuestion(top: 1))])
    let found = try write("trl-preference", [TrainingRecord(["1", "2", "3"]).ranked("b")], project)
    #expect(found.tally.written == 2)
    #expect(
      found.text.split(separator: "\n").allSatisfy { $0.contains(#""chosen":[{"role":"assistant","content":"2"}]"#) })
  }

  @Test("A project that has not what a format needs, and options that mean nothing to it, are refused with the reason")
  func unsuited() throws {
    #expect(
      throws: TransferError.unsuited(
        format: "trl-preference",
        reason: "wants a question of type ranking or comparison about candidates, and there is none")
    ) { try write("trl-preference", [], reviews) }
    #expect(throws: TransferError.unsuited(format: "rankings", reason: "does not take --pairs")) {
      try write("rankings", []) { $0.given = [.pairs] }
    }
    #expect(
      throws: TransferError.unsuited(format: "hh-rlhf", reason: "does not take --margin; it takes --pairs, --ties")
    ) {
      try write("hh-rlhf", []) { $0.given = [.margin] }
    }
    #expect(throws: TransferError.self) {
      try write("trl-preference", []) {
        $0.shape = .messages
        $0.given = [.shape]
      }
    }
  }
}
