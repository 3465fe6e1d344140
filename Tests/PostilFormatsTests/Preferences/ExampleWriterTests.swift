import PostilFormats
import PostilModel
import Testing

@Suite("Demonstrations and verdicts as training data")
struct ExampleWriterTests {
  /// An answer is written.
  private let writing = Project(
    name: "Writing", fields: [FieldDefinition(name: "prompt", kind: .chat)],
    questions: [Question(name: "answer", kind: TextQuestion())])
  /// A conversation is written.
  private let talking = Project(
    name: "Talking", fields: [FieldDefinition(name: "prompt", kind: .chat)],
    questions: [Question(name: "answer", kind: TextQuestion(firstRole: .user))])
  /// A response is mended.
  private let mending = Project(
    name: "Mending", fields: [FieldDefinition(name: "prompt"), FieldDefinition(name: "response")],
    questions: [
      Question(name: "copy", about: "response", kind: EditQuestion(reasons: [Choice(name: "wrong")]))
    ])
  /// A response is called good or bad.
  private let labelling = Project(
    name: "Labelling", fields: [FieldDefinition(name: "prompt"), FieldDefinition(name: "response")],
    questions: [Question(name: "label", kind: LabelQuestion(choices: [Choice(name: "good"), Choice(name: "bad")]))])

  private func written(_ answer: JSONValue, prompt: JSONValue = "Hi?") -> TrainingRecord {
    TrainingRecord(fields: JSONObject([("prompt", prompt)])).judged("answer", answer)
  }

  private func response(_ question: String, _ answer: JSONValue) -> TrainingRecord {
    TrainingRecord(fields: JSONObject([("prompt", "Hi?"), ("response", "Ho \"1\"\n")])).judged(question, answer)
  }

  @Test(
    "A demonstration in every format",
    arguments: [
      (
        "trl-sft", #"{"prompt":[{"role":"user","content":"Hi?"}],"completion":[{"role":"assistant","content":"Ho\n"}]}"#
      ),
      ("openai-sft", #"{"messages":[{"role":"user","content":"Hi?"},{"role":"assistant","content":"Ho\n"}]}"#),
      ("alpaca", #"[\n{"instruction":"Hi?","input":"","output":"Ho\n"}\n]"#),
      ("sharegpt", #"[\n{"conversations":[{"from":"human","value":"Hi?"},{"from":"gpt","value":"Ho\n"}]}\n]"#),
      ("xtuner", #"[\n{"conversation":[{"system":"","input":"Hi?","output":"Ho\n"}]}\n]"#),
    ])
  func demonstration(_ format: String, _ wanted: String) throws {
    let found = try write(format, [written("Ho\n")], writing)
    let framed = wanted.replacing("[\\n{", with: "[\n{").replacing("}\\n]", with: "}\n]")
    #expect(found.text == framed + "\n")
    #expect(found.tally.leftOut == [:])
  }

  @Test("trl-sft: plain, and as messages")
  func shapes() throws {
    #expect(
      try write("trl-sft", [written("Ho")], writing) { $0.style = .plain }.text
        == #"{"prompt":"Hi?","completion":"Ho"}"# + "\n")
    #expect(
      try write("trl-sft", [written("Ho")], writing) { $0.shape = .messages }.text
        == #"{"messages":[{"role":"user","content":"Hi?"},{"role":"assistant","content":"Ho"}]}"# + "\n")
    #expect(throws: TransferError.unsuited(format: "trl-sft", reason: "has no plain style in the shape messages")) {
      try write("trl-sft", [], writing) {
        $0.shape = .messages
        $0.style = .plain
      }
    }
  }

  private let conversation: JSONValue = [
    ["role": "user", "content": "1"], ["role": "assistant", "content": "2"], ["role": "user", "content": "3"],
    ["role": "assistant", "content": "4"],
  ]

  @Test("A conversation that was written stands for itself, and goes on from what leaves it the word")
  func conversations() throws {
    func contents(_ prompt: JSONValue, _ answer: JSONValue) throws -> String {
      let text = try write("trl-sft", [written(answer, prompt: prompt)], talking).text
      let object = try #require(JSONParser().parse(text).object)
      func turns(_ key: String) -> String { (object[key].flatMap(ChatTurn.turns) ?? []).map(\.content).joined() }
      return turns("prompt") + "|" + turns("completion")
    }
    #expect(try contents("Ask about something.", conversation) == "123|4")
    #expect(try contents([["role": "system", "content": "S"]], conversation) == "S123|4")
    let begun: JSONValue = [["role": "user", "content": "x"], ["role": "gpt", "content": "y"]]
    #expect(try contents(begun, conversation) == "xy123|4")
    let answered: JSONValue = [["role": "assistant", "content": "2"]]
    #expect(try contents("1", answered) == "1|2")
  }

  @Test("xtuner: system, input and output turn by turn; alpaca leaves a conversation out")
  func turns() throws {
    let record = written(conversation, prompt: [["role": "system", "content": "S"]])
    #expect(
      try write("xtuner", [record], talking).text
        == "[\n" + #"{"conversation":[{"system":"S","input":"1","output":"2"},{"input":"3","output":"4"}]}"# + "\n]\n")
    let alpaca = try write("alpaca", [record], talking)
    #expect(alpaca.text == "[]\n")
    #expect(
      alpaca.tally.leftOut == [
        "conversation of several turns, or not of user and assistant, which alpaca cannot say": 1
      ])
    let twice: JSONValue = [["role": "user", "content": "1"], ["role": "user", "content": "2"]]
    #expect(
      try write("xtuner", [written("3", prompt: twice)], writing).tally.leftOut
        == ["conversation in which user and assistant do not take turns, which xtuner cannot say": 1])
  }

  @Test("alpaca: what came in as instruction and input goes out so, unless the prompt reads otherwise")
  func alpaca() throws {
    var record = written("Ho", prompt: "Sum\n1 2")
    record.metadata = JSONObject([("instruction", "Sum"), ("input", "1 2")])
    #expect(
      try write("alpaca", [record], writing).text
        == "[\n" + #"{"instruction":"Sum","input":"1 2","output":"Ho"}"# + "\n]\n")
    record.metadata["input"] = "1 3"
    #expect(
      try write("alpaca", [record], writing).text
        == "[\n" + #"{"instruction":"Sum\n1 2","input":"","output":"Ho"}"# + "\n]\n")
  }

  @Test("What was let stand, mended or failed")
  func edits() throws {
    let passed = response("copy", ["verdict": "pass"])
    let mended = response("copy", ["verdict": "mend", "before": "Ho \"1\"\n", "after": "Hey", "distance": 4])
    let failed = response("copy", ["verdict": "fail", "reasons": ["wrong"]])
    let found = try write("trl-sft", [passed, mended, failed], mending) { $0.style = .plain }
    #expect(
      found.text == #"{"prompt":"Hi?","completion":"Ho \"1\"\n"}"# + "\n" + #"{"prompt":"Hi?","completion":"Hey"}"#
        + "\n")
    #expect(found.tally.leftOut == ["response that was failed": 1])
    let labels = try write("trl-unpaired", [passed, mended, failed], mending) { $0.style = .plain }
    #expect(
      labels.text == #"{"prompt":"Hi?","completion":"Ho \"1\"\n","label":true}"# + "\n"
        + #"{"prompt":"Hi?","completion":"Hey","label":true}"# + "\n"
        + #"{"prompt":"Hi?","completion":"Ho \"1\"\n","label":false}"# + "\n")
  }

