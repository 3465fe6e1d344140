import PostilModel
import PostilTestSupport
import Testing

@Suite struct QueueFilterTests {
  private static let parser = QueueFilterParser(questions: [
    Question(
      name: "sentiment",
      kind: LabelQuestion(choices: [
        Choice(name: "positive"), Choice(name: "negative"), Choice(name: "very good", title: "Very good"),
      ])),
    Question(name: "useful", kind: RatingQuestion()),
    Question(name: "why", kind: TextQuestion()),
  ])

  @Test func readsTheWholeLanguage() throws {
    let filter = try Self.parser.parse(
      "state:skipped,draft label:negative sentiment:\"very good\" useful:3 flag:yes suggestion:disagree "
        + "suggestion:yes comment:no sort:-changed \"two words\" refund \"state:open\" 12:30")
    var wanted = QueueFilter()
    wanted.states = [.skipped, .draft]
    wanted.answers = [
      .init(value: "negative"), .init(question: "sentiment", value: "very good"), .init(question: "useful", value: "3"),
    ]
    wanted.isFlagged = true
    wanted.hasSuggestion = true
    wanted.disagreesWithSuggestion = true
    wanted.hasComment = false
    wanted.order = .changed
    wanted.isDescending = true
    wanted.words = ["two words", "refund", "state:open", "12:30"]
    #expect(filter == wanted)
  }

  @Test func nothingIsEverything() throws {
    #expect(try Self.parser.parse("  ").isEverything)
    #expect(Self.parser.text(of: QueueFilter()) == "")
  }

  @Test func letterCaseAndTheWordDoneAreForgiven() throws {
    #expect(try Self.parser.parse("State:Done").states == [.submitted])
    #expect(try Self.parser.parse("label:Negative").answers == [.init(value: "negative")])
  }

  @Test(arguments: [
    (
      "stat:open",
      "unknown filter \"stat\", did you mean \"state\"? Known: state, label, answer, flag, suggestion, comment, sort, "
        + "sentiment, useful, why. In quotation marks it is a word to look for"
    ),
    ("state:skiped", "unknown state \"skiped\", did you mean \"skipped\"? Known: open, draft, submitted, skipped"),
    ("state:", "state: wants a word after it. Known: open, draft, submitted, skipped"),
    (
      "label:postive",
      "unknown label \"postive\", did you mean \"positive\"? Known: positive, negative, very good, 1, 2, 3, 4, 5"
    ),
    ("useful:6", "unknown answer to useful \"6\". Known: 1, 2, 3, 4, 5"),
    ("flag:y", "unknown flag \"y\". Known: yes, no"),
    ("flag:yes flag:no", "\"flag\" is there twice with different words. Keep one."),
    ("\"two words", "a quotation mark without its end. Close it, or put \\ before it between two others."),
    (
      "sort:newest",
      "unknown sort \"newest\". Known: number, -number, id, -id, changed, -changed, length, -length, uncertain, "
        + "-uncertain"
    ),
  ])
  func saysWhatIsWrong(text: String, message: String) {
    #expect {
      try Self.parser.parse(text)
    } throws: { error in
      "\(error)" == message
    }
  }

  @Test func readingWhatWasWrittenGivesTheSameFilter() throws {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<3000 {
      let filter = Self.filter(&random)
      let text = Self.parser.text(of: filter)
      #expect(try Self.parser.parse(text) == filter, "\(text)")
    }
  }

  private static func filter(_ random: inout SeededGenerator) -> QueueFilter {
    var filter = QueueFilter()
    filter.states = Set(AnnotationState.allCases.filter { _ in Bool.random(using: &random) })
    filter.isFlagged = [nil, true, false].randomElement(using: &random) ?? nil
    filter.hasComment = [nil, true, false].randomElement(using: &random) ?? nil
    filter.hasSuggestion = [nil, true, false].randomElement(using: &random) ?? nil
    filter.disagreesWithSuggestion = [nil, true, false].randomElement(using: &random) ?? nil
    filter.order = QueueFilter.Order.allCases.randomElement(using: &random) ?? .number
    filter.isDescending = Bool.random(using: &random)
    let answers: [QueueFilter.AnswerCondition] = [
      .init(value: "negative"), .init(question: "sentiment", value: "very good"), .init(question: "useful", value: "4"),
      .init(question: "why", value: word(&random)), .init(value: word(&random)),
    ]
    filter.answers = answers.filter { _ in Bool.random(using: &random) }
    filter.words = (0..<Int.random(in: 0...3, using: &random)).map { _ in word(&random) }
    return filter
  }

  private static func word(_ random: inout SeededGenerator) -> String {
    let letters = Array("ab\"\\: ,-漢é\u{301}\u{3000}🏳️‍🌈_1\n")
    return String((0...Int.random(in: 0...6, using: &random)).map { _ in letters.randomElement(using: &random) ?? "a" })
  }

  @Test func anyTextIsReadOrRefused() {
    var random = SeededGenerator(seed: 3)
    let letters = Array("state:label,\"\\ sort-yes漢\u{301}")
    for _ in 0..<3000 {
      let text = String(
        (0..<Int.random(in: 0...30, using: &random)).compactMap { _ in letters.randomElement(using: &random) })
      if let filter = try? Self.parser.parse(text) {
        #expect((try? Self.parser.parse(Self.parser.text(of: filter))) == filter, "\(text)")
      }
      _ = Self.parser.completions(for: text)
    }
  }

  @Test func completesKeysNamesAndValues() {
    #expect(Self.parser.completions(for: "refund st").map(\.filter) == ["refund state:"])
    #expect(Self.parser.completions(for: "s").map(\.piece) == ["state:", "suggestion:", "sort:", "sentiment:"])
    #expect(
      Self.parser.completions(for: "sentiment:").map(\.filter)
        == ["sentiment:positive", "sentiment:negative", "sentiment:\"very good\""])
    #expect(Self.parser.completions(for: "state:s").map(\.piece) == ["state:submitted", "state:skipped"])
    #expect(Self.parser.completions(for: "flag:yes ").count == 10)
    #expect(Self.parser.completions(for: "\"st").isEmpty)
    #expect(Self.parser.completions(for: "refund").isEmpty)
  }
}
