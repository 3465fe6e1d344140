import PostilModel
import PostilTestSupport
import Testing

@testable import PostilCore

@Suite("Leases are renewed while somebody works, and what ends is told")
struct LeaseTests {
  private static let two = [
    SessionTests.feeling, Question(name: "why", isRequired: false, kind: TextQuestion()),
  ]

  @Test func theHeartBeatsFourTimesInALeaseAndOnlyAfterKeys() {
    var world = AssignedWorld.world { $0.leaseMilliseconds = 1_800_000 }
    world.wait(3_600_000)
    #expect(world.handing?.beats == 0, "nobody is there")
    world.perform(.move(by: 0))
    world.wait(450_000)
    #expect(world.handing?.beats == 1)
    world.wait(3_600_000)
    #expect(world.handing?.beats == 1, "no key came since")
    world.perform(.move(by: 0))
    world.wait(0)
    #expect(world.handing?.beats == 2, "after a long pause at once")
  }

  @Test func noMoreThanOnceAMinuteAndAtLeastTwiceInALease() {
    func beat(_ seconds: Int64) -> Int64 {
      var plan = AssignmentPlan()
      plan.leaseMilliseconds = seconds * 1000
      return AssignedWork(plan, asks: []).beat / 1000
    }
    #expect([1800, 240, 150, 60, 10].map(beat) == [450, 60, 60, 30, 5])
  }

  @Test func aClockThatJumpsBackDoesNotStopTheHeart() {
    var world = AssignedWorld.world { $0.leaseMilliseconds = 240_000 }
    world.perform(.move(by: 0))
    world.wait(60_000)
    #expect(world.handing?.beats == 1)
    world.now.milliseconds -= 86_400_000
    world.perform(.move(by: 0))
    world.wait(60_000)
    #expect(world.handing?.beats == 2)
    world.perform(.move(by: 0))
    world.now.milliseconds -= 86_400_000
    world.perform(.move(by: 0))
    world.wait(60_000)
    #expect(world.handing?.beats == 3, "though it was to beat tomorrow")
  }

  @Test func aLeaseThatEndsUnderADraftIsToldAndTheDraftKept() {
    var world = AssignedWorld.world(Self.two) { $0.leaseMilliseconds = 240_000 }
    world.choose("good")
    world.handing?.isTaken = [1]
    world.now.milliseconds += 600_000
    world.perform(.edit(question: "why", text: "late"))
    world.wait(60_000)
    #expect(
      world.session.message?.text
        == "#1 is no longer yours: the lease ended at 22:17. Your draft is kept; submit it if a place is still free.")
    #expect(world.drafts[1] == ["feeling": "good", "why": "late"])
    #expect(world.shown.first == 1 && world.session.current?.number == 1)
    world.perform(.move(by: 1))
    world.perform(.move(by: -1))
    #expect(world.session.current?.answers == ["feeling": "good", "why": "late"])
    world.handing?.isTaken = []
    world.perform(.submit)
    #expect(world.annotations[1]?.state == .submitted, "a place was free after all")
  }

  @Test func whatIsOnlyHeldAheadIsReplacedWithoutAWord() {
    var world = AssignedWorld.world(pool: [1, 2, 3, 4, 5]) { $0.leaseMilliseconds = 240_000 }
    world.handing?.isTaken = [2]
    world.perform(.move(by: 0))
    world.wait(60_000)
    #expect(world.session.message == nil)
    #expect(world.shown == [1, 3, 4])
    world.choose("good")
    #expect(world.session.current?.number == 3)
  }

  @Test func aSaveThatComesTooLateIsADraftAgain() {
    var world = AssignedWorld.world()
    world.handing?.leases.removeAll { $0.task == 1 }
    world.handing?.isTaken = [1]
    world.choose("good")
    #expect(world.annotations[1] == nil && world.outbox.isEmpty)
    #expect(world.drafts[1] == ["feeling": "good"])
    #expect(
      world.session.message?.text
        == "#1 has all the answers that it wants: yours came too late, and is kept as a draft. Go on to the next.")
    #expect(world.session.current?.number == 2 && world.session.saving == .saved(0))
    #expect(world.session.progress.submitted == 0)
    world.killAndRestart()
    world.perform(.goTo("#1"))
    #expect(world.session.current?.answers == ["feeling": "good"] && world.session.current?.state == .draft)
  }

  @Test func twoLossesAreToldBesideEachOther() throws {
    var world = AssignedWorld.world()
    world.handing?.leases.removeAll { $0.task == 1 }
    world.handing?.isTaken = [1, 2]
    world.choose("good")
    world.run(world.session.receive(.renewed([], lost: [2]), at: world.now))
    let words = try #require(world.session.message?.text)
    #expect(words.hasPrefix("#1 has all the answers") && words.contains("#2 is no longer yours"))
    world.run(world.session.receive(.renewed([], lost: [2]), at: world.now))
    #expect(world.session.message?.text == words, "once")
  }

  @Test func aMarkDoesNotEndALease() {
    var world = AssignedWorld.world { $0.leaseMilliseconds = 240_000 }
    world.perform(.comment("odd"))
    world.wait(60_000)
    #expect(world.session.message == nil && world.handing?.beats == 1)
    #expect(world.shown == [1, 2, 3] && world.session.openCount == 3)
  }

  @Test func keysAreCountedLikeActiveTimeAndOutliveARestart() {
    var world = AssignedWorld.world(Self.two)
    world.choose("good")
    for length in 1...4 { world.perform(.edit(question: "why", text: String(repeating: "x", count: length))) }
    world.perform(.move(by: 1))
    world.perform(.move(by: -1))
    world.killAndRestart()
    #expect(world.session.current?.number == 1)
    world.perform(.setFlagged(true))
    #expect(world.annotations[1]?.keysPressed == 6)
    world.perform(.submit)
    #expect(world.annotations[1]?.keysPressed == 7)
    #expect(world.places.keys.filter { $0.hasPrefix("keys ") } == [])
  }
}
