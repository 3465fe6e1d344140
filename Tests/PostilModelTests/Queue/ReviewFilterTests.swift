import PostilModel
import Testing

@Suite("The review queue's filter language")
struct ReviewFilterTests {
  private let parser = ReviewFilterParser(
    questions: [
      Question(name: "feeling", kind: LabelQuestion(choices: [Choice(name: "good"), Choice(name: "bad")])),
      Question(name: "why", kind: TextQuestion()),
    ], annotators: ["dana", "li"])

  @Test(
    "is read and written again",
    arguments: [
      "", "state:unanimous", "state:all", "state:to-settle,resolved question:feeling", "label:bad annotator:dana",
      "flag:yes gold:missed fast:yes", "annotator:\"a b\"",
    ])
  func thereAndBack(text: String) throws {
    #expect(parser.text(of: try parser.parse(text)) == text)
  }

  @Test("means what it says")
  func meaning() throws {
    let filter = try parser.parse("STATE:Sent-Back question:WHY label:3 annotator:zoe flag:yes")
    #expect(filter.states == [.sentBack])
    #expect(filter.question == "why" && filter.label == "3" && filter.annotator == "zoe")
    #expect(filter.isFlagged && !filter.missesGold && !filter.isTooFast)
    #expect(try parser.parse("").states == [.toSettle, .sentBack])
    #expect(try parser.parse("state:all").states.isEmpty)
  }

  @Test(
    "tells what is wrong and what is near",
    arguments: [
      ("stat:all", "did you mean \"state\"?"), ("state:unanimos", "did you mean \"unanimous\"?"),
      ("question:feling", "did you mean \"feeling\"?"), ("bad", "stands alone"), ("flag:no", "unknown flag"),
      ("state:", "wants a word after it"), ("state:all state:all", "twice"), ("label:\"x", "without its end"),
      ("annotator:", "wants a word after it"),
    ])
  func wrong(text: String, words: String) {
    #expect {
      try parser.parse(text)
    } throws: { error in
      "\(error)".contains(words)
    }
  }

  @Test("proposes keys, then values, names among them")
  func completions() {
    #expect(parser.completions(for: "").map(\.piece).first == "state:")
    #expect(parser.completions(for: "qu").map(\.filter) == ["question:"])
    #expect(parser.completions(for: "flag:yes label:b").map(\.filter) == ["flag:yes label:bad"])
    #expect(parser.completions(for: "annotator:").map(\.piece) == ["annotator:dana", "annotator:li"])
    #expect(parser.completions(for: "state:s").map(\.piece) == ["state:sent-back"])
    #expect(parser.completions(for: "nothing:x").isEmpty)
  }
}