  @Test("Verdicts of two labels, in both formats")
  func labels() throws {
    let records = [response("label", "good"), response("label", "bad")]
    let turns = #"[{"role":"user","content":"Hi?"}"#
    let answer = #"{"role":"assistant","content":"Ho \"1\"\n"}]"#
    #expect(
      try write("kto", records, labelling).text == "{\"messages\":\(turns),\(answer),\"label\":true}\n"
        + "{\"messages\":\(turns),\(answer),\"label\":false}\n")
    #expect(
      try write("trl-unpaired", records, labelling).text
        == "{\"prompt\":\(turns)],\"completion\":[\(answer),\"label\":true}\n"
        + "{\"prompt\":\(turns)],\"completion\":[\(answer),\"label\":false}\n")
  }

  @Test("Verdicts of orders: the best are good, the others are not; both bad is both bad")
  func orders() throws {
    func labels(_ record: TrainingRecord, _ project: Project) throws -> String {
      let text = try write("trl-unpaired", [record], project) { $0.style = .plain }.text
      return try text.split(separator: "\n").map { line in
        let object = try JSONParser().parse(String(line)).object
        return (object?["completion"]?.string ?? "") + (object?["label"] == true ? "+" : "-")
      }.joined(separator: " ")
    }
    let three = TrainingRecord(["1", "2", "3"])
    #expect(try labels(three.ranked("b = c > a"), ranking) == "2+ 3+ 1-")
    #expect(try labels(three.ranked("a = b = c"), ranking) == "")
    let aside = WeakOrder(tiers: [["a"], ["b"]], setAside: [.init(id: "c")])
    #expect(try labels(three.judged("order", aside.json), ranking) == "1+ 2-")
    let two = TrainingRecord(["1", "2"])
    let better = Comparison.better(preferred: "b", other: "a", strength: nil)
    #expect(try labels(two.judged("better", better.json), comparing) == "2+ 1-")
    #expect(try labels(two.judged("better", Comparison.tie.json), comparing) == "")
    #expect(try labels(two.judged("better", Comparison.bothBad.json), comparing) == "1- 2-")
  }

  @Test("Projects without what a format needs")
  func unsuited() throws {
    for format in ["trl-sft", "alpaca", "sharegpt", "openai-sft", "xtuner"] {
      #expect(
        throws: TransferError.unsuited(
          format: format, reason: "wants a question of type text or edit, and there is none")
      ) { try write(format, [], ranking) }
    }
    for format in ["kto", "trl-unpaired"] { #expect(throws: TransferError.self) { try write(format, [], writing) } }
  }
}
