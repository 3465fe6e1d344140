import PostilFormats
import PostilModel
import PostilTestSupport
import Testing

@Suite("Preferences as training data")
struct PreferenceWriterTests {
  private let turns: JSONValue = [
    ["from": "system", "value": "Be kind."], ["role": "prompter", "content": "Say \"a\"\n"],
    ["content": "a", "role": "gpt"], ["role": "human", "content": "漢字 👩‍👩‍👧 \u{0}\u{1b}[2J"],
  ]

  @Test("trl-preference: explicit and implicit prompt, conversational; roles under their standard names")
  func conversational() throws {
    let record = TrainingRecord(prompt: turns, ["one", "two\\"]).ranked("b > a")
    let prompt =
      #"{"role":"system","content":"Be kind."},{"role":"user","content":"Say \"a\"\n"},{"role":"assistant","content":"a"},"#
      + #"{"role":"user","content":"漢字 👩‍👩‍👧 \u0000\u001b[2J"}"#
    let (one, two) = (#"{"role":"assistant","content":"one"}"#, #"{"role":"assistant","content":"two\\"}"#)
    #expect(
      try write("trl-preference", [record]).text
        == "{\"prompt\":[\(prompt)],\"chosen\":[\(two)],\"rejected\":[\(one)]}\n")
    #expect(
      try write("trl-preference", [record]) { $0.shape = .implicit }.text
        == "{\"chosen\":[\(prompt),\(two)],\"rejected\":[\(prompt),\(one)]}\n")
  }

  @Test("trl-preference: plain texts, and what they cannot say")
  func plain() throws {
    let record = TrainingRecord(["one", "two"]).ranked("b > a")
    let several = TrainingRecord(prompt: turns, ["one", "two"]).ranked("b > a")
    let explicit = try write("trl-preference", [record, several]) {
      $0.style = .plain
      $0.hasMargin = true
    }
    #expect(explicit.text == "{\"prompt\":\"Hi?\",\"chosen\":\"two\",\"rejected\":\"one\",\"margin\":1}\n")
    #expect(
      explicit.tally.leftOut == [
        "conversation of several turns, or not of user and assistant, which plain text cannot say": 1
      ])
    #expect(explicit.tally.written == 1)
    let implicit = try write("trl-preference", [record]) {
      $0.style = .plain
      $0.shape = .implicit
    }
    #expect(implicit.text == "{\"chosen\":\"Hi?\\n\\ntwo\",\"rejected\":\"Hi?\\n\\none\"}\n")
  }

  @Test("The margin is a comparison's strength, else the distance of the ranks")
  func margin() throws {
    let ranked = TrainingRecord(["1", "2", "3"]).ranked("c > a > b")
    let compared = TrainingRecord(["1", "2"]).judged(
      "better", Comparison.better(preferred: "b", other: "a", strength: 3).json)
    func margins(_ text: String) -> [Substring] {
      text.split(separator: "\n").map { $0.split(separator: ":").last?.dropLast() ?? "" }
    }
    #expect(margins(try write("trl-preference", [ranked]) { $0.hasMargin = true }.text) == ["1", "2", "1"])
    #expect(margins(try write("trl-preference", [compared], comparing) { $0.hasMargin = true }.text) == ["3"])
  }

  @Test("hh-rlhf: the whole dialogue as one text")
  func dialogue() throws {
    let record = TrainingRecord(
      prompt: [
        ["role": "user", "content": "a"], ["role": "assistant", "content": "b"], ["role": "user", "content": "c"],
      ],
      ["d\n", ""]
    ).ranked("a > b")
    #expect(
      try write("hh-rlhf", [record]).text
        == #"{"chosen":"\n\nHuman: a\n\nAssistant: b\n\nHuman: c\n\nAssistant: d\n","#
        + #""rejected":"\n\nHuman: a\n\nAssistant: b\n\nHuman: c\n\nAssistant: "}"# + "\n")
  }

  @Test("hh-rlhf: a text that was kept as it came in is written as it was")
  func kept() throws {
    var record = TrainingRecord(["one", "two"]).ranked("a > b")
    record.metadata = JSONObject([("x", ["source_texts"]), ("source_texts", ["b": "\n\nHuman:Hi?\n\nAssistant:two"])])
    #expect(
      try write("hh-rlhf", [record]).text
        == #"{"chosen":"\n\nHuman: Hi?\n\nAssistant: one","rejected":"\n\nHuman:Hi?\n\nAssistant:two"}"# + "\n")
  }

  @Test("sharegpt-dpo and openai-dpo")
  func others() throws {
    let record = TrainingRecord(["one", "two"]).ranked("b > a")
    #expect(
      try write("sharegpt-dpo", [record, record]).text
        == "[\n"
        + Array(
          repeating: #"{"conversations":[{"from":"human","value":"Hi?"}],"chosen":{"from":"gpt","value":"two"},"#
            + #""rejected":{"from":"gpt","value":"one"}}"#, count: 2
        ).joined(separator: ",\n") + "\n]\n")
    #expect(try write("sharegpt-dpo", []).text == "[]\n")
    #expect(
      try write("openai-dpo", [record]).text
        == #"{"input":{"messages":[{"role":"user","content":"Hi?"}],"tools":[],"parallel_tool_calls":true},"#
        + #""preferred_output":[{"role":"assistant","content":"two"}],"#
        + #""non_preferred_output":[{"role":"assistant","content":"one"}]}"# + "\n")
    let tool = TrainingRecord(prompt: [["role": "tool", "content": "{}"]], ["1", "2"]).ranked("a > b")
    #expect(
      try write("openai-dpo", [tool]).tally.leftOut
        == ["tool turn without the id of its call, which OpenAI's format wants": 1])
    #expect(
      try write("sharegpt-dpo", [tool]).text.contains(#"[{"from":"observation","value":"{}"}]"#))
  }

  @Test("hh-rlhf leaves out what it would bend: other voices, and role markers in the words")
  func markers() throws {
    let marker = TrainingRecord(["x\n\nHuman: y", "z"]).ranked("b > a")
    let harmless = TrainingRecord(["x\n\nHumans", #"\n\nHuman: y"#]).ranked("b > a")
    let system = TrainingRecord(prompt: turns, ["x", "z"]).ranked("b > a")
    let found = try write("hh-rlhf", [marker, harmless, system])
    #expect(
      found.tally.leftOut == [
        "text with a role marker of hh-rlhf in it": 1, "system turn, which hh-rlhf cannot say": 1,
      ])
    #expect(found.tally.written == 1)
  }

  @Test("rankings: every annotation as it was given, with what was shown where")
  func rankings() throws {
    let order = WeakOrder(tiers: [["b"], ["a"]], setAside: [.init(id: "c", reason: "empty")])
    let record = TrainingRecord(["1", "2", "3"]).judged("order", order.json, shown: ["c", "a", "b"])
      .ranked("a > b = c", by: "source:file").judged("order", order.json, by: "zoë", state: .draft)
    let head = #"{"id":"1","number":1,"annotator":"#
    let middle = #","question":"order","responses":["a","b","c"],"shown":"#
    let tail =
      #","verdict":null,"strength":null,"flagged":false,"comment":"","active_ms":1500,"guidelines_version":"","#
      + #""saved_at":"1970-01-01T00:00:00.000Z"}"# + "\n"
    let found = try write("rankings", [record])
    #expect(
      found.text == head + #""ann""# + middle
        + #"["c","a","b"],"ranking":[["b"],["a"]],"set_aside":[{"id":"c","reason":"empty"}]"# + tail + head
        + #""source:file""# + middle + #"[],"ranking":[["a"],["b","c"]],"set_aside":[]"# + tail)
    #expect(found.tally.leftOut == ["annotation not submitted (draft)": 1])
  }

  @Test("rankings: comparisons stand there as rankings, with verdict and strength")
  func comparisons() throws {
    let record = TrainingRecord(["1", "2"]).judged("better", Comparison.bothBad.json)
      .judged("better", Comparison.tie.json, by: "b")
      .judged("better", Comparison.better(preferred: "b", other: "a", strength: 2).json, by: "c")
    let text = try write("rankings", [record], comparing).text
    #expect(text.contains(#""ranking":[],"set_aside":[],"verdict":"both_bad","strength":null"#))
    #expect(text.contains(#""ranking":[["a","b"]],"set_aside":[],"verdict":"tie","strength":null"#))
    #expect(text.contains(#""ranking":[["b"],["a"]],"set_aside":[],"verdict":"better","strength":2"#))
  }

  @Test("Texts come out as they went in, whatever is in them")
  func hostile() throws {
    var dice = SeededGenerator(seed: 23)
    let parser = JSONParser()
    for _ in 0..<300 {
      let (prompt, one, two) = (dice.hostileText(), dice.hostileText() + "1", dice.hostileText() + "2")
      let line = try write("trl-preference", [TrainingRecord(prompt: .string(prompt), [one, two]).ranked("b > a")]).text
      let object = try #require(parser.parse(line).object)
      #expect(object["prompt"] == .array([ChatTurn(.user, prompt).json]))
      #expect(object["chosen"] == .array([ChatTurn(.assistant, two).json]))
      #expect(object["rejected"] == .array([ChatTurn(.assistant, one).json]))
    }
  }
}
