import PostilModel
import PostilTestSupport
import Testing

@testable import PostilStore

/// What the store keeps for those who review: how tasks stand, final answers, threads.
@Suite struct ReviewStoreTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func store(_ factory: StoreFactory, tasks: Int = 3) throws -> ProjectStore {
    let store = try factory.make(in: folder)
    try add((1...tasks).map { record("r\($0)", "text \($0)") }, to: store)
    return store
  }

  /// The share of answers that are not the most frequent one.
  private func measure(_ input: StandingInput) -> StandingMeasure {
    var counts: [JSONValue: Int] = [:]
    for named in input.annotations { counts[named.annotation.answers["feeling"] ?? .null, default: 0] += 1 }
    let most = counts.values.max() ?? 0
    let share = input.annotations.isEmpty ? 0 : 1 - Double(most) / Double(input.annotations.count)
    return StandingMeasure(
      disagreement: share, reasons: share > 0 ? ["they differ"] : [], questions: share > 0 ? ["feeling"] : [])
  }

  private func refresh(_ store: ProjectStore, wanted: Int = 2) throws {
    while try store.refreshStandings(limit: 2, annotatorsPerTask: wanted, measure: measure) > 0 {}
  }

  private func numbers(_ store: ProjectStore, _ change: (inout ReviewFilter) -> Void = { _ in }) throws -> [Int] {
    var filter = ReviewFilter()
    change(&filter)
    return try store.standings(filter, limit: 100).map(\.number)
  }

  @Test(arguments: StoreFactory.allCases)
  func aTaskStandsByItsAnswers(factory: StoreFactory) throws {
    let store = try store(factory, tasks: 4)
    for (task, other) in [(1, "good"), (2, "bad")] {
      _ = try store.save(submit("good", task: task))
      _ = try store.save(submit(.string(other), task: task, by: "li"))
    }
    _ = try store.save(submit("good", task: 3))
    try refresh(store)
    let all = try store.standings(ReviewFilter(states: []), limit: 10)
    #expect(all.map(\.number) == [2, 1, 3])
    #expect(all.map(\.state) == [.toSettle, .unanimous, .waiting])
    #expect(all.map(\.answers) == [2, 2, 1])
    #expect(all[0].disagreement == 0.5)
    #expect(all[0].reasons == ["they differ"])
    #expect(all[0].id == "r2")
    #expect(try store.standingCounts() == [.toSettle: 1, .unanimous: 1, .waiting: 1])
    // Nothing is stale: nothing to do.
    #expect(try store.refreshStandings(annotatorsPerTask: 2, measure: measure) == 0)
  }

  @Test(arguments: StoreFactory.allCases)
  func pagesGoOnWhereTheLastOneEnded(factory: StoreFactory) throws {
    let store = try store(factory, tasks: 30)
    for task in 1...30 {
      // A third of the tasks with one of three answers apart, a third with one of two, a third the same.
      for (place, name) in ["dana", "li", "sam"].prefix(task % 3 == 0 ? 2 : 3).enumerated() {
        let differs = place == 0 && task % 3 != 2
        _ = try store.save(submit(differs ? "bad" : "good", task: task, by: name))
      }
    }
    try refresh(store)
    var filter = ReviewFilter()
    filter.states = [.toSettle, .unanimous]
    let whole = try store.standings(filter, limit: 100)
    #expect(whole.count == 30)
    var paged: [TaskStanding] = []
    while true {
      let place = paged.last.map { StandingPlace(disagreement: $0.disagreement, task: $0.number) }
      let page = try store.standings(filter, after: place, limit: 7)
      if page.isEmpty { break }
      paged += page
    }
    #expect(paged == whole)
    #expect(zip(whole, whole.dropFirst()).allSatisfy { ($1.disagreement, $0.number) <= ($0.disagreement, $1.number) })
  }

  @Test(arguments: StoreFactory.allCases)
  func filtersNarrow(factory: StoreFactory) throws {
    let store = try store(factory, tasks: 4)
    for (task, other) in [(1, "bad"), (2, "mixed"), (3, "good")] {
      _ = try store.save(submit("good", task: task))
      var save = submit(.string(other), task: task, by: task == 2 ? "sam" : "li")
      save.annotation.isFlagged = task == 1
      _ = try store.save(save)
    }
    try refresh(store)
    #expect(try numbers(store) == [1, 2])
    #expect(try numbers(store) { $0.question = "feeling" } == [1, 2])
    for other in ["feel", "Feeling", "feelin_", "f%g", "%"] {
      #expect(try numbers(store) { $0.question = other } == [], "\(other)")
    }
    #expect(try numbers(store) { $0.label = "mixed" } == [2])
    #expect(try numbers(store) { $0.annotator = "li" } == [1])
    #expect(try numbers(store) { $0.annotator = "nobody" } == [])
    #expect(try numbers(store) { $0.isFlagged = true } == [1])
    #expect(try numbers(store) { $0.missesGold = true } == [])
    #expect(try numbers(store) { $0.states = [.unanimous] } == [3])
  }

  @Test(arguments: StoreFactory.allCases)
  func aResolutionKeepsHowItCameAbout(factory: StoreFactory) throws {
    let store = try store(factory)
    _ = try store.save(submit("good", task: 1, at: 1))
    _ = try store.save(submit("bad", task: 1, by: "li", at: 2))
    let given = Resolution(
      task: 1, answers: ["feeling": "bad"], method: .adjudicated, taken: "li", by: "mo", at: moment(9),
      errorType: "misread", comment: "see the guidelines")
    try store.resolve([given])
    var expected = given
    expected.said = [
      .init(annotator: "dana", answers: ["feeling": "good"], at: moment(1)),
      .init(annotator: "li", answers: ["feeling": "bad"], at: moment(2)),
    ]
    let read = try #require(try store.reviewTask(number: 1))
    #expect(read.resolution == expected)
    #expect(read.standing.state == .resolved)
    #expect(read.annotations.map(\.annotator) == ["dana", "li"])
    #expect(try numbers(store) == [])
    // What is said later does not change what had been said.
    _ = try store.save(submit("bad", task: 1, revision: 1, at: 20))
    try refresh(store)
    #expect(try store.reviewTask(number: 1)?.resolution == expected)
    #expect(try numbers(store) { $0.states = [.resolved] } == [1])
    var exported: [Resolution?] = []
    try store.exportRows { row in
      exported.append(row.resolution)
      return true
    }
    #expect(exported == [expected, nil, nil])
  }

  @Test(arguments: StoreFactory.allCases)
  func aResolutionKeepsTheThreadAsItStood(factory: StoreFactory) throws {
    let store = try store(factory)
    _ = try store.save(submit("good", task: 1))
    try store.sendBack(task: 1, to: "dana", text: "look again", by: "mo", at: moment(4))
    try store.resolve([
      Resolution(task: 1, answers: ["feeling": "bad"], method: .adjudicated, by: "mo", at: moment(5))
    ])
    let expected = Resolution.Written(kind: .sentBack, from: "mo", to: "dana", at: moment(4), text: "look again")
    #expect(try store.reviewTask(number: 1)?.resolution?.thread == [expected])
    let number = try store.lastEventNumber()
    try store.unresolve(task: 1, by: "mo", at: moment(6))
    #expect(try store.lastEventNumber() == number + 1, "decisions have numbers as saves have")
  }

  @Test(arguments: StoreFactory.allCases)
  func verdictsOnGoldAreThoseOfTheFirstAnswers(factory: StoreFactory) throws {
    let store = try store(factory)
    _ = try store.save(submit("good", task: 1))
    try store.setGold(GoldTask(task: 1, answers: ["feeling": "good"], isPromoted: true), by: "mo", at: moment(5))
    _ = try store.save(submit("bad", task: 1, by: "li"))
    #expect(try store.reviewTask(number: 1)?.verdicts == ["li": false])
  }

  @Test(arguments: StoreFactory.allCases)
  func aResolutionCanBeTakenBackAndTheLogKeepsIt(factory: StoreFactory) throws {
    let store = try store(factory)
    _ = try store.save(submit("good", task: 1))
    _ = try store.save(submit("bad", task: 1, by: "li"))
    try store.resolve([
      Resolution(
        task: 1, answers: ["feeling": "good"], method: .aggregated("majority"), by: "mo", at: moment(5))
    ])
    try store.unresolve(task: 1, by: "mo", at: moment(6))
    try refresh(store)
    #expect(try store.reviewTask(number: 1)?.resolution == nil)
    #expect(try numbers(store) == [1])
    let events = try store.management(ofTask: 1)
    #expect(events.map(\.kind) == [.resolved, .unresolved])
    #expect(events[0].told["method"] == "aggregated: majority")
    #expect(events[1].told["answers"]?.object?["feeling"] == "good")
    #expect(events.map(\.by) == ["mo", "mo"])
    #expect(try store.integrityReport() == [])
    // Judgements have a history of their own.
    #expect(try store.history(ofTask: 1).count == 2)
  }

  @Test(arguments: StoreFactory.allCases)
  func whatIsSentBackComesBackWithAnAnswer(factory: StoreFactory) throws {
    let store = try store(factory)
    _ = try store.save(submit("good", task: 1))
    _ = try store.save(submit("bad", task: 1, by: "li"))
    try store.sendBack(task: 1, to: "li", text: "Read the last line again.", by: "mo", at: moment(5))
    #expect(try numbers(store) { $0.states = [.sentBack] } == [1])
    #expect(try store.reviewTask(number: 1)?.returned == ["li"])
    let unseen = try store.unseenMessages(for: "li")
    #expect(unseen.map(\.text) == ["Read the last line again."])
    #expect(unseen.map(\.from) == ["mo"])
    #expect(try store.unseenMessages(for: "dana") == [])
    #expect(try store.messages(ofTask: 1, for: "dana") == [])
    try store.markSeen(task: 1, by: "li")
    #expect(try store.unseenMessages(for: "li") == [])

    var answer = submit("good", task: 1, by: "li", revision: 1, at: 8)
    answer.reply = "You are right."
    _ = try store.save(answer)
    try refresh(store)
    let read = try #require(try store.reviewTask(number: 1))
    #expect(read.returned == [])
    // All are of one mind now, and still the reviewer is to meet the answer.
    #expect(read.standing.state == .toSettle)
    #expect(read.standing.reasons == ["li answered"])
    #expect(read.messages.map(\.kind) == [.sentBack, .reply])
    #expect(read.messages[1].text == "You are right.")
    #expect(read.messages[1].to == "mo")
    #expect(read.messages[1].answers == ["feeling": "good"])
    #expect(try store.management(ofTask: 1).map(\.kind) == [.sentBack, .replied])
    #expect(try store.integrityReport() == [])
  }

  @Test(arguments: StoreFactory.allCases)
  func sendingBackIsTakenBackUntilItIsAnswered(factory: StoreFactory) throws {
    let store = try store(factory)
    _ = try store.save(submit("good", task: 1))
    #expect(throws: StoreError.self) {
      try store.sendBack(task: 1, to: "li", text: "?", by: "mo", at: moment(1))
    }
    try store.sendBack(task: 1, to: "dana", text: "?", by: "mo", at: moment(2))
    try store.dropSendBack(task: 1, to: "dana", by: "mo", at: moment(3))
    #expect(try store.unseenMessages(for: "dana") == [])
    #expect(try store.messages(ofTask: 1) == [])
    try refresh(store)
    #expect(try numbers(store) { $0.states = [.sentBack] } == [])
    try store.sendBack(task: 1, to: "dana", text: "?", by: "mo", at: moment(4))
    // The log names messages by their numbers: none is given again.
    let named = try store.management(ofTask: 1).map { $0.told["message"]?.int }
    #expect(named == [1, 1, 2])
    #expect(try store.messages(ofTask: 1).map(\.number) == [2])
    _ = try store.save(submit("bad", task: 1, revision: 1))
    #expect(throws: StoreError.self) {
      try store.dropSendBack(task: 1, to: "dana", by: "mo", at: moment(5))
    }
    try store.resolve([
      Resolution(task: 1, answers: ["feeling": "bad"], method: .unanimous, by: "mo", at: moment(6))
    ])
    #expect(throws: StoreError.self) {
      try store.sendBack(task: 1, to: "dana", text: "?", by: "mo", at: moment(7))
    }
  }

  @Test(arguments: StoreFactory.allCases)
  func whatIsSkippedByAllWhoAreLeftIsForAReviewer(factory: StoreFactory) throws {
    let store = try store(factory)
    _ = try store.save(submit("good", task: 1))
    var skip = submit("good", task: 1, by: "li")
    skip.kind = .skipped
    skip.annotation.state = .skipped
    _ = try store.save(skip)
    try refresh(store)
    let rows = try store.standings(ReviewFilter(), limit: 5)
    #expect(rows.map(\.state) == [.toSettle])
    #expect(rows.map(\.reasons) == [["skipped by li"]])
    // With a third one still to come it waits.
    _ = try store.save(submit("good", task: 2))
    skip.task = 2
    skip.token = "skip-2"
    _ = try store.save(skip)
    try refresh(store, wanted: 3)
    #expect(try numbers(store) { $0.states = [.waiting] } == [2])
  }

  @Test(arguments: StoreFactory.allCases)
  func tasksAreMeasuredAgainWhenThePlanOrAPersonChanges(factory: StoreFactory) throws {
    let store = try store(factory)
    for task in 1...2 { _ = try store.save(submit("good", task: task)) }
    func states(annotators: Int) throws -> [TaskStanding.State: Int] {
      var plan = AssignmentPlan()
      plan.annotatorsPerTask = annotators
      _ = try store.claim(for: "li", desk: 1, count: 0, plan: plan, at: moment(1))
      try refresh(store, wanted: annotators)
      return try store.standingCounts()
    }
    #expect(try states(annotators: 2) == [.waiting: 2])
    #expect(try states(annotators: 1) == [.unanimous: 2])
    #expect(try states(annotators: 3) == [.waiting: 2])
    try store.setPerson(Person(name: "dana", kind: .model), by: "mo", at: moment(2), mayLeaveNoLead: true)
    try refresh(store)
    #expect(try store.standings(ReviewFilter(states: []), limit: 5).map(\.answers) == [0, 0])
  }

  @Test(arguments: StoreFactory.allCases)
  func whatWasLookedAtIsNoted(factory: StoreFactory) throws {
    let store = try store(factory)
    _ = try store.save(submit("good", task: 2))
    try refresh(store, wanted: 1)
    try store.setChecked(task: 2, isChecked: true, by: "mo", at: moment(1))
    #expect(try store.standings(ReviewFilter(states: [.unanimous]), limit: 5).map(\.isChecked) == [true])
    try store.setChecked(task: 2, isChecked: false, by: "mo", at: moment(2))
    #expect(try store.standings(ReviewFilter(states: [.unanimous]), limit: 5).map(\.isChecked) == [false])
  }

  @Test(arguments: StoreFactory.allCases)
  func whatCameWithAFileOrFromAModelIsNobodysAnswer(factory: StoreFactory) throws {
    let store = try store(factory)
    try store.withTaskWriter(source: testSource) { writer in
      let annotation = Annotation(state: .submitted, answers: ["feeling": "bad"], revision: 1)
      _ = try writer.addAnnotation(toTask: "r1", by: "source:kto", annotation)
    }
    _ = try store.save(submit("good", task: 1))
    try refresh(store, wanted: 1)
    #expect(try store.standings(ReviewFilter(states: []), limit: 5).map(\.answers) == [1])
    #expect(try numbers(store) { $0.states = [.unanimous] } == [1])
  }
}

extension ReviewFilter {
  fileprivate init(states: Set<TaskStanding.State>) {
    self.init()
    self.states = states
  }
}
