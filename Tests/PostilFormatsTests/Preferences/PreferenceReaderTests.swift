import PostilFormats
import PostilModel
import Testing

@Suite("Reading preferences")
struct PreferenceReaderTests {
  /// The text of the response that the source holds for the better one.
  private func better(_ record: ImportedRecord, _ question: String) throws -> String? {
    let order = try #require(WeakOrder(record.answers[question] ?? .null))
    let list = try record.fieldValues()["responses"]?.array ?? []
    return list.first { $0.object?["id"]?.string == order.ranked.first }?.object?["text"]?.string
  }

  @Test(
    "a pair becomes a prompt, two responses under neutral names, and a judgement by the source",
    arguments: ["hh-rlhf", "trl-preference", "sharegpt-dpo", "openai-dpo"])
  func pairs(_ format: String) throws {
    let found = try read(samples[format] ?? "", as: format, judging)
    #expect(found.rejects == [])
    let record = found.records[0]
    #expect(try record.fieldValues()["prompt"] == [["role": "user", "content": "q"]])
    #expect(record.annotations.map(\.annotator) == ["source:\(format)"])
    #expect(record.annotations[0].annotation.state == .submitted)
    #expect(try better(record, "rank") == "yes")
    let ids = try record.fieldValues()["responses"]?.array?.map { $0.object?["id"] }
    #expect(ids == ["a", "b"])
    #expect(!record.metadataText.contains("yes") && !record.metadataText.contains("chosen\":\""))
    // Nothing tells which was which: the better one is not always the first.
    let turned = (samples[format] ?? "").replacing("yes", with: "x").replacing("no\"", with: "yes\"")
      .replacing("\"x\"", with: "\"no\"").replacing(" x\"", with: " no\"")
    let other = try read(turned, as: format, judging)
    #expect(try better(other.records[0], "rank") == "no")
    #expect(other.records[0].fieldsText == record.fieldsText)
  }

  @Test("numbers of the source's other keys keep every digit")
  func metadata() throws {
    #expect(try read(samples["hh-rlhf"] ?? "", as: "hh-rlhf", judging).records[0].metadataText == #"{"n":1.50}"#)
    let dpo = try read(samples["openai-dpo"] ?? "", as: "openai-dpo", judging).records[0]
    #expect(dpo.metadataText == #"{"input":{"tools":[],"parallel_tool_calls":true}}"#)
  }

  @Test("two are compared where the project asks that; a scale cannot be answered, and the judgement stays metadata")
  func comparison() throws {
    let record = try read(samples["hh-rlhf"] ?? "", as: "hh-rlhf", comparing).records[0]
    guard case .better(let preferred, _, nil) = Comparison(record.answers["better"] ?? .null) else {
      Issue.record("no comparison: \(record.answers)")
      return
    }
    let list = try record.fieldValues()["responses"]?.array ?? []
    #expect(list.first { $0.object?["id"]?.string == preferred }?.object?["text"] == "yes")
    var scale = comparing
    scale.questions = [Question(name: "better", about: "responses", kind: ComparisonQuestion(steps: 7))]
    let other = try read(samples["hh-rlhf"] ?? "", as: "hh-rlhf", scale).records[0]
    #expect(other.annotations.isEmpty)
    #expect(try other.metadataValues()["chosen"]?.string == preferred)
  }

