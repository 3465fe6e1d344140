import PostilFormats
import PostilModel
import PostilTestSupport
import Testing

@Suite("What comes in goes out the same")
struct RoundTripTests {
  private let copying = Project(
    name: "Copying", fields: [FieldDefinition(name: "prompt", kind: .chat), FieldDefinition(name: "response")],
    questions: [
      Question(name: "copy", about: "response", kind: EditQuestion()),
      Question(
        name: "label", isRequired: false, kind: LabelQuestion(choices: [Choice(name: "bad"), Choice(name: "good")])),
    ])

  /// Imports lines, lets every response stand where nobody has judged, and exports again; both as values.
  private func again(
    _ format: String, _ lines: [JSONValue], _ project: Project, _ change: (inout ExportPolicy) -> Void = { _ in }
  ) throws -> [JSONValue] {
    let parser = JSONParser()
    let found = try read(lines.map(\.jsonText).joined(separator: "\n"), as: format, project)
    #expect(found.rejects == [])
    let records = try found.records.map { record in
      var task = TrainingRecord(fields: try parser.parse(record.fieldsText).object ?? JSONObject())
      task.metadata = try parser.parse(record.metadataText).object ?? JSONObject()
      task.id = record.idText
      task.annotations = record.annotations
      return task.annotations.isEmpty ? task.judged("copy", ["verdict": "pass"]) : task
    }
    let written = try write(format, records, project, change)
    #expect(written.tally.leftOut == [:])
    if written.text.hasPrefix("[") { return try parser.parse(written.text).array ?? [] }
    return try written.text.split(separator: "\n").map { try parser.parse(String($0)) }
  }

  private func hostile(_ dice: inout SeededGenerator) -> JSONValue {
    // Now and then a turn of a megabyte.
    let long = Int.random(in: 0..<500, using: &dice) == 0 ? String(repeating: "0123456789 漢字\n", count: 55_000) : ""
    let marker = ["", "\n\nHuman: x", "\n\nAssistant:", "\n\nHuman:y\n\nAssistant: z", "### Response:"]
    return .string(dice.hostileText() + (marker.randomElement(using: &dice) ?? "") + long + dice.hostileText())
  }

  /// One to five turns of user and assistant, the last one of the user, after a system turn perhaps.
  private func turns(_ dice: inout SeededGenerator, _ keys: (String, String), _ names: (String, String)) -> [JSONValue]
  {
    var list: [JSONValue] = []
    func turn(_ name: String) -> JSONValue { [keys.0: .string(name), keys.1: hostile(&dice)] }
    if Int.random(in: 0..<3, using: &dice) == 0 { list.append(turn("system")) }
    for _ in 0..<Int.random(in: 0...2, using: &dice) { list += [turn(names.0), turn(names.1)] }
    return list + [turn(names.0)]
  }

  private let chat = (("role", "content"), ("user", "assistant"))
  private let shareGPT = (("from", "value"), ("human", "gpt"))

  private func answer(_ dice: inout SeededGenerator, _ wording: ((String, String), (String, String))) -> JSONValue {
    [wording.0.0: .string(wording.1.1), wording.0.1: said(&dice)]
  }

  /// A hostile text that says something, and is never the same as another one.
  private func said(_ dice: inout SeededGenerator) -> JSONValue {
    .string((hostile(&dice).string ?? "") + String(dice.next(), radix: 36))
  }

