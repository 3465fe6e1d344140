import PostilCore
import PostilModel
import PostilScreen
import PostilTestSupport
import Testing

@testable import PostilUI

/// Keys that the review desk shares with the annotating desk: first and last, search, guidelines, history.
@Suite struct ReviewFindingTests {
  private func desk() -> ReviewDeskWorld { ReviewDeskWorld(ReviewSamples.hotelReviews()) }

  @Test(arguments: [("G", "g g"), ("End", "Home")])
  func firstAndLast(last: String, first: String) {
    var world = desk()
    let rows = world.session.queue.rows.map(\.number)
    world.type(last)
    #expect(rows.count > 1 && world.session.current == rows.last)
    world.type(first)
    #expect(world.session.current == rows.first)
  }

  @Test func wordsOfTheTaskAreFound() {
    var world = desk()
    world.type("/")
    world.write("the")
    #expect(world.bottom().contains("1 of "))
    world.type("Enter")
    let count = world.desk.search?.hits.count ?? 0
    #expect(count > 1)
    world.type("n")
    #expect(world.desk.search?.current == 1)
    world.type("N N")
    #expect(world.desk.search?.current == count - 1)
    #expect(world.bottom().contains("From the end again."))
    world.type("]")
    #expect(world.desk.search?.words == "the", "the next task is searched too")
    world.type("Esc")
    #expect(world.desk.search == nil && world.intents.isEmpty)
    world.type("/")
    world.write("zeppelin")
    world.type("Enter")
    #expect(world.bottom().contains("“zeppelin” was not found."))
    world.type("n")
    #expect(world.bottom().contains("No search is on."))
    #expect(world.decisions.isEmpty)
  }

  @Test func aTaskIsFoundByItsId() throws {
    var world = desk()
    let id = try #require(world.tasks[5]?.task.id)
    world.type("#")
    world.write(id)
    world.type("Enter")
    #expect(world.session.current == 5)
    world.type("#")
    world.write("nowhere")
    world.type("Enter")
    #expect(world.bottom().contains("There is no task with the id nowhere."))
  }

  @Test func theGuidelinesLieOverThePanes() {
    var world = desk()
    world.type("g i")
    #expect(world.screen().contains("Praise is positive."))
    world.type("a")
    #expect(world.bottom().contains("closes the guidelines first") && world.decisions.isEmpty)
    world.type("g o")
    #expect(world.screen().contains("Headings of the guidelines"))
    world.type("Esc q")
    #expect(world.desk.overlay == nil && world.intents.isEmpty)
    world.type("g i o")
    #expect(world.desk.overlay == .overview)
    world.type("o")
    #expect(world.desk.overlay == nil)
  }

  @Test func theHistoryTellsAnswersAndDecisions() {
    var world = desk()
    let answer = Annotation(state: .submitted, answers: ["sentiment": "mixed"], revision: 1)
    world.history[1] = [
      AnnotationEvent(
        number: 3, at: world.now, annotator: "dana", task: 1, kind: .submitted, annotation: answer)
    ]
    world.managed[1] = [
      ManagementEvent(
        number: 4, at: world.now, by: "mo", task: 1, kind: .resolved,
        told: JSONObject([("method", "adjudicated"), ("answers", ["sentiment": "negative"])])),
      ManagementEvent(number: 5, at: world.now, by: "mo", task: 1, kind: .unresolved),
    ]
    world.type("g h")
    let screen = world.screen()
    for words in ["dana submitted, revision 1", "mo settled it: adjudicated", "sentiment: negative", "mo reopened it"] {
      #expect(screen.contains(words), "\(words)")
    }
    world.type("q ] [")
    #expect(world.desk.layers.isEmpty && world.intents.isEmpty)
  }
}
