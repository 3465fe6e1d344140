import PostilModel
import PostilStore
import PostilTestSupport
import Testing

@testable import PostilCore

@Suite("Questions, comments and known answers come back to whom they concern")
struct ThreadTests {
  private static func world(pool: [Int] = [1, 2, 3, 4, 5]) -> FakeWorld {
    AssignedWorld.world(pool: pool) { $0.asks = Skill(name: "law", level: 2) }
  }

  @Test func aQuestionSendsTheTaskOnAndItsAnswerComesBack() {
    var world = Self.world()
    #expect(world.session.skillToAsk == Skill(name: "law", level: 2))
    world.perform(.ask(note: "Is that a contract?"))
    #expect(world.session.current?.number == 2)
    #expect(world.session.message?.text == "#1 goes to somebody who knows. The answer will be in your queue.")
    #expect(world.handing?.asked == [1] && world.handing?.messages.first?.text == "Is that a contract?")
    #expect(world.session.work?.mark(of: 1) == .asked)
    world.perform(.move(by: -1))
    world.perform(.ask(note: "Hello?"))
    #expect(world.handing?.asked == [1] && world.session.message?.text.contains("already") == true)
    world.perform(.move(by: 1))
    world.choose("good")
    world.handing?.answer(1, ["feeling": "bad"], text: "It is.", by: "li")
    world.perform(.reload)
    #expect(world.shown.first == 1 && world.session.work?.mark(of: 1) == .answered)
    #expect(world.session.message?.text == "Your question about #1 was answered. g n goes there.")
    #expect(world.session.current?.number == 3, "nothing moves under the eyes")
    world.perform(.moveTo(rank: 0))
    #expect(world.session.thread.map(\.kind) == [.question, .answer])
    #expect(world.session.thread.last?.answers == ["feeling": "bad"])
    #expect(world.handing?.messages.allSatisfy { $0.isSeen || $0.to != "dana" } == true)
    world.killAndRestart()
    #expect(!world.shown.contains(1), "it has been seen")
  }

  @Test func aQuestionIsTakenBackUnlessSomebodyIsAtIt() {
    var world = Self.world()
    world.perform(.ask(note: "?"))
    world.perform(.undo)
    #expect(world.handing?.asked == [] && world.session.current?.number == 1)
    #expect(world.session.message?.text == "Undid “question” on #1.")
    #expect(world.session.work?.mark(of: 1) == nil)
    world.perform(.redo)
    #expect(world.handing?.asked == [1])
    world.handing?.takenOn = [1]
    world.perform(.undo)
    #expect(world.session.message?.text == "Somebody is at #1 already: the question stays.")
    #expect(world.handing?.asked == [1] && world.session.undoPosition == 1)
    world.handing?.takenOn = []
    world.perform(.undo)
    #expect(world.handing?.asked == [], "a refusal has not used the undo up")
    #expect(world.session.undoPosition == 0 && world.undoPosition == 0)
  }

  @Test func keysWaitUntilTheProjectSaysWhetherAQuestionIsTakenBack() {
    var world = Self.world()
    world.perform(.ask(note: "?"))
    world.holdsReplies = true
    world.perform(.undo)
    #expect(world.session.isSettling && world.session.undoPosition == 1)
    world.release()
    #expect(!world.session.isSettling && world.session.undoPosition == 0)
  }

  @Test func aQuestionOutlivesAKillOnItsWay() {
    var world = Self.world()
    world.holdsReplies = true
    world.perform(.ask(note: "?"))
    world.holdsReplies = false
    world.killAndRestart()
    #expect(world.handing?.asked == [1] && world.session.current?.number == 2)
    world.killAndRestart()
    #expect(world.handing?.asked == [1], "asked once")
  }

  @Test func aDraftStaysWithTheOneWhoAsks() {
    var world = AssignedWorld.world([
      SessionTests.feeling, Question(name: "why", isRequired: false, kind: TextQuestion()),
    ]) { $0.asks = Skill(name: "law") }
    world.choose("good")
    world.perform(.ask(note: "?"))
    world.killAndRestart()
    #expect(world.drafts[1] == ["feeling": "good"] && world.shown.contains(1))
  }

  @Test func whoIsAskedSeesTheQuestion() {
    var world = FakeWorld(project: AssignedWorld.project { $0.asks = Skill(name: "law") }, count: 3)
    world.handing?.messages = [
      ThreadMessage(
        number: 1, task: 1, kind: .question, from: "kim", to: "dana", at: Timestamp(milliseconds: 5), text: "Why?")
    ]
    world.start()
    #expect(world.session.thread.map(\.text) == ["Why?"])
    world.choose("good")
    #expect(world.session.thread.isEmpty)
  }

  /// The task was at the desk before somebody asked: its messages are read again, and nothing else is.
  @Test(arguments: [true, false]) func aQuestionAboutATaskThatIsHeldIsSeen(isAsked: Bool) throws {
    var world = AssignedWorld.world(pool: [1, 2, 3]) { $0.asks = Skill(name: "law") }
    #expect(world.session.thread.isEmpty)
    world.choose("good")
    world.perform(.move(by: -1))
    world.perform(.move(by: 1))
    let at = world.now
    for task in [2, 3] {
      world.handing?.messages.append(
        ThreadMessage(number: task, task: task, kind: .question, from: "kim", at: at, text: "Why \(task)?"))
    }
    if isAsked { world.perform(.reload) } else { world.wait(600_000) }
    #expect(world.session.current?.number == 2 && world.session.thread.map(\.text) == ["Why 2?"])
    // What has not changed is not read again; what was taken back goes.
    world.holdsReplies = true
    world.perform(.reload)
    world.release()
    world.handing?.messages.removeAll { $0.task == 3 }
    world.perform(.reload)
    #expect(world.session.thread.map(\.text) == ["Why 2?"])
    world.perform(.move(by: 1))
    #expect(world.session.current?.number == 3 && world.session.thread.isEmpty)
  }