  @Test("Pairs, on hostile text")
  func pairs() throws {
    var dice = SeededGenerator(seed: 41)
    for project in [ranking, comparing] {
      let explicit = (0..<80).map { _ -> JSONValue in
        [
          "prompt": .array(turns(&dice, chat.0, chat.1)), "chosen": [answer(&dice, chat)],
          "rejected": [answer(&dice, chat)],
        ]
      }
      #expect(try again("trl-preference", explicit, project) == explicit)
      let implicit = explicit.map { record -> JSONValue in
        let prompt = record.object?["prompt"]?.array ?? []
        func whole(_ key: String) -> JSONValue { .array(prompt + (record.object?[key]?.array ?? [])) }
        return ["chosen": whole("chosen"), "rejected": whole("rejected")]
      }
      #expect(try again("trl-preference", implicit, project) { $0.shape = .implicit } == implicit)
      let plain = (0..<80).map { _ -> JSONValue in
        ["prompt": hostile(&dice), "chosen": said(&dice), "rejected": said(&dice)]
      }
      #expect(try again("trl-preference", plain, project) { $0.style = .plain } == plain)
      let shared = (0..<80).map { _ -> JSONValue in
        [
          "conversations": .array(turns(&dice, shareGPT.0, shareGPT.1)), "chosen": answer(&dice, shareGPT),
          "rejected": answer(&dice, shareGPT),
        ]
      }
      #expect(try again("sharegpt-dpo", shared, project) == shared)
      let preferred = explicit.map { record -> JSONValue in
        [
          "input": ["messages": record.object?["prompt"] ?? [], "tools": [], "parallel_tool_calls": true],
          "preferred_output": record.object?["chosen"] ?? [],
          "non_preferred_output": record.object?["rejected"] ?? [],
        ]
      }
      #expect(try again("openai-dpo", preferred, project) == preferred)
    }
  }

  @Test("Pairs of texts that begin with the prompt, whatever blanks part them; on hostile text")
  func implicitTexts() throws {
    var dice = SeededGenerator(seed: 59)
    let blanks = ["\n\n", "\n\n", " ", "\n", "\n\n\n", " \n\n", "\r\n\r\n", "\t"]
    let lines = (0..<400).map { _ -> JSONValue in
      let head = "Q" + (hostile(&dice).string ?? "") + (blanks.randomElement(using: &dice) ?? "")
      func answer(_ end: String) -> JSONValue { .string(head + (hostile(&dice).string ?? "") + end) }
      return ["chosen": answer("Canberra"), "rejected": answer("Sydney")]
    }
    for project in [ranking, comparing] {
      let found = try again("trl-preference", lines, project) {
        $0.shape = .implicit
        $0.style = .plain
      }
      #expect(found == lines)
    }
  }

  @Test("hh-rlhf, to the byte of each text: markers in answers, none or two blanks after the colon, empty turns")
  func dialogues() throws {
    var dice = SeededGenerator(seed: 43)
    let blanks = [" ", " ", " ", "", "  "]
    let lines = (0..<300).map { _ -> JSONValue in
      func turn(_ name: String, _ dice: inout SeededGenerator) -> String {
        "\n\n\(name):" + (blanks.randomElement(using: &dice) ?? "") + (hostile(&dice).string ?? "")
      }
      let head = turn("Human", &dice)
      return [
        "chosen": .string(head + turn("Assistant", &dice)), "rejected": .string(head + turn("Assistant", &dice)),
      ]
    }
    #expect(try again("hh-rlhf", lines, ranking) == lines)
  }

  @Test("Single responses, on hostile text")
  func examples() throws {
    var dice = SeededGenerator(seed: 47)
    let messages = (0..<80).map { _ -> JSONValue in
      ["messages": .array(turns(&dice, chat.0, chat.1) + [answer(&dice, chat)])]
    }
    #expect(try again("openai-sft", messages, copying) == messages)
    #expect(try again("trl-sft", messages, copying) { $0.shape = .messages } == messages)
    let completions = (0..<80).map { _ -> JSONValue in
      ["prompt": .array(turns(&dice, chat.0, chat.1)), "completion": [answer(&dice, chat)]]
    }
    #expect(try again("trl-sft", completions, copying) == completions)
    let conversations = (0..<80).map { _ -> JSONValue in
      ["conversations": .array(turns(&dice, shareGPT.0, shareGPT.1) + [answer(&dice, shareGPT)])]
    }
    #expect(try again("sharegpt", conversations, copying) == conversations)
    let alpaca = (0..<80).map { number -> JSONValue in
      [
        "instruction": hostile(&dice), "input": number.isMultiple(of: 2) ? "" : hostile(&dice),
        "output": said(&dice),
      ]
    }
    #expect(try again("alpaca", alpaca, copying) == alpaca)
  }

