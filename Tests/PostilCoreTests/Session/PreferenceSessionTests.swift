import PostilModel
import PostilTestSupport
import Testing

@testable import PostilCore

@Suite("Preferences in a session")
struct PreferenceSessionTests {
  private static func project(_ kind: any QuestionKind, about: String = "responses", isShuffled: Bool = true) -> Project
  {
    Project(
      name: "p",
      fields: [
        FieldDefinition(name: "text"), FieldDefinition(name: "responses", kind: .candidates, isShuffled: isShuffled),
      ], questions: [Question(name: "q", about: about, kind: kind)])
  }

  private static func world(_ kind: any QuestionKind, about: String = "responses", isShuffled: Bool = true) -> FakeWorld
  {
    var world = FakeWorld(project: project(kind, about: about, isShuffled: isShuffled), count: 40)
    world.start()
    return world
  }

  private static func shown(_ world: FakeWorld) -> [String] {
    (world.session.current?.candidates["responses"] ?? []).map(\.id)
  }

  @Test func eachTaskHasAnOrderOfItsOwnWhichARestartKeeps() {
    var world = Self.world(RankingQuestion())
    var orders: Set<[String]> = []
    for _ in 0..<40 {
      let order = Self.shown(world)
      #expect(order.sorted() == ["a", "b", "c"])
      orders.insert(order)
      world.perform(.move(by: 1))
    }
    #expect(orders.count == 6)
    let before = Self.shown(world)
    world.killAndRestart()
    #expect(Self.shown(world) == before)
    #expect(Self.shown(Self.world(RankingQuestion(), isShuffled: false)) == ["a", "b", "c"])
  }

  @Test func whatWasShownIsPartOfTheAnnotation() throws {
    var world = Self.world(RankingQuestion())
    let shown = Self.shown(world)
    world.perform(.answer(question: "q", WeakOrder(tiers: shown.reversed().map { [$0] }).json))
    world.perform(.submit)
    #expect(world.annotations[1]?.state == .submitted)
    #expect(world.annotations[1]?.shown == ["responses": shown])
    // Somebody who reads it again sees what was seen, also where the draw would be another one now.
    world.annotations[1]?.shown = ["responses": ["c", "a", "b"]]
    world.killAndRestart()
    world.perform(.goTo("1"))
    #expect(Self.shown(world) == ["c", "a", "b"])
  }

