import PostilModel
import PostilTestSupport
import Testing

@testable import PostilCore

@Suite("The review queue, and what fails")
struct ReviewQueueTests {
  @Test("is read in pages as the cursor goes down, and never whole")
  func pages() {
    var world = ReviewWorld(Array(repeating: "good good bad", count: 1000))
    #expect(world.rowsRead == ReviewQueue.pageSize)
    for _ in 0..<300 { world.perform(.move(by: 1)) }
    #expect(world.session.current == 301)
    #expect(world.rowsRead == 3 * ReviewQueue.pageSize)
    #expect(!world.session.queue.isComplete)
    #expect(world.rows == Array(1...384))
    #expect(world.session.loaded.count <= 40)
  }

  @Test("a row that is read twice stands there once")
  func twice() {
    var world = ReviewWorld(Array(repeating: "good good bad", count: 200))
    // A task of the first page is measured anew, and now belongs after what was read.
    let late = world.memory.tasks[3]
    world.memory.tasks[3]?.standing.disagreement = 0.01
    for _ in 0..<120 { world.perform(.move(by: 1)) }
    #expect(late != nil)
    #expect(world.rows.count { $0 == 3 } == 1)
    #expect(Set(world.rows).count == world.rows.count)
  }

  @Test("nothing is decided about a task that is still being read")
  func settling() {
    var world = ReviewWorld()
    world.session.loaded = [:]
    world.session.requested = []
    world.holdsReplies = true
    world.perform(.move(by: 1))
    #expect(world.session.isSettling)
    world.perform(.acceptMajority)
    #expect(world.message.contains("still being read"))
    world.release()
    #expect(!world.session.isSettling)
    #expect(world.decisions.isEmpty)
  }

  @Test("goes to a task by its number, whether the list shows it or not")
  func goTo() {
    var world = ReviewWorld()
    world.perform(.goTo("#5"))
    #expect(world.session.current == 5)
    #expect(world.message.contains("not among"))
    world.perform(.goTo("99"))
    #expect(world.message == "There is no task 99. The last one is #6.")
    world.perform(.goTo("3"))
    #expect(world.session.queue.cursor == 2)
  }

  @Test("another filter is another list")
  func filter() {
    var world = ReviewWorld()
    var filter = ReviewFilter()
    filter.states = [.waiting]
    world.perform(.setFilter(filter))
    #expect(world.rows == [6] && world.session.current == 6)
    filter.states = [.resolved]
    world.perform(.setFilter(filter))
    #expect(world.rows == [] && world.session.current == nil)
    world.perform(.setFilter(ReviewFilter()))
    #expect(world.session.current == 1)
  }

  @Test("one's own unanimous tasks are left to others")
  func ownUnanimous() {
    var roster = ReviewWorld.roster
    roster.people[2].role = .reviewer
    var plan = ReviewPlan()
    plan.spotCheck = 0
    var world = ReviewWorld(
      ["good good good", "bad bad bad"], project: ReviewWorld.project(plan), reviewer: "dana", roster: roster)
    world.perform(.acceptUnanimous)
    #expect(world.tasks.values.allSatisfy { $0.resolution == nil })
    #expect(world.message.contains("2 of your own"))
  }

  @Test("what could not be written is told, not shown as done, and can be tried again")
  func failure() {
    var world = ReviewWorld()
    world.memory.failure = "disk is full"
    world.perform(.accept(annotator: "dana"))
    #expect(world.message.contains("is not saved: disk is full"))
    #expect(world.session.lastFailure == "disk is full")
    world.perform(.moveTo(rank: 0))
    #expect(world.session.task?.resolution == nil)
    #expect(!world.session.canUndo && world.session.canRedo)
    world.memory.failure = nil
    world.perform(.redo)
    #expect(world.tasks[1]?.resolution?.taken == "dana")
    #expect(world.session.lastFailure == nil)
    world.memory.failure = "locked"
    world.perform(.undo)
    #expect(world.tasks[1]?.resolution != nil && world.session.task?.resolution != nil)
    #expect(world.session.canUndo)
  }

  @Test("what was decided shows at once, before the project has answered, and an old answer does not undo it")
  func optimism() {
    var world = ReviewWorld()
    let stale = world.session.task
    world.holdsReplies = true
    world.perform(.accept(annotator: "dana"), .moveTo(rank: 0))
    #expect(world.session.task?.resolution?.taken == "dana")
    #expect(world.session.savesUnderWay == 1)
    if let stale { world.receive(.tasks([stale])) }
    #expect(world.session.task?.resolution?.taken == "dana")
    world.release()
    #expect(world.session.savesUnderWay == 0)
    #expect(world.session.totals?.resolved == 1)
  }
  @Test("reading the queue again says so")
  func reload() {
    var world = ReviewWorld()
    world.perform(.reload)
    #expect(world.message == "The queue was read again: 3 tasks.")
    var filter = ReviewFilter()
    filter.states = [.resolved]
    world.perform(.setFilter(filter))
    #expect(world.message.isEmpty, "only who asks for it is told")
    world.perform(.reload)
    #expect(world.message == "The queue was read again: no task.")
  }

  @Test("the number of what is saved moves with decisions")
  func saved() {
    var world = ReviewWorld()
    let before = world.session.totals?.lastEvent ?? 0
    world.perform(.accept(annotator: "dana"))
    #expect(world.session.totals?.lastEvent == before + 1)
  }
}