  @Test("Prompts that end in the turn of a tool")
  func tools() throws {
    let prompt: [JSONValue] = [
      ["role": "user", "content": "q"], ["role": "assistant", "content": "call"], ["role": "tool", "content": "{}"],
    ]
    let answer: JSONValue = ["role": "assistant", "content": "yes"]
    let kto: JSONValue = ["messages": .array(prompt + [answer]), "label": false]
    #expect(try again("kto", [kto], copying) == [kto])
    let messages: JSONValue = ["messages": .array(prompt + [answer])]
    #expect(try again("trl-sft", [messages], copying) { $0.shape = .messages } == [messages])
    let pair: JSONValue = [
      "conversations": [
        ["from": "human", "value": "q"], ["from": "gpt", "value": "call"], ["from": "observation", "value": "{}"],
      ],
      "chosen": ["from": "gpt", "value": "yes"], "rejected": ["from": "gpt", "value": "no"],
    ]
    #expect(try again("sharegpt-dpo", [pair], ranking) == [pair])
  }

  @Test("Verdicts, on hostile text")
  func verdicts() throws {
    var dice = SeededGenerator(seed: 53)
    let kto = (0..<80).map { number -> JSONValue in
      [
        "messages": .array(turns(&dice, chat.0, chat.1) + [answer(&dice, chat)]),
        "label": .bool(number.isMultiple(of: 2)),
      ]
    }
    #expect(try again("kto", kto, copying) == kto)
    let unpaired = (0..<80).map { number -> JSONValue in
      ["prompt": hostile(&dice), "completion": said(&dice), "label": .bool(number.isMultiple(of: 3))]
    }
    #expect(try again("trl-unpaired", unpaired, copying) { $0.style = .plain } == unpaired)
  }

  @Test("UltraFeedback, with what it says beside the ratings")
  func ratings() throws {
    let project = Project(
      name: "Ratings", fields: ranking.fields,
      questions: [
        Question(
          name: "ratings", about: "responses",
          kind: RatingsQuestion(aspects: [Choice(name: "helpfulness"), Choice(name: "honesty")]))
      ])
    func completion(_ text: JSONValue, _ helpful: JSONValue, _ honest: JSONValue, _ mean: JSONValue) -> JSONValue {
      [
        "model": "m", "principle": "p", "custom_system_prompt": "s", "response": text,
        "annotations": [
          "honesty": ["Rating": honest, "Rationale": "r"],
          "helpfulness": ["Rationale": "漢", "Rating": helpful, "Type": ["1"]], "truthfulness": ["Rating": "N/A"],
        ],
        "overall_score": 7.5, "fine-grained_score": mean, "critique": "c",
      ]
    }
    let line: JSONValue = [
      "source": "flan", "instruction": "Hi?", "models": ["m", "m"],
      "completions": [completion("\n\nHuman: 1", "4", "5", 4.75), completion("👩‍👩‍👧", "1", "2", 1.25)],
      "correct_answers": ["None"], "incorrect_answers": [],
    ]
    #expect(try again("ultrafeedback", [line], project) == [line])
    let rated = TrainingRecord(["x", "y"]).judged(
      "ratings", ["a": ["helpfulness": 3, "honesty": 4], "b": ["helpfulness": 1, "honesty": 1]], by: "old", at: 1
    ).judged(
      "ratings", ["a": ["helpfulness": 5, "honesty": 4], "b": ["helpfulness": 1, "honesty": 2]], by: "new", at: 2)
    let found = try write("ultrafeedback", [rated], project)
    #expect(found.tally.leftOut == ["older judgement of the same task": 1])
    #expect(
      found.text.hasPrefix(
        #"{"source":"","instruction":"Hi?","models":["",""],"completions":[{"model":"","principle":"","#
          + #""custom_system_prompt":"","response":"x","annotations":{"helpfulness":{"Rating":"5","Rationale":""},"#
          + #""honesty":{"Rating":"4","Rationale":""}},"overall_score":null,"fine-grained_score":4.5,"critique":""},"#))
  }
}
