import PostilModel
import PostilTestSupport
import Testing

@testable import PostilCore

@Suite("Nothing that stands on the screen goes away by itself")
struct KeptWorkTests {
  private static let form = Project(
    name: "form", fields: [FieldDefinition(name: "text")],
    questions: [
      Question(
        name: "usable", defaultAnswer: "yes",
        kind: LabelQuestion(choices: [Choice(name: "yes"), Choice(name: "no")])),
      Question(name: "stars", isRequired: false, defaultAnswer: 3, kind: RatingQuestion()),
      Question(name: "words", isRequired: false, kind: TextQuestion()),
      Question(name: "seconds", isRequired: false, kind: NumberQuestion()),
    ])

  private static func world() -> FakeWorld {
    var world = FakeWorld(project: form, count: 60)
    world.start()
    return world
  }

  @Test func writingKeepsTheDefaultsOfOtherQuestions() {
    var world = Self.world()
    world.perform(.edit(question: "words", text: "a"))
    world.perform(.edit(question: "seconds", text: "7"))
    #expect(world.session.current?.answers == ["usable": "yes", "stars": 3, "words": "a", "seconds": 7])
    world.perform(.submit)
    #expect(world.annotations[1]?.answers == ["usable": "yes", "stars": 3, "words": "a", "seconds": 7])
  }

  @Test func whatIsNoNumberYetIsKeptAndNotSubmitted() {
    var world = Self.world()
    world.perform(.edit(question: "seconds", text: "21,5"))
    world.killAndRestart()
    #expect(world.session.current?.answers["seconds"] == "21,5")
    world.perform(.submit)
    #expect(world.annotations[1]?.state != .submitted)
    #expect(
      world.session.message?.text == "Not submitted: “seconds” wants a number with a point as decimal sign.")
    world.perform(.edit(question: "seconds", text: "21.5"))
    world.perform(.submit)
    #expect(world.annotations[1]?.answers["seconds"] == 21.5)
  }

  @Test(arguments: ["inf", "nan", "0x1p3", "1e999", "1 000", "१२"])
  func whatOnlyProgramsTakeForNumbersIsNone(_ text: String) {
    #expect(NumberQuestion().answer(fromText: text) == nil)
  }

  @Test func aFilterWithoutHitsLeadsBackToTheTaskBefore() {
    var world = Self.world()
    world.perform(.goTo("50"))
    var filter = QueueFilter()
    filter.states = [.skipped]
    world.perform(.setFilter(filter))
    #expect(world.session.current == nil)
    world.perform(.setFilter(QueueFilter()))
    #expect(world.session.current?.number == 50 && world.session.queue.cursor == 49)
    world.perform(.setFilter(filter))
    world.killAndRestart()
    world.perform(.setFilter(QueueFilter()))
    #expect(world.session.current?.number == 50)
  }
}
