import PostilModel
import PostilTestSupport
import Testing

@testable import PostilCore

@Suite("A desk shows what was handed out to its annotator, and nothing else")
struct AssignedTests {
  @Test func threeAreHeldAndTheNextIsBeforeTheEyesAtOnce() {
    var world = AssignedWorld.world(pool: [7, 3, 9, 1, 5])
    #expect(world.shown == [7, 3, 9])
    #expect(world.session.current?.number == 7 && world.session.current?.isLoaded == true)
    world.holdsReplies = true
    world.choose("good")
    #expect(world.session.current?.number == 3 && world.session.current?.isLoaded == true)
    #expect(!world.session.isSettling, "no key waits for the project")
    world.choose("bad")
    #expect(world.session.current?.number == 9 && !world.session.isSettling)
    world.release()
    #expect(world.shown == [7, 3, 9, 1, 5] && world.session.current?.number == 9)
    #expect(world.annotations[7]?.answers == ["feeling": "good"] && world.annotations[3]?.answers == ["feeling": "bad"])
  }

  @Test func nothingIsAnsweredUnseenWhenTheProjectIsSlow() {
    var world = AssignedWorld.world(pool: [1])
    world.holdsReplies = true
    world.choose("good")
    #expect(world.session.isSettling && world.session.current == nil)
    world.choose("bad")
    world.handing?.pool = [2]
    world.release()
    #expect(world.session.current?.number == 2)
    #expect(world.annotations[1]?.answers == ["feeling": "good"] && world.annotations[2] == nil)
  }

  @Test func theNextDeskFindsWhatCameBackThenWhatWasSaidThenTheLeases() {
    var world = AssignedWorld.world(pool: [4, 2, 8, 6])
    world.choose("good")
    world.choose("good")
    world.perform(.goTo("#4"))
    world.handing?.sendBack(2, text: "Look again.", by: "mo")
    world.killAndRestart()
    #expect(world.shown == [2, 4, 8, 6])
    #expect(world.session.current?.number == 2, "what came back is the first thing to see")
    #expect(world.session.work?.mark(of: 2) == .sentBack)
    #expect(world.session.openCount == 3)
  }

  @Test func aDraftIsWhereTheDeskOpensAgain() {
    var world = AssignedWorld.world([
      SessionTests.feeling, Question(name: "why", isRequired: false, kind: TextQuestion()),
    ])
    world.choose("good")
    world.perform(.submit)
    world.choose("mixed")
    world.handing?.sendBack(1, text: "Look again.", by: "mo")
    world.killAndRestart()
    #expect(world.shown.first == 1 && world.session.current?.number == 2)
    #expect(world.session.current?.answers == ["feeling": "mixed"])
    #expect(world.session.message?.text == "#1 came back with a comment. g n goes there.")
  }

  @Test func goingBackOverWhatOneHasDoneTakesNothingMore() {
    var world = AssignedWorld.world()
    for _ in 1...4 { world.choose("good") }
    #expect(world.shown == [1, 2, 3, 4, 5, 6, 7])
    world.perform(.moveTo(rank: 0))
    world.choose("bad")
    #expect(world.annotations[1]?.answers == ["feeling": "bad"] && world.annotations[1]?.revision == 2)
    #expect(world.session.current?.number == 5 && world.shown.count == 7)
    world.perform(.moveTo(rank: 99))
    world.perform(.move(by: 1))
    #expect(world.session.message?.text == "This is the last of yours. Answer or skip one, and another comes.")
  }

  @Test func aFilterAndAnOrderAreAmongOnesOwn() {
    var world = AssignedWorld.world(count: 30, pool: [20, 10, 15, 5, 25, 7])
    world.perform(.skip(reason: ""))
    world.choose("good")
    world.perform(.skip(reason: ""))
    var filter = QueueFilter()
    filter.states = [.skipped]
    world.perform(.setFilter(filter))
    #expect(world.shown == [15, 20])
    filter.states = []
    filter.isDescending = true
    world.perform(.setFilter(filter))
    #expect(world.shown == [25, 20, 15, 10, 7, 5])
    world.handing?.pool = [30]
    world.perform(.goTo("#5"))
    world.choose("good")
    #expect(world.shown == [25, 20, 15, 10, 7, 5], "what was found stays until it is asked for anew")
    world.perform(.reload)
    #expect(world.shown == [30, 25, 20, 15, 10, 7, 5])
    world.perform(.setFilter(QueueFilter()))
    #expect(world.shown == [20, 10, 15, 5, 25, 7, 30])
    #expect(world.session.queue.number(at: world.session.queue.cursor) == world.session.current?.number)
  }

  @Test func othersTasksCannotBeReachedByNumberOrId() {
    var world = AssignedWorld.world()
    world.perform(.goTo("#9"))
    #expect(world.session.current?.number == 1)
    #expect(world.session.message?.text == "#9 is not among your tasks.")
    world.perform(.goTo("id-9"))
    #expect(world.session.current?.number == 1)
    #expect(world.session.message?.text == "None of your tasks has the id “id-9”.")
    world.perform(.goTo("id-2"))
    #expect(world.session.current?.number == 2)
  }

  @Test func undoLeadsBackAcrossTasksAndAStart() {
    var world = AssignedWorld.world()
    world.choose("good")
    world.choose("bad")
    world.killAndRestart()
    world.perform(.undo)
    world.perform(.undo)
    #expect(world.session.current?.number == 1 && world.session.current?.stored.state == .open)
    #expect(world.annotations[1]?.state == .open && world.annotations[2]?.state == .open)
    world.choose("mixed")
    #expect(world.session.current?.number == 2, "what was taken back waits for an answer again")
    #expect(world.annotations[1]?.answers == ["feeling": "mixed"])
  }

  @Test func draftsThatAreLeftDoNotKeepTheNextTaskAway() {
    var world = AssignedWorld.world([
      SessionTests.feeling, Question(name: "why", isRequired: false, kind: TextQuestion()),
    ])
    for _ in 1...4 {
      world.choose("good")
      world.perform(.goToNextOpen)
    }
    #expect(world.drafts.keys.sorted() == [1, 2, 3, 4])
    #expect(world.session.current?.number == 5)
    #expect(world.session.keptOnLeaving == [1, 2, 3, 4])
  }

  @Test func aProjectThatHandsNothingOutIsAsItWas() {
    var world = SessionTests.world(SessionTests.single)
    #expect(world.session.work == nil && world.session.wakesAt == nil)
    world.choose("good")
    #expect(world.session.tick(at: world.now).isEmpty && world.session.wakesAt == nil)
  }

  @Test func rowsThatAreKnownStayInAQueueOfThousands() {
    var queue = TaskQueue(count: 0)
    queue.relist(Array(1...4000))
    func rows(_ numbers: [Int]) -> [TaskSummary] { numbers.map { TaskSummary(number: $0, id: "i\($0)", preview: "") } }
    queue.keep(rows(queue.numbers(ofPage: 31)), page: 31)
    queue.relist([5000] + Array(1...4000))
    #expect(queue.summary(at: 0) == nil && queue.count == 4001)
    #expect(queue.summary(at: 31 * 128 + 1) == nil, "a page begins with a row that is not known")
    queue.relist(Array(1...4000))
    queue.keep(rows(queue.numbers(ofPage: 31)), page: 31)
    queue.relist(Array(1...4001))
    #expect(queue.summary(at: 3999)?.number == 4000 && queue.missingPage(for: 4000) == 31)
  }
}
