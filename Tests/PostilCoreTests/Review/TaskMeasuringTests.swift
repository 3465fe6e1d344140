import PostilCore
import PostilModel
import PostilStore
import Testing

/// How much answers differ, as the review queue sees it.
struct TaskMeasuringTests {
  private func project(_ questions: String) throws -> Project {
    try ProjectFile(text: "[project]\nname = \"P\"\n[[field]]\nname = \"text\"\n" + questions).project
  }

  private static let label =
    "[[question]]\nname = \"feeling\"\ntype = \"label\"\nlabels = [\"good\", \"bad\", \"mixed\"]\n"

  private func input(_ answers: [[String: JSONValue]], length: Int = 0, milliseconds: Int = 0) -> StandingInput {
    let annotations = answers.enumerated().map { place, answers in
      NamedAnnotation(
        annotator: "a\(place)",
        annotation: Annotation(state: .submitted, answers: answers, activeMilliseconds: milliseconds))
    }
    return StandingInput(task: 1, length: length, annotations: annotations)
  }

  private func measure(_ questions: String, _ answers: JSONValue...) throws -> StandingMeasure {
    let project = try project(questions)
    let name = project.questions[0].name
    return TaskMeasuring(project).measure(input(answers.map { [name: $0] }))
  }

  @Test func labelsAreTheSameOrNot() throws {
    #expect(try measure(Self.label, "good", "good", "good") == StandingMeasure(disagreement: 0))
    let two = try measure(Self.label, "good", "bad", "good")
    #expect(abs(two.disagreement - 2.0 / 3) < 1e-12)
    #expect(two.reasons == ["2:1 feeling"])
    #expect(two.questions == ["feeling"])
    #expect(try measure(Self.label, "good", "bad", "mixed").reasons == ["3 ways feeling"])
    #expect(try measure(Self.label, "good").disagreement == 0)
  }

  @Test func stepsDifferByTheirDistance() throws {
    let rating = "[[question]]\nname = \"stars\"\ntype = \"rating\"\nlowest = 1\nhighest = 5\n"
    #expect(try measure(rating, 1, 5).disagreement == 1)
    #expect(try measure(rating, 3, 4).disagreement == 0.25)
    #expect(try measure(rating, 3, 4).reasons == ["3 to 4 stars"])
  }

  @Test func setsDifferByWhatIsNotInBoth() throws {
    let labels = "[[question]]\nname = \"topics\"\ntype = \"labels\"\nlabels = [\"a\", \"b\", \"c\"]\n"
    #expect(try measure(labels, ["a", "b"], ["b", "a"]).disagreement == 0)
    #expect(try measure(labels, ["a", "b"], ["b", "c"]).disagreement == 1 - 1.0 / 3)
  }

  @Test func ordersDifferByTheirKendallDistance() throws {
    let ranking =
      "[[field]]\nname = \"responses\"\ntype = \"candidates\"\n[[question]]\nname = \"order\"\ntype = \"ranking\"\n"
    let one = WeakOrder(tiers: [["a"], ["b"], ["c"]]).json
    let other = WeakOrder(tiers: [["b"], ["a"], ["c"]]).json
    let found = try measure(ranking, one, other)
    #expect(abs(found.disagreement - 1.0 / 3) < 1e-12)
    #expect(found.reasons == ["orders 0.33 order"])
  }

  @Test func remarksThatNeedNotBeWrittenDoNotCount() throws {
    let text = "[[question]]\nname = \"why\"\ntype = \"text\"\n"
    #expect(try measure(text + "required = false\n", "one", "two").disagreement == 0)
    #expect(try measure(text, "one two", "one  two").disagreement == 0)
    #expect(try measure(text, "one two", "three four").disagreement == 1)
    #expect(try measure(text, "one two", "one four").reasons == ["texts why"])
  }

  @Test func answersFasterThanReadingAreCounted() throws {
    let measuring = TaskMeasuring(try project(Self.label))
    // 7,500 characters want 100 seconds at 75 a second.
    #expect(measuring.measure(input([["feeling": "good"]], length: 7500, milliseconds: 99_000)).tooFast == 1)
    #expect(measuring.measure(input([["feeling": "good"]], length: 7500, milliseconds: 100_000)).tooFast == 0)
    // Without a time there is nothing to say.
    #expect(measuring.measure(input([["feeling": "good"]], length: 7500)).tooFast == 0)
  }

  @Test func missedGoldIsCounted() throws {
    var given = input([["feeling": "good"], ["feeling": "bad"], [:]])
    given.gold = GoldTask(task: 1, answers: ["feeling": "good"])
    #expect(TaskMeasuring(try project(Self.label)).measure(given).goldMissed == 2)
    // What made it gold is not held against it; a verdict at the submit stands.
    given.gold?.isPromoted = true
    #expect(TaskMeasuring(try project(Self.label)).measure(given).goldMissed == 0)
    given.verdicts = [given.annotations[0].annotator: false]
    #expect(TaskMeasuring(try project(Self.label)).measure(given).goldMissed == 1)
  }
}
