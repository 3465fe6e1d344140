import PostilModel
import PostilTestSupport
import Testing

@testable import PostilCore

@Suite("Who may decide what at the review desk")
struct ReviewRightsTests {
  private static let all: [ReviewAction] = [
    .acceptMajority, .accept(annotator: "dana"), .resolve(["feeling": "good"]), .reopen,
    .sendBack(annotator: "dana", text: "see"), .askOneMore, .toggleGold, .setErrorType("x"), .toggleChecked,
  ]

  @Test("annotators decide nothing", arguments: all.indices)
  func annotator(index: Int) {
    var world = ReviewWorld(reviewer: "zoe")
    world.perform(Self.all[index], .acceptUnanimous)
    #expect(world.decisions.isEmpty)
    #expect(world.message.contains("Only reviewers and leads"))
  }

  @Test("nobody reviews their own", arguments: all.indices)
  func own(index: Int) {
    var roster = ReviewWorld.roster
    roster.people[2].role = .reviewer
    var world = ReviewWorld(reviewer: "dana", roster: roster)
    world.perform(Self.all[index])
    #expect(world.decisions.isEmpty)
    #expect(world.message.contains("nobody reviews their own"))
    #expect(world.session.task?.answered.count == 3, "it can be looked at")
  }

  @Test("nor do they under another name", arguments: all.indices)
  func actingAs(index: Int) {
    var roster = ReviewWorld.roster
    roster.people[2].role = .lead
    var setup = ReviewSetup(project: ReviewWorld.project(), reviewer: "mo", roster: roster)
    setup.caller = "dana"
    var world = ReviewWorld(setup: setup)
    world.perform(Self.all[index])
    #expect(world.decisions.isEmpty)
    #expect(world.message.contains("You, dana, have answered #1 yourself"))
  }

  @Test("unless nobody else is there who could, and then it is said")
  func alone() {
    let roster = Roster([Person(name: "dana", role: .lead), Person(name: "li"), Person(name: "sam")])
    var world = ReviewWorld(reviewer: "dana", roster: roster)
    world.perform(.accept(annotator: "li"))
    #expect(world.tasks[1]?.resolution?.taken == "li")
    #expect(world.message.contains("Nobody else reviews here"))
  }

  @Test("a retired lead is nobody else, and neither is a model")
  func others() {
    let people = [
      Person(name: "dana", role: .lead), Person(name: "old", role: .lead, isRetired: true),
      Person(name: "judge", role: .reviewer, kind: .model),
    ]
    let world = ReviewWorld(reviewer: "dana", roster: Roster(people))
    #expect(world.session.isAlone)
  }

  @Test("what a model said is no person's answer")
  func models() {
    var roster = ReviewWorld.roster
    roster.people[4].kind = .model
    var world = ReviewWorld(["good bad bad"], roster: roster)
    #expect(world.session.task?.answered.map(\.annotator) == ["dana", "li"])
    world.perform(.acceptMajority)
    #expect(world.message.contains("no majority"))
  }

  @Test("what can only be read is only read")
  func readOnly() {
    var setup = ReviewSetup(project: ReviewWorld.project(), reviewer: "mo", roster: ReviewWorld.roster)
    setup.readOnlyReason = "its database cannot be written"
    var world = ReviewWorld()
    world.session = ReviewSession(setup)
    _ = world.session.start(at: world.now)
    world.perform(.acceptUnanimous)
    #expect(world.message.contains("its database cannot be written"))
    #expect(world.decisions.isEmpty)
  }
}