  /// Nobody is told that the question has no answer, and the answer is before the eyes, after a restart too.
  @Test func aTaskThatComesAgainAfterTheAnswerShowsIt() {
    var world = Self.world(pool: [1, 2])
    world.perform(.ask(note: "Is that a contract?"))
    world.handing?.answer(1, ["feeling": "bad"], by: "li")
    world.handing?.pool = [1]
    world.choose("good")
    #expect(world.session.current?.number == 1)
    #expect(world.session.message?.text.contains("Nobody is left") != true)
    #expect(world.session.thread.map(\.kind) == [.question, .answer])
    world.killAndRestart()
    #expect(world.session.current?.number == 1 && world.session.work?.mark(of: 1) == nil)
    #expect(world.session.thread.map(\.kind) == [.question, .answer])
    #expect(world.session.skillToAsk == nil, "it is asked once")
    world.choose("bad")
    #expect(world.session.thread.isEmpty && world.annotations[1]?.state == .submitted)
  }

  @Test func aSkippedTaskIsNotAskedAbout() {
    var world = Self.world()
    world.perform(.skip(reason: ""))
    world.perform(.move(by: -1))
    #expect(world.session.current?.number == 1 && world.session.skillToAsk == nil)
    world.perform(.ask(note: "?"))
    #expect(world.handing?.asked == [])
    world.perform(.undo)
    #expect(world.session.current?.number == 1 && world.session.skillToAsk != nil)
  }

  @Test func whereNobodyCanBeAskedNobodyIs() {
    var world = AssignedWorld.world()
    #expect(world.session.skillToAsk == nil)
    world.perform(.ask(note: "?"))
    #expect(world.session.current?.number == 1 && world.handing?.asked == [])
    #expect(SessionTests.world(SessionTests.single).session.skillToAsk == nil)
  }

  @Test func whatCameBackIsAnsweredWithAReplyChangedOrNot() {
    var world = Self.world()
    world.choose("good")
    world.choose("good")
    world.handing?.sendBack(1, text: "Read the last line.", by: "mo")
    world.handing?.sendBack(2, text: "Really?", by: "mo")
    world.perform(.reload)
    #expect(world.session.message?.text == "#1 and #2 came back with a comment. g n goes there.")
    world.perform(.moveTo(rank: 0))
    #expect(world.session.thread.map(\.text) == ["Read the last line."])
    #expect(world.session.standsBy("good", for: "feeling") && !world.session.standsBy("bad", for: "feeling"))
    world.choose("bad")
    #expect(world.annotations[1]?.answers == ["feeling": "bad"] && world.annotations[1]?.revision == 2)
    #expect(world.session.current?.number == 2, "what came back comes first")
    world.perform(.answerReturned(reply: "I mean it."))
    #expect(world.annotations[2]?.revision == 2 && world.handing?.sentBack == [])
    #expect(world.handing?.messages.filter { $0.kind == .reply }.map(\.text) == ["", "I mean it."])
    #expect(world.session.work?.mark(of: 1) == nil && world.session.current?.number == 3)
    world.perform(.moveTo(rank: 0))
    #expect(world.session.thread.isEmpty && world.session.current?.messages.count == 2)
  }

  @Test func aKnownAnswerIsToldAtOnceWhereTheProjectWantsIt() {
    var world = AssignedWorld.world { $0.feedback = .immediate }
    let known = GoldTask(task: 1, answers: ["feeling": "bad"], explanation: "The last line settles it.")
    world.handing?.gold = [1: known, 2: GoldTask(task: 2, answers: ["feeling": "good"])]
    world.choose("good")
    #expect(
      world.session.message?.text
        == "Not quite: on #1 the answer to “feeling” is bad. The last line settles it.")
    world.perform(.dismissMessage)
    world.choose("good")
    #expect(world.session.message == nil, "who is right is told nothing")
  }

  @Test func whatWasToldOfAKnownAnswerIsThereWhenOneComesBack() {
    var world = AssignedWorld.world { $0.feedback = .immediate }
    let known = GoldTask(task: 1, answers: ["feeling": "bad"], explanation: "The last line settles it.")
    world.handing?.gold = [1: known, 2: GoldTask(task: 2, answers: ["feeling": "good"])]
    world.choose("good")
    world.choose("good")
    for _ in 1...2 {
      world.perform(.moveTo(rank: 0))
      #expect(world.session.verdictWords?.words == "the answer to “feeling” is bad. The last line settles it.")
      #expect(world.session.verdictWords?.isRight == false && world.session.missesKnownAnswer)
      world.perform(.moveTo(rank: 1))
      #expect(world.session.verdictWords?.isRight == true && !world.session.missesKnownAnswer)
      world.perform(.moveTo(rank: 2))
      #expect(world.session.verdictWords == nil)
      world.killAndRestart()
    }
    world.perform(.moveTo(rank: 0))
    world.choose("bad")
    world.perform(.moveTo(rank: 0))
    #expect(world.session.verdictWords?.isRight == false && !world.session.missesKnownAnswer)
  }

  @Test func whereTheProjectIsSilentNothingIsTold() {
    var world = AssignedWorld.world()
    world.handing?.gold = [1: GoldTask(task: 1, answers: ["feeling": "bad"])]
    world.choose("good")
    #expect(world.session.message == nil)
  }
}
