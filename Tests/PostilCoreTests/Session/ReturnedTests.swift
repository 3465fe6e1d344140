import PostilModel
import PostilStore
import PostilTestSupport
import Testing

@testable import PostilCore

@Suite("What is sent back in a project that hands nothing out")
struct ReturnedTests {
  private static func world(back: [Int], count: Int = 8) -> FakeWorld {
    var world = SessionTests.world(SessionTests.single, count: count)
    for _ in 0..<5 { world.perform(.choose(question: "feeling", choice: "good")) }
    for task in back { world.sendBack(task, text: "Look at #\(task) again.") }
    return world
  }

  @Test func theFirstIsBeforeTheEyesAtTheNextStartAndTheOthersAreOneKeyAway() {
    var world = Self.world(back: [4, 2])
    #expect(world.session.current?.number == 6 && world.session.sentBack.isEmpty)
    world.killAndRestart()
    #expect(world.session.current?.number == 4)
    #expect(world.session.message?.text == "#4 and #2 came back with a comment. g b leads from one to the next.")
    #expect(world.session.mark(of: 2) == .sentBack && world.session.mark(of: 3) == nil)
    #expect(world.session.thread.map(\.text) == ["Look at #4 again."])
    world.perform(.goToNextReturned)
    #expect(world.session.current?.number == 2)
    world.perform(.goToNextReturned)
    #expect(world.session.current?.number == 4)
    world.perform(.goBack)
    #expect(world.session.current?.number == 2)
  }

  @Test func whereTheAnnotatorWasAtOneOfThemOrLeftWorkTheDeskOpensThere() {
    var world = Self.world(back: [4, 2])
    world.perform(.moveTo(rank: 1))
    world.killAndRestart()
    #expect(world.session.current?.number == 2)
    var several = SessionTests.world(SessionTests.several, count: 4)
    several.perform(.choose(question: "feeling", choice: "good"))
    several.perform(.submit)
    several.sendBack(1, text: "Why?")
    several.perform(.edit(question: "why", text: "half"))
    let left = several.session.current?.number
    several.killAndRestart()
    #expect(several.session.current?.number == left)
    #expect(several.session.message?.text.hasPrefix("#1 came back with a comment. g b") == true)
  }

  @Test func readingAgainTellsOfThemAndMovesNothing() {
    var world = Self.world(back: [5, 3, 1, 2])
    world.perform(.reload)
    #expect(world.session.current?.number == 6)
    #expect(world.session.message?.text == "4 tasks came back with a comment. g b leads from one to the next.")
    world.perform(.goToNextReturned)
    #expect(world.session.thread.map(\.text) == ["Look at #5 again."], "it had been read before that was written")
  }

  @Test func aReplyAnswersOneAndLeadsToTheNextAndThenOnwards() {
    var world = Self.world(back: [4, 2])
    world.killAndRestart()
    world.perform(.choose(question: "feeling", choice: "bad"))
    #expect(world.annotations[4]?.answers == ["feeling": "bad"] && world.returned == [2])
    #expect(world.annotations[4]?.revision == 2 && world.session.current?.number == 2)
    world.perform(.answerReturned(reply: "I mean it."))
    #expect(world.returned == [] && world.annotations[2]?.revision == 2, "unchanged, yet answered")
    #expect(world.messages.last?.text == "I mean it.")
    #expect(world.session.current?.number == 6 && world.session.sentBack.isEmpty)
    world.perform(.goToNextReturned)
    #expect(world.session.message?.text == "Nothing has come back to you.")
    world.perform(.moveTo(rank: 3))
    #expect(world.session.thread.isEmpty && world.session.current?.messages.map(\.kind) == [.sentBack, .reply])
  }

  @Test func whatComesBackWhenAllIsDoneIsWhatIsLeft() {
    var world = Self.world(back: [2], count: 5)
    world.perform(.reload)
    #expect(world.session.current?.number == 5)
    world.perform(.goToNextOpen)
    #expect(world.session.current?.number == 2)
  }

  @Test func anAnswerOnItsWayIsNotAskedForAgain() {
    var world = Self.world(back: [4])
    world.killAndRestart()
    world.failsToSave = "away"
    world.perform(.answerReturned(reply: "So it is."))
    world.perform(.reload)
    #expect(world.session.sentBack.isEmpty && world.returned == [4])
    world.killAndRestart()
    #expect(world.session.sentBack.isEmpty)
  }

  @Test("a lead's comment goes to a desk at a database and the reply back to the lead")
  func roundTrip() throws {
    let project = try HandedProject(SessionTests.single, tasks: 6)
    let desk = try project.desk("dana")
    for _ in 0..<3 { desk.choose("good") }
    try project.store.sendBack(task: 2, to: "dana", text: "Read it again.", by: "mo", at: project.now)
    desk.act(.reload)
    #expect(desk.session.message?.text.hasPrefix("#2 came back with a comment. g b") == true)
    desk.act(.goToNextReturned)
    #expect(desk.session.thread.map(\.text) == ["Read it again."])
    #expect(try project.store.unseenMessages(for: "dana").isEmpty)
    desk.act(.answerReturned(reply: "It stays."))
    #expect(try project.store.returned(to: "dana").isEmpty && desk.session.sentBack.isEmpty)
    #expect(try project.store.messages(ofTask: 2).map(\.text) == ["Read it again.", "It stays."])
    try project.store.sendBack(task: 1, to: "dana", text: "And this.", by: "mo", at: project.now)
    _ = desk.close()
    let next = try project.desk("dana")
    #expect(next.session.current?.number == 1 && next.session.thread.map(\.text) == ["And this."])
    next.act(.moveTo(rank: 1))
    #expect(next.session.current?.messages.count == 2, "what was answered stays in the history")
  }
}