  @Test func theShownOrderIsAskedAboutOnce() {
    var world = Self.world(RankingQuestion())
    world.perform(.answer(question: "q", WeakOrder(tiers: Self.shown(world).map { [$0] }).json))
    world.perform(.submit)
    #expect(world.annotations[1]?.state != .submitted)
    #expect(
      world.session.message?.text == "This is the order in which they were shown. Submit once more if you mean it.")
    world.perform(.dismissMessage)
    world.perform(.submit)
    #expect(world.annotations[1]?.state == .submitted)
  }

  @Test func anIncompleteOrderIsNotSubmitted() {
    var world = Self.world(RankingQuestion())
    world.perform(.answer(question: "q", WeakOrder(tiers: [["b"]]).json))
    world.perform(.submit)
    #expect(world.annotations[1]?.state != .submitted)
    #expect(world.session.message?.text == "Not submitted: “q” wants 2 more ranked or set aside.")
    world.perform(.answer(question: "q", WeakOrder(tiers: [["b"], ["z"], ["a"]]).json))
    world.perform(.submit)
    #expect(world.session.message?.text.contains("names the response \"z\"") == true)
    var order = WeakOrder(tiers: [["b"], ["a"]])
    order.setAside("c", reason: "empty")
    world.perform(.answer(question: "q", order.json))
    world.perform(.submit)
    #expect(world.annotations[1]?.state == .submitted)
  }

  @Test func oneKeyComparesSavesAndGoesOn() throws {
    var world = FakeWorld(project: Self.project(ComparisonQuestion()), count: 3)
    for index in world.tasks.indices { world.tasks[index].fields["responses"] = FakeWorld.responses(2) }
    world.start()
    let shown = Self.shown(world)
    world.perform(.choose(question: "q", choice: "right"))
    let answer = try #require(world.annotations[1]?.answers["q"])
    #expect(Comparison(answer) == .better(preferred: shown[1], other: shown[0], strength: nil))
    #expect(world.session.current?.number == 2)
  }

  @Test func comingBackFindsTheQuestionThatIsNotDone() {
    var project = Self.project(RankingQuestion())
    project.questions.append(Question(name: "more", isRequired: false, about: "responses", kind: RemarksQuestion()))
    var world = FakeWorld(project: project, count: 3)
    world.start()
    // The last start ended at another question of another task.
    world.perform(.focus(question: "more"))
    world.perform(.move(by: 1))
    world.perform(.answer(question: "q", WeakOrder(tiers: [["b"]]).json))
    world.perform(.move(by: 1))
    world.perform(.move(by: -1))
    #expect(world.session.focusedQuestion == "q")
    world.killAndRestart()
    #expect(world.session.current?.number == 2 && world.session.focusedQuestion == "q")
    world.perform(.answer(question: "q", WeakOrder(tiers: [["b"], ["a"], ["c"]]).json))
    world.perform(.submit)
    world.perform(.goTo("2"))
    #expect(world.session.focusedQuestion == "q", "what is done begins at the first question")
  }

  @Test func aQuoteIsTheResponsesOwn() {
    let subject = Subject(
      field: "r", value: .null,
      candidates: [Candidate(id: "a", text: "Canberra is\nthe capital."), Candidate(id: "b", text: "Sydney.")])
    let kind = RemarksQuestion(labels: [], takesEvidence: true)
    func problem(_ quote: String, of id: String, verdict: Remarks.Verdict? = .supported) -> String? {
      var remarks = Remarks()
      remarks.evidence = [.init(quote: quote, source: "s", verdict: verdict)]
      return remarks.answer(nil, candidate: id).flatMap { kind.problem(with: $0, about: subject) }
    }
    #expect(problem("Canberra is the capital", of: "a") == nil)
    #expect(problem("Canberra", of: "b") == "quotes “Canberra”, which response 2 does not say")
    #expect(problem("Sydney", of: "b", verdict: nil) == "has evidence without a verdict at response 2")
  }

  @Test func threeResponsesAreNotCompared() {
    var world = Self.world(ComparisonQuestion())
    world.perform(.choose(question: "q", choice: "left"))
    #expect(
      world.session.message?.text
        == "“q” compares two responses, and this task has 3. Skip it, and tell your lead.")
    world.perform(.choose(question: "q", choice: "tie"))
    #expect(world.annotations[1]?.state != .submitted)
    world.perform(.submit)
    #expect(world.session.message?.text == "Not submitted: “q” compares two responses, and this task has 3.")
  }

  @Test func whatWasMendedIsKeptWithWhatItWasAndHowFar() throws {
    var world = Self.world(EditQuestion(), about: "text")
    world.perform(.choose(question: "q", choice: "mend"))
    world.perform(.submit)
    #expect(world.session.message?.text.contains("nothing was changed") == true)
    world.perform(.edit(question: "q", text: "texts 1!"))
    world.perform(.endEdit)
    world.perform(.submit)
    let answer = try #require(world.annotations[1]?.answers["q"]?.object)
    #expect(answer["before"] == "text 1" && answer["after"] == "texts 1!" && answer["distance"] == 2)
    world.perform(.undo)
    #expect(world.session.current?.state == .draft)
  }

  @Test func lettingStandIsOneKey() {
    var world = Self.world(EditQuestion(reasons: [Choice(name: "wrong")]), about: "text")
    world.perform(.choose(question: "q", choice: "pass"))
    #expect(world.annotations[1]?.state == .submitted && world.session.current?.number == 2)
    world.perform(.choose(question: "q", choice: "fail"))
    #expect(world.annotations[2]?.state != .submitted)
    world.perform(.choose(question: "q", choice: "wrong"))
    world.perform(.submit)
    #expect(world.annotations[2]?.answers["q"] == ["verdict": "fail", "reasons": ["wrong"]])
  }

  @Test func aConversationIsWrittenTurnByTurn() {
    var world = Self.world(TextQuestion(firstRole: .user), about: "text")
    world.perform(.edit(question: "q", text: "How?", part: "0"))
    world.perform(.submit)
    #expect(world.session.message?.text == "Not submitted: “q” ends with the user: write the answer.")
    world.perform(.edit(question: "q", text: "So.", part: "1"))
    world.perform(.submit)
    #expect(
      world.annotations[1]?.answers["q"] == [
        ["role": "user", "content": "How?"], ["role": "assistant", "content": "So."],
      ])
    // Each turn is an undo step of its own.
    world.perform(.undo)
    world.perform(.undo)
    #expect(world.session.current?.answers["q"] == [["role": "user", "content": "How?"]])
  }
}
