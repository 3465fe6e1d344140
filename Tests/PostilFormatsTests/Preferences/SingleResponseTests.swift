import PostilFormats
import PostilModel
import Testing

@Suite("Reading single responses")
struct SingleResponseTests {
  @Test(
    "the turns up to the last of the user are the prompt, the rest is the response",
    arguments: [
      ("chat", #"[{"role":"system","content":"be kind"},{"role":"user","content":"q"}]"#, "yes", "{}"),
      ("openai-sft", #"[{"role":"user","content":"q"}]"#, "yes", #"{"tools":[]}"#),
      (
        "sharegpt", #"[{"role":"system","content":"be kind"},{"role":"user","content":"q"}]"#, "yes",
        #"{"system":"be kind"}"#
      ),
      ("trl-sft", #"[{"role":"user","content":"q"}]"#, "yes", #"{"n":1}"#),
      ("trl-unpaired", #"[{"role":"user","content":"q"}]"#, "yes", #"{"n":1}"#),
      ("kto", #"[{"role":"user","content":"q"}]"#, "no", "{}"),
      (
        "alpaca",
        #"[{"role":"system","content":"be kind"},{"role":"user","content":"hi"},{"role":"assistant","content":"hello"},{"role":"user","content":"add\n1 2"}]"#,
        "3", #"{"instruction":"add","input":"1 2","system":"be kind","history":[["hi","hello"]]}"#
      ),
      ("alpaca-eval", #"[{"role":"user","content":"q"}]"#, "yes", #"{"generator":"m","dataset":"d"}"#),
    ])
  func responses(_ format: String, _ prompt: String, _ answer: String, _ metadata: String) throws {
    let found = try read(samples[format] ?? "", as: format, singles)
    #expect(found.rejects == [])
    #expect(found.records[0].fieldsText == #"{"prompt":\#(prompt),"answer":"\#(answer)"}"#)
    #expect(found.records[0].metadataText == metadata)
  }

  @Test("labels answer a question of good and bad, and else are metadata")
  func labels() throws {
    #expect(try read(samples["kto"] ?? "", as: "kto", singles).records[0].answers == ["fit": "bad"])
    #expect(try read(samples["trl-unpaired"] ?? "", as: "trl-unpaired", singles).records[0].answers == ["fit": "good"])
    let other = try read(samples["kto"] ?? "", as: "kto", demonstrations).records[0]
    #expect(other.annotations.isEmpty)
    #expect(other.metadataText == #"{"messages":[{"role":"assistant","content":"no"}],"label":false}"#)
    let bad = #"{"prompt":"q","completion":"a","label":"x"}"# + "\n" + #"{"prompt":"q","completion":"a"}"#
    #expect(try read(bad, as: "trl-unpaired", singles).kinds == [.wrongType, .missingField])
  }

  @Test("a project whose prompt is a text takes a single turn of the user, and keeps a system prompt beside it")
  func textPrompt() throws {
    let one = try read(samples["chat"] ?? "", as: "chat", demonstrations).records[0]
    #expect(one.fieldsText == #"{"prompt":"q"}"#)
    #expect(try one.metadataValues()["system"] == "be kind")
    #expect(try one.metadataValues()["messages"] == [["role": "assistant", "content": "yes"]])
    let long =
      #"{"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b"},{"role":"user","content":"c"}]}"#
    let found = try read(long, as: "chat", demonstrations)
    #expect(found.kinds == [.wrongType])
    #expect(found.rejects[0].reason.contains("a prompt of 3 turns"))
    #expect(try read(long, as: "chat", singles).records[0].fieldsText.contains(#""content":"c""#))
  }

  @Test("turns keep what they have beside role and content; parts of text are joined; other roles are rejected")
  func turns() throws {
    let record = try read(
      #"{"messages":[{"role":"developer","content":"s"},{"role":"user","content":[{"type":"text","text":"a"},{"type":"text","text":"b"}],"name":"z"}]}"#,
      as: "chat", singles
    ).records[0]
    let prompt = try #require(try record.fieldValues()["prompt"]?.array)
    #expect(prompt[0] == ["role": "system", "content": "s", "from": "developer"])
    #expect(prompt[1].object?["content"] == "ab")
    #expect(prompt[1].object?["name"] == "z")
    for (line, kind) in [
      (#"{"messages":[{"role":"critic","content":"a"}]}"#, Rejection.Kind.unknownRole),
      (#"{"messages":[{"role":"system","content":"a"}]}"#, .missingField), (#"{"messages":[]}"#, .missingField),
      (#"{"messages":"a"}"#, .wrongType), (#"{"messages":[{"role":"user"}]}"#, .wrongType),
      (#"{"messages":[{"role":"user","content":7}]}"#, .wrongType),
      (#"{"messages":[{"role":"user","content":[{"type":"image_url"}]}]}"#, .wrongType), ("{}", .missingField),
    ] {
      #expect(try read(line, as: "chat", singles).kinds == [kind], "\(line)")
    }
  }

  @Test("empty turns are turns")
  func empty() throws {
    let text = #"{"messages":[{"role":"user","content":""},{"role":"assistant","content":""}]}"#
    #expect(
      try read(text, as: "chat", singles).records[0].fieldsText
        == #"{"prompt":[{"role":"user","content":""}],"answer":""}"#)
  }

  @Test("Alpaca: LexiLaw's answer, and an array that breaks off")
  func alpaca() throws {
    let text = #"[{"instruction":"解释","input":"","answer":"好"},{"instruction":"x","output":"y"},{"instr"#
    let found = try read(text, as: "alpaca", singles)
    #expect(
      found.records.map(\.fieldsText) == [
        #"{"prompt":[{"role":"user","content":"解释"}],"answer":"好"}"#,
        #"{"prompt":[{"role":"user","content":"x"}],"answer":"y"}"#,
      ])
    #expect(found.kinds == [.notJSON])
    #expect(found.allBytes == text.utf8.count)
  }
}
