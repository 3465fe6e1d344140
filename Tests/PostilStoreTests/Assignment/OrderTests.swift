import PostilModel
import PostilTestSupport
import Testing

@testable import PostilStore

@Suite struct OrderTests {
  @Test func asImported() throws {
    let project = try HandingOut(tasks: 4)
    #expect(try project.claim("dana", 4) == [1, 2, 3, 4])
  }

  @Test func shuffledIsOneOrderForEverybodyAndAnotherForEachSeed() throws {
    var project = try HandingOut(tasks: 40)
    project.plan.order = .shuffled
    project.plan.annotatorsPerTask = 2
    let first = try project.claim("dana", 40)
    #expect(first.sorted() == Array(1...40))
    #expect(first != first.sorted())
    #expect(try project.claim("li", 40) == first)
    var other = try HandingOut(tasks: 40)
    other.plan.order = .shuffled
    other.plan.seed = 7
    #expect(try other.claim("dana", 40) != first)
  }

  @Test func priorityIsHighestFirstAndNoneLast() throws {
    var project = try HandingOut(metadata: [
      "{}", #"{"priority": 1}"#, #"{"priority": 2.5}"#, #"{"priority": "high"}"#, #"{"priority": -3}"#,
      #"{"pr\u0069ority": 9}"#,
    ])
    project.plan.order = .priority
    #expect(try project.claim("dana", 9) == [6, 3, 2, 5, 1, 4])
  }

  @Test func fewestAnswersGoRoundBeforeAnyTaskGetsItsSecond() throws {
    var project = try HandingOut(tasks: 3)
    project.plan.order = .fewestAnswers
    project.plan.annotatorsPerTask = 3
    #expect(try project.work("dana", atMost: 2) == [1, 2])
    #expect(try project.work("li", atMost: 2) == [3, 1])
    #expect(try project.work("sam") == [2, 3, 1])
    #expect(try project.work("dana") == [3])
    #expect(try project.store.integrityReport() == [])
  }

  @Test func aPlaceThatComesBackMovesATaskForward() throws {
    var project = try HandingOut(tasks: 3)
    project.plan.order = .fewestAnswers
    project.plan.annotatorsPerTask = 2
    #expect(try project.claim("dana", 3) == [1, 2, 3])
    #expect(try project.claim("li") == [1])
    try project.store.giveBack(for: "dana", desk: 1, keeping: [1, 2])
    #expect(try project.claim("li", 2) == [3, 2])
    #expect(try project.claim("sam") == [3])
    #expect(try project.store.integrityReport() == [])
  }

  @Test func mostDisagreementFirstAndAFreshMeasureMovesTasks() throws {
    var project = try HandingOut(tasks: 4)
    project.plan.annotatorsPerTask = 5
    project.plan.order = .disagreement
    func measure(_ disagreements: [Int: Double]) throws {
      _ = try project.store.refreshStandings(limit: 100, annotatorsPerTask: 5) { input in
        StandingMeasure(disagreement: disagreements[input.task] ?? 0)
      }
    }
    for task in 1...4 { _ = try project.store.save(submit("x", task: task, by: "kim")) }
    try measure([2: 0.5, 3: 0.9])
    #expect(try project.claim("dana", 2) == [3, 2])
    // One that dana is past comes to the front, and is there for her and for others.
    #expect(try project.claim("dana", 1) == [1])
    for task in [1, 4] { _ = try project.store.save(submit("y", task: task, by: "ola")) }
    try measure([1: 0.7, 2: 0.5, 3: 0.9, 4: 1])
    #expect(try project.claim("dana", 2) == [4])
    #expect(try project.claim("li", 4) == [4, 3, 1, 2])
    #expect(try project.store.integrityReport() == [])
  }

  @Test func theSuggestionThatIsLeastSureComesFirst() throws {
    var project = try HandingOut(tasks: 1)
    func proposal(_ score: Double?) -> Suggestion {
      Suggestion(question: "feeling", answer: "x", model: "m", score: score)
    }
    try project.add(
      ["{}", "{}", "{}"], suggestions: [[proposal(0.9), proposal(0.2)], [proposal(0.1)], [proposal(nil)]])
    project.plan.order = .uncertainty
    project.plan.annotatorsPerTask = 2
    #expect(try project.claim("dana", 4) == [3, 2, 1, 4])
    _ = try project.store.withTaskWriter(source: testSource) { writer in
      try writer.addSuggestions(toTask: "r1", [proposal(0.05)])
    }
    #expect(try project.claim("li", 4) == [1, 3, 2, 4])
  }

