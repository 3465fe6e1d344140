import PostilModel
import PostilTestSupport
import Testing

@testable import PostilStore

@Suite struct NothingLeftTests {
  private func run(_ project: HandingOut, _ sql: String, _ values: [SQLValue]) throws {
    try project.store.engine.write { connection throws(StoreError) in try connection.run(sql, values) }
  }

  @Test func allIsDone() throws {
    var project = try HandingOut(tasks: 2)
    project.plan.annotatorsPerTask = 2
    #expect(try project.work("dana") == [1, 2])
    // Li's answers are wanted still: not dana's.
    #expect(try project.reason("dana") == .allDone)
    #expect(try project.work("li") == [1, 2])
    #expect(try project.reason("sam") == .allDone)
  }

  @Test func anEmptyProjectHasNothing() throws {
    let project = try HandingOut(tasks: 0)
    #expect(try project.reason("dana") == .allDone)
    try project.add(["{}"])
    #expect(try project.claim("dana") == [1])
  }

  @Test func theRestIsWithOthersUntilTheFirstLeaseEnds() throws {
    var project = try HandingOut(tasks: 3)
    project.plan.leaseMilliseconds = 60_000
    #expect(try project.claim("li", 1, at: 0) == [1])
    #expect(try project.claim("sam", 1, at: 5) == [2])
    #expect(try project.claim("dana", 1, at: 10) == [3])
    // Their own is not with others, but what they hold at another desk is not here either.
    #expect(try project.reason("sam", at: 20) == .withOthers(count: 2, until: moment(60_000)))
    #expect(
      try project.outcome("sam", desk: 2, at: 20) == .nothing(.withOthers(count: 3, until: moment(60_000))))
    try project.save("li", 1, at: 30)
    #expect(try project.reason("sam", at: 31) == .withOthers(count: 1, until: moment(70_000)))
    // What they have passed over themselves would not come back to them.
    try project.save("sam", 2, .skipped, at: 32)
    #expect(try project.claim("li", at: 33) == [2])
    #expect(try project.reason("sam", at: 34) == .withOthers(count: 1, until: moment(70_000)))
  }

  @Test func answersWaitForAReviewWhereSomebodyReviews() throws {
    let project = try HandingOut(tasks: 3)
    try run(project, "INSERT INTO annotator (number, name, role) VALUES (9, 'chief', 'lead')", [])
    #expect(try project.work("dana", atMost: 2) == [1, 2])
    #expect(try project.claim("li") == [3])
    // Task 3 has no answer yet.
    #expect(try project.reason("dana") == .withOthers(count: 1, until: moment(1_800_000)))
    try project.save("li", 3)
    #expect(try project.reason("dana") == .awaitsReview(count: 3))
    let settled = Resolution(task: 1, answers: ["feeling": "x"], method: .unanimous, by: "chief", at: moment(1))
    try project.store.resolve([settled])
    #expect(try project.reason("dana") == .awaitsReview(count: 2))
    #expect(try project.store.integrityReport() == [])
  }

  @Test func aTaskThatIsSettledIsHandedOutNoMore() throws {
    var project = try HandingOut(tasks: 2)
    project.plan.annotatorsPerTask = 2
    #expect(try project.work("dana") == [1, 2])
    let settled = Resolution(task: 1, answers: ["feeling": "x"], method: .adjudicated, by: "chief", at: moment(1))
    try project.store.resolve([settled])
    #expect(try project.claim("li", 9) == [2])
    #expect(try project.isFull("sam", 1))
    try project.store.unresolve(task: 1, by: "chief", at: moment(2))
    #expect(try project.claim("li", 9) == [1])
    #expect(try project.store.integrityReport() == [])
  }

  @Test func theCapOfADayCountsWhatIsHeldToo() throws {
    var project = try HandingOut(tasks: 20)
    project.plan.capPerDay = 3
    let day = 86_400
    // The tests' own time begins at 22:13:20 UTC.
    let midnight = 6400
    #expect(try project.work("dana", atMost: 1) == [1])
    #expect(try project.claim("dana", 9) == [2, 3])
    let reached = NothingLeft.capReached(cap: 3, until: moment(midnight * 1000))
    #expect(try project.reason("dana") == reached)
    try project.save("dana", 2)
    try project.save("dana", 3, .skipped)
    // What is passed over does not count.
    #expect(try project.claim("dana", 9) == [4])
    try project.save("dana", 4)
    #expect(try project.reason("dana", at: midnight - 1) == reached)
    #expect(try project.claim("li", 9).count == 3)
    #expect(try project.claim("dana", 9, at: midnight).count == 3)
    #expect(
      try project.reason("dana", at: midnight + 5)
        == .capReached(cap: 3, until: moment((midnight + day) * 1000)))
  }

  @Test func theWorkEndsAtItsDeadline() throws {
    var project = try HandingOut(tasks: 2)
    project.plan.deadline = moment(10_000)
    #expect(try project.claim("dana", at: 9) == [1])
    #expect(try project.reason("dana", at: 10) == .deadlinePassed(moment(10_000)))
    // What was begun in time may still be handed in.
    try project.save("dana", 1, at: 11)
  }

  @Test func whoIsRetiredGetsNothing() throws {
    let project = try HandingOut(tasks: 2)
    #expect(try project.claim("dana") == [1])
    try run(project, "UPDATE annotator SET retired = 1 WHERE name = ?", [.text("dana")])
    #expect(try project.reason("dana") == .retired)
  }

  // MARK: More annotators

  @Test func aLeadAsksForOneMoreAndTakesItBack() throws {
    let project = try HandingOut(tasks: 2)
    #expect(try project.work("dana") == [1, 2])
    #expect(try project.reason("li") == .allDone)
    #expect(try project.store.addOne(toTask: 1, by: "chief", at: moment(1)) == 2)
    #expect(try project.reason("dana") == .allDone)
    #expect(try project.claim("li", 9) == [1])
    #expect(throws: StoreError.self) { try project.store.removeOne(ofTask: 1, by: "chief", at: moment(2)) }
    #expect(try project.store.addOne(toTask: 1, by: "chief", at: moment(3)) == 3)
    #expect(try project.store.removeOne(ofTask: 1, by: "chief", at: moment(4)) == 2)
    #expect(try project.reason("sam") == .withOthers(count: 1, until: moment(1_800_000)))
    #expect(try project.store.management(ofTask: 1).map(\.kind) == [.wanted, .wanted, .wanted])
    #expect(try project.store.integrityReport() == [])
  }

  @Test func whatIsNotAskedForAnyMoreIsNoMoreThanThePlan() throws {
    var project = try HandingOut(tasks: 1)
    project.plan.annotatorsPerTask = 3
    _ = try project.claim("dana")
    #expect(try project.store.addOne(toTask: 1, by: "chief", at: moment(1)) == 4)
    #expect(try project.store.removeOne(ofTask: 1, by: "chief", at: moment(2)) == 3)
    #expect(throws: StoreError.self) { try project.store.removeOne(ofTask: 1, by: "chief", at: moment(2)) }
    project.plan.annotatorsPerTask = 1
    #expect(try project.claim("li") == [])
    try project.save("dana", 1)
    #expect(try project.isFull("li", 1))
    #expect(try project.store.integrityReport() == [])
  }

  /// Answers that came with an import are more than the plan wants: one more is one more than those.
  @Test func oneMoreIsMoreThanThereAre() throws {
    var project = try HandingOut(tasks: 1)
    for who in ["a", "b", "c"] { _ = try project.store.save(submit("x", task: 1, by: who)) }
    #expect(try project.store.addOne(toTask: 1, by: "chief", at: moment(1)) == 4)
    #expect(try project.work("dana") == [1])
    #expect(try project.reason("li") == .allDone)
    project.plan.annotatorsPerTask = 5
    #expect(try project.claim("li") == [1])
    #expect(try project.store.integrityReport() == [])
  }

  @Test func aFlaggedSubmitAsksForOneMoreOnce() throws {
    var project = try HandingOut(tasks: 1)
    project.plan.addsOneWhenFlagged = true
    _ = try project.claim("dana")
    try project.save("dana", 1, flagged: true)
    #expect(try project.claim("li") == [1])
    try project.save("li", 1, flagged: true)
    #expect(try project.reason("sam") == .allDone)
    // Dana is sure after all, and li: the place that nobody took is wanted no more.
    try project.save("dana", 1, label: "y", kind: .revised)
    try project.save("li", 1, .open, kind: .retracted)
    try project.save("li", 1, kind: .restored)
    #expect(try project.reason("sam") == .allDone)
    #expect(try project.store.integrityReport() == [])
  }

  /// The mark is taken back when the one more has answered already: that place stays.
  @Test func aMarkTakenBackLeavesNoTaskWithMoreAnswersThanItWants() throws {
    var project = try HandingOut(tasks: 1)
    project.plan.addsOneWhenFlagged = true
    try project.save("dana", 1, flagged: true)
    try project.save("li", 1)
    try project.save("dana", 1, .open, kind: .retracted)
    #expect(try project.store.integrityReport() == [])
    try project.save("dana", 1)
    #expect(try project.isFull("sam", 1))
    #expect(try project.store.integrityReport() == [])
    // Where nobody has taken it up, it goes.
    var other = try HandingOut(tasks: 1)
    other.plan.addsOneWhenFlagged = true
    try other.save("dana", 1, flagged: true)
    try other.save("dana", 1, kind: .revised)
    #expect(try other.isFull("li", 1))
  }

  @Test func moreAnswersThanAreWantedAreTold() throws {
    let project = try HandingOut(tasks: 2)
    for who in ["dana", "li"] { _ = try project.store.save(submit("x", task: 1, by: who)) }
    #expect(try project.claim("sam") == [2])
    // They came before anything was handed out.
    #expect(try project.store.integrityReport() == [])
    // Nor are these counted, which nobody was handed the task for.
    _ = try project.store.save(submit("x", task: 2, by: "dana"))
    #expect(try project.store.integrityReport() == [])
    try project.store.engine.write { connection throws(StoreError) in
      let pool = try PoolTable(connection)
      try pool.take(1, ofTask: 2)
      try Leases(connection, pool: pool).insert(task: 2, annotator: 9, desk: 1, until: moment(9), number: 9)
    }
    #expect(try project.store.integrityReport().count == 1)
  }
}
