import PostilModel
import PostilTestSupport
import Testing

@testable import PostilCore

@Suite("Nothing left for you says why, and looks again")
struct NothingLeftTests {
  private static let noon = Timestamp(milliseconds: 1_700_006_400_000)

  private static func words(_ nothing: NothingLeft) -> NothingLeftWords {
    NothingLeftWords(nothing) { _ in "14:05" }
  }

  @Test func everyCaseHasWords() {
    #expect(Self.words(.allDone).reason == "Every task has all the answers that it wants from you.")
    #expect(
      Self.words(.withOthers(count: 1, until: Self.noon)).reason
        == "1 task is left, and somebody else has it until 14:05.")
    #expect(
      Self.words(.withOthers(count: 7, until: Self.noon)).reason
        == "7 tasks are left, all with others, the first of them until 14:05.")
    let law = [Skill(name: "law", level: 2), Skill(name: "zh")]
    #expect(
      Self.words(.needsSkills(law, count: 3)).reason
        == "3 tasks are left, and need what you do not have: law:2, zh:1.")
    #expect(
      Self.words(.awaitsReview(count: 2)).reason == "You have done what you could; 2 tasks wait for a review.")
    #expect(
      Self.words(.notQualified(right: 6, of: 10, passMark: 0.8)).reason
        == "You had 6 of 10 right in the qualification; 80 % are needed.")
    #expect(
      Self.words(.capReached(cap: 200, until: Self.noon)).reason
        == "You have submitted 200 tasks today, and more are not allowed here.")
    #expect(Self.words(.capReached(cap: 200, until: Self.noon)).advice == "The next day begins at 14:05.")
    #expect(Self.words(.deadlinePassed(Self.noon)).reason == "The work on this project ended at 14:05.")
    #expect(Self.words(.retired).reason == "The roster says that you work here no more.")
  }

  @Test func theDeskStandsBehindTheLastTaskAndLooksAgainByItself() {
    var world = AssignedWorld.world(pool: [1, 2])
    world.choose("good")
    let until = Timestamp(milliseconds: world.now.milliseconds + 3_600_000)
    world.handing?.nothing = .withOthers(count: 1, until: until)
    world.choose("good")
    #expect(world.session.current == nil && !world.session.isSettling)
    #expect(world.session.work?.nothingLeft?.reason.contains("somebody else has it until 23:13") == true)
    let claims = world.handing?.claims ?? 0
    world.wait(61_000)
    #expect(world.handing?.claims == claims + 3, "every twenty seconds")
    world.handing?.pool = [3]
    world.wait(20_000)
    #expect(world.session.current?.number == 3)
    #expect(world.session.wakesAt != nil || world.session.work?.nothingLeft == nil)
  }

  @Test func onesWayBackIsOpenAndReadingAgainLooksAtOnce() {
    var world = AssignedWorld.world(pool: [1, 2])
    world.choose("good")
    world.choose("bad")
    world.perform(.move(by: -1))
    #expect(world.session.current?.number == 2)
    world.perform(.goToNextOpen)
    #expect(world.session.current == nil)
    world.handing?.pool = [5]
    world.perform(.reload)
    #expect(world.session.current?.number == 5)
  }

  @Test func theNextStartBeginsWithWhatWaitsThen() {
    var world = AssignedWorld.world(pool: [1, 2])
    world.choose("good")
    world.choose("bad")
    world.handing?.pool = [3]
    world.killAndRestart()
    #expect(world.session.current?.number == 3)
  }

  @Test func whatCannotBeReadIsSaidAndTriedAgain() {
    var world = FakeWorld(project: AssignedWorld.project(), count: 3)
    world.handing?.failure = "the database is busy"
    world.start()
    #expect(world.session.message?.text == "No tasks can be handed out: the database is busy.")
    world.handing?.failure = nil
    world.wait(20_000)
    #expect(world.session.current?.number == 1)
  }

  @Test func aTimeOfAnotherDayHasItsDate() {
    let world = AssignedWorld.world()
    let tomorrow = Timestamp(milliseconds: world.now.milliseconds + 86_400_000)
    #expect(world.session.time(world.now, at: world.now) == "22:13")
    #expect(world.session.time(tomorrow, at: world.now) == "2023-11-15 22:13")
  }
}
