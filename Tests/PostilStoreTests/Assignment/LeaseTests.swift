import PostilModel
import PostilTestSupport
import Testing

@testable import PostilStore

@Suite struct LeaseTests {
  @Test(arguments: StoreFactory.allCases)
  func aTaskThatIsSomebodysIsNobodyElses(factory: StoreFactory) throws {
    let project = try HandingOut(factory, tasks: 5)
    #expect(try project.claim("dana", 2) == [1, 2])
    #expect(try project.claim("li", 2) == [3, 4])
    #expect(try project.claim("dana", 9) == [5])
    #expect(try project.assigned("dana").leases.map(\.task) == [1, 2, 5])
    #expect(try project.assigned("dana", desk: 2).leases.isEmpty)
    #expect(try project.store.integrityReport() == [])
  }

  @Test func aSubmitTakesTheLeaseUpAndASkipGivesThePlaceBack() throws {
    let project = try HandingOut(tasks: 2)
    #expect(try project.claim("dana", 2) == [1, 2])
    try project.save("dana", 1)
    try project.save("dana", 2, .skipped)
    let assigned = try project.assigned("dana")
    #expect(assigned.leases.isEmpty)
    #expect(assigned.touched == [1, 2])
    #expect(assigned.isWhole)
    #expect(try project.claim("li", 2) == [2])
    #expect(try project.claim("dana") == [])
    #expect(try project.store.integrityReport() == [])
  }

  @Test func aLaterLookReadsWhatWasSavedSince() throws {
    let project = try HandingOut(tasks: 9)
    func look(_ since: Int?) throws -> Assigned {
      try project.store.assigned(to: "dana", desk: 1, plan: project.plan, at: moment(0), since: since)
    }
    #expect(try project.claim("dana", 4) == [1, 2, 3, 4])
    try project.save("dana", 1)
    let first = try look(nil)
    #expect(first.isWhole && first.touched == [1])
    #expect(try look(first.lastEvent).touched.isEmpty)
    // What others do, and what is done to her tasks by others, is none of hers.
    #expect(try project.claim("li", 1) == [5])
    try project.save("li", 5)
    try project.store.sendBack(task: 1, to: "dana", text: "?", by: "mo", at: moment(1))
    for task in [3, 2] { try project.save("dana", task, at: 2) }
    let second = try look(first.lastEvent)
    #expect(!second.isWhole && second.touched.sorted() == [2, 3] && second.sentBack == [1])
    #expect(second.leases.map(\.task) == [4] && second.lastEvent > first.lastEvent)
    #expect(try look(nil).touched == [2, 3])
  }

  @Test func leasesEndAndTheTasksAreFreeForOthersAndForThemAgain() throws {
    var project = try HandingOut(tasks: 3)
    project.plan.leaseMilliseconds = 60_000
    #expect(try project.claim("dana", 3) == [1, 2, 3])
    #expect(try project.reason("li", at: 59) == .withOthers(count: 3, until: moment(60_000)))
    #expect(try project.assigned("dana", at: 59).leases.count == 3)
    #expect(try project.assigned("dana", at: 60).leases.isEmpty)
    #expect(try project.claim("li", 1, at: 60) == [1])
    #expect(try project.claim("dana", 9, at: 61) == [2, 3])
    #expect(try project.store.integrityReport() == [])
  }

