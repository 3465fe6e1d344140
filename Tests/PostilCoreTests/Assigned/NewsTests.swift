import PostilModel
import PostilTestSupport
import Testing

@testable import PostilCore

@Suite("What comes back finds the annotator, and pulls nothing away")
struct NewsTests {
  private static func world(pool: [Int]) -> FakeWorld {
    AssignedWorld.world(pool: pool) { $0.asks = Skill(name: "law", level: 2) }
  }

  @Test func anAnswerOpensByItselfWhereNothingIsLeft() {
    var world = Self.world(pool: [1, 2])
    world.perform(.ask(note: "Is that one?"))
    world.choose("good")
    #expect(world.session.current == nil)
    world.handing?.answer(1, ["feeling": "bad"], text: "It is.", by: "li")
    world.wait(20_000)
    #expect(world.session.current?.number == 1)
    #expect(world.session.thread.map(\.text) == ["Is that one?", "It is."])
    #expect(world.session.message?.text == "Your question about #1 was answered.")
    #expect(world.session.work?.unread == [])
    world.perform(.goToNextOpen)
    #expect(world.session.current == nil, "it has been looked at")
  }

  @Test func whatIsSentBackOpensByItselfWhereNothingIsLeft() {
    var world = Self.world(pool: [1, 2])
    world.choose("good")
    world.choose("good")
    world.handing?.sendBack(2, text: "Look again.", by: "mo")
    world.wait(20_000)
    #expect(world.session.current?.number == 2 && world.session.thread.map(\.text) == ["Look again."])
    #expect(world.session.message?.text == "#2 came back with a comment.")
  }

  @Test func whoLooksBackOverWhatIsDoneIsToldOnceAndOneKeyLeadsThere() {
    var world = Self.world(pool: [1, 2])
    world.perform(.ask(note: "Is that one?"))
    world.choose("good")
    world.perform(.move(by: -1))
    #expect(world.session.current?.number == 2)
    world.handing?.answer(1, ["feeling": "bad"], by: "li")
    world.wait(20_000)
    #expect(world.session.current?.number == 2, "nothing is pulled away")
    #expect(world.session.message?.text == "Your question about #1 was answered. g n goes there.")
    world.perform(.dismissMessage)
    world.wait(60_000)
    #expect(world.session.message == nil, "said once")
    world.perform(.goToNextOpen)
    #expect(world.session.current?.number == 1 && world.session.thread.count == 2)
  }

  @Test func theNextThatWantsOneIsTheNewsAndThenTheOthers() {
    var world = Self.world(pool: [1, 2, 3, 4, 5])
    world.choose("good")
    world.choose("good")
    world.handing?.sendBack(1, text: "Look again.", by: "mo")
    world.perform(.reload)
    #expect(world.session.current?.number == 3)
    world.perform(.goToNextOpen)
    #expect(world.session.current?.number == 1 && world.session.thread.map(\.text) == ["Look again."])
    world.perform(.goToNextOpen)
    #expect(world.session.current?.number == 3, "on through the others")
    world.perform(.goToNextOpen)
    #expect(world.session.current?.number == 4)
  }

  @Test func newsWaitUntilAWarningWasRead() {
    var world = Self.world(pool: [1, 2, 3])
    world.choose("good")
    world.perform(.say(SessionMessage(.warning, "Mind the gap.")))
    world.handing?.sendBack(1, text: "Look again.", by: "mo")
    world.run(world.session.loadAssigned())
    #expect(world.session.message?.text == "Mind the gap.")
    world.perform(.dismissMessage)
    #expect(world.session.message?.text == "#1 came back with a comment. g n goes there.")
  }

  @Test func whatComesBackUnderTheEyesShowsItsCommentThere() {
    var world = Self.world(pool: [1, 2])
    world.choose("good")
    world.choose("good")
    world.perform(.move(by: -1))
    world.handing?.sendBack(2, text: "Look again.", by: "mo")
    world.wait(20_000)
    #expect(world.session.current?.number == 2 && world.session.thread.map(\.text) == ["Look again."])
    #expect(world.session.message?.text == "#2 came back with a comment.")
  }

  @Test func aStartWithNothingLeftReadsTheRowsOfWhatIsDone() {
    var world = Self.world(pool: [1, 2])
    world.choose("good")
    world.choose("good")
    world.killAndRestart()
    #expect(world.session.current == nil && world.shown == [1, 2])
    #expect(world.session.queue.summary(at: 0)?.state == .submitted)
    #expect(world.session.progress.left == 0, "what is left is known at once")
  }
}
