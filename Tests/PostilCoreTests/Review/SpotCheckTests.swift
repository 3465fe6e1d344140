import PostilModel
import PostilTestSupport
import Testing

@testable import PostilCore

@Suite("The spot check of unanimous tasks")
struct SpotCheckTests {
  /// Ten unanimous tasks and one that is to settle; three are to be checked.
  private var world: ReviewWorld {
    var plan = ReviewPlan()
    plan.spotCheck = 0.3
    var filter = ReviewFilter()
    filter.states = [.unanimous]
    return ReviewWorld(
      Array(repeating: "good good good", count: 10) + ["good bad bad"], project: ReviewWorld.project(plan),
      filter: filter)
  }

  private func resolved(_ world: ReviewWorld) -> Int { world.tasks.values.count { $0.resolution != nil } }

  @Test("what is only passed over is not checked")
  func passing() {
    var world = world
    for _ in 0..<9 { world.perform(.move(by: 1)) }
    #expect(world.tasks.values.allSatisfy { !$0.standing.isChecked })
    #expect(world.decisions.isEmpty)
    world.perform(.acceptUnanimous)
    #expect(world.message.contains("Check 3 more of the 10 unanimous tasks first: the project wants 30 % of them"))
    #expect(resolved(world) == 0)
  }

  @Test("a mark counts, says how far the check is, and goes on; taken away, it counts no more")
  func marking() {
    var world = world
    world.perform(.toggleChecked)
    #expect(world.message == "#1 is checked: spot check 1 of 3.")
    #expect(world.session.current == 2)
    world.perform(.moveTo(rank: 0), .toggleChecked)
    #expect(world.message == "#1 is not checked any more: spot check 0 of 3.")
    #expect(world.session.current == 1)
    world.perform(.toggleChecked, .toggleChecked, .toggleChecked)
    #expect(world.message == "#3 is checked: spot check 3 of 3. The others can be accepted in one go.")
    world.perform(.undo)
    #expect(world.session.reasonAgainstAcceptingAll?.contains("Check 1 more") == true)
    world.perform(.redo, .acceptUnanimous)
    #expect(resolved(world) == 10)
    #expect(world.tasks[11]?.resolution == nil)
    #expect(world.message == "Accepted 10 unanimous tasks.")
    #expect(world.session.totals?.unanimous == 0)
    world.perform(.undo)
    #expect(resolved(world) == 0)
    world.perform(.redo)
    #expect(resolved(world) == 10)
  }

  @Test("a unanimous task that is settled by itself was looked at too")
  func accepting() {
    var world = world
    world.perform(.acceptMajority, .accept(annotator: "li"))
    #expect(world.session.spotCheck?.words == "spot check 2 of 3")
    world.perform(.undo)
    #expect(world.session.spotCheck?.words == "spot check 1 of 3")
    world.perform(.redo, .move(by: 1), .toggleChecked, .acceptUnanimous)
    #expect(resolved(world) == 10)
  }
}