  @Test("TRL: texts and turns, with and without a prompt beside them")
  func trl() throws {
    func record(_ text: String) throws -> ImportedRecord {
      let found = try read(text, as: "trl-preference", judging)
      #expect(found.rejects == [])
      return try #require(found.records.first)
    }
    let plain = try record(#"{"prompt":"q?","chosen":"yes","rejected":"no"}"#)
    #expect(try plain.fieldValues()["prompt"] == [["role": "user", "content": "q?"]])
    let implicit = try record(#"{"chosen":"The sky is blue.","rejected":"The sky is bleak."}"#)
    #expect(try implicit.fieldValues()["prompt"] == [["role": "user", "content": "The sky is"]])
    #expect(try better(implicit, "rank") == "blue.")
    #expect(implicit.metadataText == #"{"prompt_separator":" "}"#)
    let own = try record(#"{"chosen":"What is 2+2?\n\nTwenty-four.","rejected":"What is 2+2?\n\nTwenty-two."}"#)
    #expect(try own.fieldValues()["prompt"] == [["role": "user", "content": "What is 2+2?"]])
    #expect(try better(own, "rank") == "Twenty-four.")
    #expect(own.metadataText == "{}")
    let turns = try record(
      #"{"chosen":[{"role":"user","content":"q"},{"role":"assistant","content":"yes"}],"rejected":[{"role":"user","content":"q"},{"role":"assistant","content":"no"}]}"#
    )
    #expect(try turns.fieldValues()["prompt"] == [["role": "user", "content": "q"]])
    // UltraFeedback as the handbook of alignment has it: the prompt beside whole conversations.
    let both = try record(
      #"{"prompt":"q","chosen":[{"role":"user","content":"q"},{"role":"assistant","content":"yes"}],"rejected":[{"role":"user","content":"q"},{"role":"assistant","content":"no"}]}"#
    )
    #expect(both.fieldsText == turns.fieldsText)
    #expect(both.metadataText == #"{"prompt":"q"}"#)
  }

  @Test(
    "what cannot be read is rejected with its reason",
    arguments: [
      ("trl-preference", #"{"chosen":"a","rejected":"b"}"#, Rejection.Kind.missingField),
      ("trl-preference", #"{"prompt":"q","chosen":"a"}"#, .missingField),
      ("trl-preference", #"{"prompt":"q","chosen":"a","rejected":[1]}"#, .wrongType),
      ("trl-preference", #"{"prompt":7,"chosen":"a","rejected":"b"}"#, .wrongType),
      ("openai-dpo", #"{"input":{"messages":[]},"preferred_output":[],"non_preferred_output":[]}"#, .wrongType),
      ("hh-rlhf", #"{"chosen":"a","rejected":"b"}"#, .wrongType),
      ("hh-rlhf", #"{"chosen":"\n\nHuman: a","rejected":"\n\nHuman: b"}"#, .missingField),
      ("hh-rlhf", #"{"chosen":"\n\nHuman: \ud800","rejected":"\n\nHuman: b"}"#, .loneSurrogate),
      ("prompt-responses", #"{"prompt":"q","responses":["a"]}"#, .nothingToJudge),
      ("prompt-responses", #"{"prompt":"q","responses":["a",{"model":"m"}]}"#, .wrongType),
      ("prompt-responses", #"{"prompt":"q","responses":["a","b"],"prompt":"r"}"#, .duplicateKey),
      ("ultrafeedback", #"{"instruction":"q","completions":[]}"#, .nothingToJudge),
      ("sharegpt-dpo", #"{"conversations":[{"from":"gpt","value":"a"}],"chosen":"b","rejected":"c"}"#, .missingField),
    ])
  func rejected(_ format: String, _ line: String, _ kind: Rejection.Kind) throws {
    let good = (samples[format] ?? "").replacing("\n", with: " ")
    let found = try read(line + "\n" + good, as: format, judging)
    #expect(found.kinds == [kind])
    #expect(found.rejects.first?.bytes == Array(line.utf8))
    #expect(found.rejects.first?.line == 1)
    #expect(found.records.count == 1)
  }

  @Test("a prompt with responses: texts or objects, under any of the usual keys, turns too")
  func responses() throws {
    let record = try read(samples["prompt-responses"] ?? "", as: "prompt-responses", judging).records[0]
    #expect(record.idText == "7")
    #expect(
      record.fieldsText
        == #"{"prompt":[{"role":"user","content":"q"}],"responses":[{"id":"1","text":"one"},{"id":"z","text":"two","model":"m"}]}"#
    )
    #expect(record.metadataText == #"{"topic":"t"}"#)
    let other = try read(
      #"[{"messages":[{"role":"system","content":"s"},{"role":"human","content":"q"}],"completions":[{"content":"a"},{"turns":[{"role":"assistant","content":"b"},{"role":"user","content":"c"}]}]}]"#,
      as: "prompt-responses", judging
    ).records[0]
    #expect(
      other.fieldsText
        == #"{"prompt":[{"role":"system","content":"s"},{"role":"user","content":"q"}],"responses":[{"id":"1","text":"a"},{"id":"2","turns":[{"role":"assistant","content":"b"},{"role":"user","content":"c"}]}]}"#
    )
  }

  @Test("UltraFeedback: ratings answer a grid of such aspects, and stay with each completion")
  func ultraFeedback() throws {
    let record = try read(samples["ultrafeedback"] ?? "", as: "ultrafeedback", judging).records[0]
    #expect(
      record.answers["grid"]
        == ["1": ["helpfulness": 4, "honesty": 5], "2": ["helpfulness": 1, "honesty": 2]])
    #expect(record.fieldsText.contains(#""overall_score":7.5"#))
    #expect(record.metadataText == #"{"source":"s","models":["m","n"],"correct_answers":["None"]}"#)
    let partly = (samples["ultrafeedback"] ?? "").replacing(#""Rating":"5""#, with: #""Rating":"N/A""#)
    let found = try read(partly + "\n" + (samples["ultrafeedback"] ?? ""), as: "ultrafeedback", judging)
    #expect(found.records[0].answers["grid"] == ["1": ["helpfulness": 4], "2": ["helpfulness": 1, "honesty": 2]])
    #expect(found.records[0].fieldsText.contains(#""honesty":{"Rating":"N/A"}"#))
    #expect(found.remarks.map { $0.contains("no step of the scale: 1, in 1 of the records") } == [true])
    let off = (samples["ultrafeedback"] ?? "").replacing(#""Rating":"5""#, with: #""Rating":"50""#)
    let taken = try read(off, as: "ultrafeedback", judging).records[0].answers["grid"]
    #expect(taken == ["1": ["helpfulness": 4], "2": ["helpfulness": 1, "honesty": 2]])
  }

  @Test("a project without the fields that a format needs is refused, with the table to write")
  func unfit() throws {
    let error = #expect(throws: TransferError.self) { try read(samples["hh-rlhf"] ?? "", as: "hh-rlhf", singles) }
    #expect(error?.description.contains(#"name = "responses", type = "candidates""#) == true)
    let single = #expect(throws: TransferError.self) { try read(samples["chat"] ?? "", as: "chat", judging) }
    #expect(single?.description.contains(#"the field "responses" wants two at least"#) == true)
    #expect(throws: TransferError.self) { try read("", as: "hh-rlhf", judging, purpose: .suggestions) }
  }

  @Test("--map wins over kinds, also for the id")
  func mapping() throws {
    let line = #"{"prompt":"q","intro":"other","key":"k1","id":"i","responses":["a","b"]}"#
    let record = try read(line, as: "prompt-responses", judging, mapping: ["prompt": "intro", "id": "key"]).records[0]
    #expect(record.idText == "k1")
    #expect(try record.fieldValues()["prompt"] == "other")
    #expect(record.metadataText == #"{"id":"i"}"#)
  }

  @Test("turns of a megabyte, NUL escapes, emoji and markers in an answer come through")
  func hostile() throws {
    let long = String(repeating: "漢字 👩‍👩‍👧 ", count: 50_000)
    let text = #"{"prompt":"\#(long)","responses":["\u0000\n\nHuman: x","\u001b[2J"]}"#
    let record = try read(text, as: "prompt-responses", judging).records[0]
    let fields = try record.fieldValues()
    #expect(fields["prompt"]?.array?.first?.object?["content"]?.string?.utf8.count == long.utf8.count)
    let texts = fields["responses"]?.array?.map { $0.object?["text"]?.string }
    #expect(texts == ["\u{0}\n\nHuman: x", "\u{1b}[2J"])
  }
}