  /// The leases of a whole team end over a weekend. The first one back gets what they can do, however far down it is.
  @Test func manyLeasesThatAreOverAtOnceAreAllFree() throws {
    let needy = [String](repeating: #"{"needs": "law:1"}"#, count: 300)
    let project = try HandingOut(metadata: needy + ["{}"])
    try project.setSkills("law:1", of: "dana")
    #expect(try project.claim("dana", 301).count == 301)
    #expect(try project.claim("li", at: 2000) == [301])
    #expect(try project.claim("dana", 301, at: 2001).count == 300)
    #expect(try project.store.integrityReport() == [])
  }

  @Test func aSignOfLifeKeepsThem() throws {
    var project = try HandingOut(tasks: 3)
    project.plan.leaseMilliseconds = 60_000
    _ = try project.claim("dana", 3)
    let held = try project.store.renew(
      for: "dana", desk: 1, tasks: [1, 2, 7], plan: project.plan, at: moment(50_000))
    #expect(held == [Lease(task: 1, until: moment(110_000)), Lease(task: 2, until: moment(110_000))])
    #expect(try project.claim("li", 3, at: 100) == [3])
    #expect(try project.claim("li", 3, at: 110) == [1, 2])
    let lost = try project.store.renew(for: "dana", desk: 1, tasks: [1, 2], plan: project.plan, at: moment(111_000))
    #expect(lost.isEmpty)
  }

  @Test func aLeaseThatIsOverAndNobodyWantedGoesOn() throws {
    var project = try HandingOut(tasks: 1)
    project.plan.leaseMilliseconds = 60_000
    _ = try project.claim("dana")
    let held = try project.store.renew(for: "dana", desk: 1, tasks: [1], plan: project.plan, at: moment(90_000))
    #expect(held == [Lease(task: 1, until: moment(150_000))])
    #expect(try project.claim("li", at: 100) == [])
  }

  /// An hour forward and back again: nobody holds anything for longer than a lease from now.
  @Test func aClockThatJumpsBackwardsShortensLeases() throws {
    var project = try HandingOut(tasks: 2)
    project.plan.leaseMilliseconds = 60_000
    #expect(try project.claim("dana", at: 3600) == [1])
    #expect(try project.claim("li", at: 0) == [2])
    #expect(try project.reason("sam", at: 1) == .withOthers(count: 2, until: moment(60_000)))
    #expect(try project.claim("sam", 2, at: 61) == [1, 2])
    #expect(try project.store.integrityReport() == [])
  }

  @Test func aClockThatJumpsForwardsEndsThemAndNothingIsLost() throws {
    var project = try HandingOut(tasks: 1)
    project.plan.leaseMilliseconds = 60_000
    #expect(try project.claim("dana", at: 0) == [1])
    #expect(try project.claim("li", at: 86_400) == [1])
    #expect(try project.isFull("dana", 1, at: 86_401))
    try project.save("li", 1, at: 86_402)
    #expect(try project.store.integrityReport() == [])
  }

  @Test func whoLeavesGivesBackWhatTheyDidNotTouch() throws {
    var project = try HandingOut(tasks: 4)
    project.plan.order = .shuffled
    let mine = try project.claim("dana", 3)
    #expect(Set(mine).count == 3)
    try project.store.giveBack(for: "dana", desk: 1, keeping: [mine[1]])
    #expect(try project.assigned("dana").leases.map(\.task) == [mine[1]])
    #expect(try Set(project.claim("li", 4)) == Set(1...4).subtracting([mine[1]]))
    #expect(try project.store.integrityReport() == [])
  }

  /// A draft whose lease has ended is submitted late: taken when a place is free, refused when others were quicker.
  @Test func aLateSubmitNeedsAFreePlace() throws {
    var project = try HandingOut(tasks: 2)
    project.plan.leaseMilliseconds = 60_000
    #expect(try project.claim("dana", 2) == [1, 2])
    #expect(try project.claim("li", 1, at: 61) == [1])
    #expect(try project.isFull("dana", 1, at: 62))
    #expect(try project.store.annotation(ofTask: 1, by: "dana") == nil)
    try project.save("dana", 2, at: 62)
    try project.save("li", 1, at: 63)
    #expect(try project.isFull("dana", 1, at: 64))
    #expect(try project.reason("dana", at: 65) == .allDone)
    #expect(try project.store.integrityReport() == [])
  }

  /// Before anything was handed out, and at a task that has come since, a submit takes a free place too.
  @Test func aSubmitWithoutALeaseTakesAFreePlaceAtOnce() throws {
    let project = try HandingOut(tasks: 1)
    #expect(try !project.isFull("dana", 1))
    try project.add(["{}"])
    #expect(try !project.isFull("dana", 2))
    for task in 1...2 { #expect(try project.isFull("li", task)) }
    #expect(try project.reason("li") == .allDone)
    #expect(try project.store.integrityReport() == [])
  }

  @Test func theRefusalSaysWhatHappenedAndWhatToDo() {
    let words = StoreError.full(task: 7).description
    for part in ["#7", "kept as a draft", "next task"] { #expect(words.contains(part)) }
  }

  @Test func aSubmitThatIsTakenBackIsTheirsAgainForAWhile() throws {
    var project = try HandingOut(tasks: 1)
    project.plan.leaseMilliseconds = 60_000
    _ = try project.claim("dana")
    try project.save("dana", 1)
    try project.save("dana", 1, .open, kind: .retracted, at: 10)
    #expect(try project.reason("li", at: 11) == .withOthers(count: 1, until: moment(70_000)))
    try project.save("dana", 1, kind: .restored, at: 20)
    #expect(try project.reason("li", at: 90) == .allDone)
    try project.save("dana", 1, .open, kind: .retracted, at: 100)
    #expect(try project.claim("li", at: 160) == [1])
    #expect(try project.isFull("dana", 1, at: 161))
    #expect(try project.store.integrityReport() == [])
  }

  @Test func aRevisionNeedsNoPlace() throws {
    let project = try HandingOut(tasks: 1)
    _ = try project.claim("dana")
    try project.save("dana", 1)
    try project.save("dana", 1, label: "y", kind: .revised)
    #expect(try project.store.annotation(ofTask: 1, by: "dana")?.answers["feeling"] == "y")
    #expect(try project.store.integrityReport() == [])
  }

  /// Three answers each, by people who come and go: never more, never one person twice.
  @Test(arguments: AssignmentOrder.allCases)
  func tasksGetTheAnswersThatTheyWant(order: AssignmentOrder) throws {
    var project = try HandingOut(tasks: 30)
    project.plan.annotatorsPerTask = 3
    project.plan.order = order
    project.plan.leaseMilliseconds = 5000
    let people = ["dana", "li", "sam", "kim", "ola"]
    var random = SeededGenerator(seed: 4)
    var second = 0
    var done = 0
    while done < 90, second < 2000 {
      second += 1
      let who = people[Int.random(in: 0..<5, using: &random)]
      for task in try project.claim(who, Int.random(in: 1...3, using: &random), at: second) {
        switch Int.random(in: 0..<10, using: &random) {
        case 0: break
        default:
          try project.save(who, task, at: second)
          done += 1
        }
      }
    }
    #expect(done == 90)
    var counts = [Int](repeating: 0, count: 31)
    for who in people {
      let tasks = try project.assigned(who, at: second).touched
      #expect(Set(tasks).count == tasks.count)
      for task in tasks { counts[task] += 1 }
    }
    #expect(counts.dropFirst().allSatisfy { $0 == 3 })
    #expect(try project.store.integrityReport() == [])
  }

  /// A project that hands nothing out keeps no one from answering, and its counters stay right for when it does.
  @Test func withoutAPlanNobodyIsKeptFromAnswering() throws {
    let project = try HandingOut(tasks: 2)
    _ = try project.claim("dana", 2)
    for (place, who) in ["li", "sam", "kim"].enumerated() {
      _ = try project.store.save(submit("x", task: 1, by: who, at: place))
    }
    #expect(try project.store.integrityReport() == [])
    #expect(try !project.isFull("dana", 1))
    #expect(try project.store.integrityReport() == [])
  }
}
