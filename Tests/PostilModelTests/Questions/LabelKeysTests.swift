import PostilModel
import Testing

@Suite struct LabelKeysTests {
  @Test func digitsAreAFallbackAndASecondKey() {
    let keys = LabelKeys(for: [Choice(name: "good", key: "p"), Choice(name: "bad"), Choice(name: "mixed", key: "m")])
    #expect(keys.shown == ["p", "2", "m"])
    #expect(keys.place(of: "p") == 0)
    #expect(keys.place(of: "1") == 0)
    #expect(keys.place(of: "2") == 1)
    #expect(keys.place(of: "3") == 2)
    #expect(keys.place(of: "4") == nil)
  }

  @Test func theTenthChoiceHasZeroAndTheEleventhNone() {
    let keys = LabelKeys(for: (1...11).map { Choice(name: "l\($0)") })
    #expect(keys.shown[9] == "0")
    #expect(keys.shown[10] == nil)
    #expect(keys.keys.count == 10)
  }

  @Test func theStepsOfARatingMeanThemselves() {
    let keys = LabelKeys(for: RatingQuestion(lowest: 0, highest: 5).choices)
    #expect(keys.place(of: "0") == 0)
    #expect(keys.place(of: "5") == 5)
    #expect(keys.place(of: "6") == nil)
    let ten = LabelKeys(for: RatingQuestion(lowest: 1, highest: 10).choices)
    #expect(ten.place(of: "1") == 0)
    #expect(ten.place(of: "0") == 9)
  }

  @Test func aDigitOfACommandIsNoFallback() {
    let keys = LabelKeys(for: [Choice(name: "a"), Choice(name: "b")], commands: ["1"])
    #expect(keys.shown == [nil, "2"])
    #expect(keys.place(of: "1") == nil)
  }

  @Test func clashesNameLabelAndCommand() {
    let question = Question(
      name: "q", kind: LabelQuestion(choices: [Choice(name: "no", key: "s"), Choice(name: "yes")]))
    let project = Project(name: "T", fields: [], questions: [question])
    let clashes = LabelKeys.clashes(in: project, with: ["s": "skip", "1": "first"])
    #expect(clashes == [KeyClash(question: "q", label: "no", key: "s", command: "skip")])
  }
}