  /// A lead changes the order while people are at work: what they hold stays theirs, what comes next is the new order's.
  @Test func theOrderMayChangeInMidWork() throws {
    var project = try HandingOut(metadata: (1...6).map { #"{"priority": \#($0)}"# })
    project.plan.annotatorsPerTask = 2
    #expect(try project.work("dana", atMost: 1) == [1])
    #expect(try project.claim("dana", 2) == [2, 3])
    #expect(try project.claim("li", 2) == [1, 2])
    project.plan.order = .priority
    #expect(try project.claim("dana") == [6])
    #expect(try project.claim("li", 9) == [6, 5, 4, 3])
    #expect(try project.assigned("dana").leases.map(\.task) == [2, 3, 6])
    #expect(try project.claim("sam", 9) == [5, 4])
    project.plan.annotatorsPerTask = 3
    #expect(try project.claim("sam", 9) == [6, 3, 2, 1])
    #expect(try project.store.integrityReport() == [])
  }

  /// A desk that was opened before the order was changed does not bring the old one back, new tasks or not.
  @Test func theOrderThatWasReadLastIsTheOneInForce() throws {
    var project = try HandingOut(metadata: (1...4).map { #"{"priority": \#($0), "lang": "zh", "needs": "zh"}"# })
    let file = project.folder.path + "/postil.db"
    let old = project
    project.plan.order = .priority
    project.plan.quotas = [Quota(key: "lang", value: "zh", share: 0.5)]
    for who in ["dana", "li"] { try project.setSkills("zh:1", of: who) }
    #expect(try old.claim("dana") == [1])
    let later = try ProjectStore(path: file, now: Timestamp(milliseconds: WallClock.now().milliseconds + 60_000))
    func claim(at now: Timestamp) throws -> [Int] {
      guard case .claimed(let leases) = try later.claim(for: "li", desk: 1, count: 1, plan: project.plan, at: now)
      else { return [] }
      return leases.map(\.task)
    }
    let now = Timestamp(milliseconds: WallClock.now().milliseconds + 120_000)
    #expect(try claim(at: now) == [4])
    guard case .claimed(let leases) = try old.store.claim(for: "dana", desk: 1, count: 1, plan: old.plan, at: now)
    else { throw StoreError.busy }
    #expect(leases.map(\.task) == [3])
    try old.add([#"{"priority": 9, "needs": "zh"}"#])
    guard case .claimed(let more) = try old.store.claim(for: "dana", desk: 1, count: 1, plan: old.plan, at: now)
    else { throw StoreError.busy }
    #expect(more.map(\.task) == [5])
    #expect(try later.integrityReport() == [])
  }

  @Test(arguments: AssignmentOrder.allCases)
  func tasksThatComeLaterAreHandedOutToo(order: AssignmentOrder) throws {
    var project = try HandingOut(tasks: 3)
    project.plan.order = order
    #expect(try project.work("dana").sorted() == [1, 2, 3])
    #expect(try project.reason("dana") == .allDone)
    try project.add(["{}", "{}"])
    #expect(try project.work("dana").sorted() == [4, 5])
    #expect(try project.store.integrityReport() == [])
  }

  /// Somebody who is through all tasks gets each that comes free behind them, once, and no one else's.
  @Test func whatComesFreeBehindACursorIsFound() throws {
    var project = try HandingOut(tasks: 20)
    project.plan.order = .shuffled
    let given = try project.claim("dana", 12)
    #expect(try project.work("li").count == 8)
    #expect(try project.reason("li") != nil)
    try project.store.giveBack(for: "dana", desk: 1, keeping: Set(given.dropFirst(3)))
    try project.save("dana", given[5], .skipped)
    let freed = Array(given[..<3]) + [given[5]]
    #expect(try project.claim("li", 9) == freed)
    #expect(try project.claim("dana", 9) == [])
    #expect(try project.store.integrityReport() == [])
  }

  @Test func answersOfAnImportCount() throws {
    let project = try HandingOut(tasks: 2)
    _ = try project.claim("dana")
    try project.store.withTaskWriter(source: testSource) { writer in
      let said = Annotation(state: .submitted, answers: ["feeling": "x"])
      for who in ["a", "b"] { _ = try writer.addAnnotation(toTask: "r2", by: who, said) }
      _ = try writer.addAnnotation(toTask: "r1", by: "dana", said)
    }
    // They came with a file: they count, and there may be more of them than the task wanted.
    #expect(try project.assigned("dana").leases.isEmpty)
    #expect(try project.reason("li") == .allDone)
    #expect(try project.store.integrityReport() == [])
  }
}
