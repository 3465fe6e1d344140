import PostilModel
import PostilTestSupport
import Testing

@testable import PostilStore

@Suite struct GoldTests {
  private func setGold(_ project: HandingOut, _ tasks: some Sequence<Int>, isQualification: Bool = false) throws {
    for task in tasks {
      let gold = GoldTask(
        task: task, answers: ["feeling": "x"], explanation: "so it is", isQualification: isQualification)
      try project.store.setGold(gold, by: "lead", at: moment(0))
    }
  }

  /// How somebody's answers to gold were judged, by task.
  private func results(_ project: HandingOut, _ who: String) throws -> [Int: Bool] {
    try project.store.engine.read { connection throws(StoreError) in
      let whose = try Annotators.number(of: who, in: connection)
      let rows = try connection.statement("SELECT task, correct FROM gold_result WHERE annotator = ?")
        .all([.integer(whose)]) { row throws(StoreError) in (row.integer(0), row.integer(1) == 1) }
      return Dictionary(uniqueKeysWithValues: rows)
    }
  }

  // MARK: The rate

  @Test(arguments: [0.05, 0.1, 0.15, 0.5])
  func goldComesAtItsRateAndNeverTwiceToOnePerson(rate: Double) throws {
    var project = try HandingOut(tasks: 500)
    project.plan.goldRate = rate
    let gold = Set(stride(from: 3, through: 500, by: 2))
    try setGold(project, gold)
    var places: [String: [Int]] = [:]
    for who in ["dana", "li"] {
      let tasks = try project.work(who, atMost: 100)
      #expect(Set(tasks).count == 100)
      places[who] = tasks.indices.filter { gold.contains(tasks[$0]) }
      let count = places[who]?.count ?? 0
      #expect(abs(Double(count) - rate * 100) <= 1)
      #expect(try results(project, who).count == count)
    }
    // Nobody can tell from somebody else's, or from a count, when the next one comes.
    #expect(places["dana"] != places["li"])
    #expect(try project.store.integrityReport() == [])
  }

  @Test func drawsAreOneInEachBlockAtPlacesThatDiffer() {
    let draw = GoldDraw(rate: 0.1, project: "p", annotator: "dana")
    let places = (0..<1000).filter(draw.isGold)
    #expect(places.count == 100)
    #expect(places.enumerated().allSatisfy { $0.element / 10 == $0.offset })
    #expect(Set(places.map { $0 % 10 }).count == 10)
    let other = GoldDraw(rate: 0.1, project: "q", annotator: "dana")
    #expect((0..<1000).filter(other.isGold) != places)
    #expect(!GoldDraw(rate: 0, project: "p", annotator: "dana").isGold(after: 0))
    let seventh = GoldDraw(rate: 0.15, project: "p", annotator: "dana")
    #expect(abs((0..<1000).filter(seventh.isGold).count - 150) <= 1)
  }

  // MARK: That nobody can tell

  /// Each submit lowers what is left by one, of gold or not, and being handed a task does not change it.
  @Test(arguments: [1, 2])
  func whatIsLeftTellsNoGold(annotators: Int) throws {
    var project = try HandingOut(tasks: 60)
    project.plan.goldRate = 0.25
    project.plan.annotatorsPerTask = annotators
    try setGold(project, stride(from: 2, through: 60, by: 3))
    _ = try project.claim("dana", 5)
    func left() throws -> Int? { try project.store.tasksLeft(for: "dana", plan: project.plan) }
    var before = try #require(try left())
    for _ in 0..<40 {
      let task = try #require(try project.assigned("dana").leases.first?.task)
      try project.save("dana", task)
      #expect(try left() == before - 1, "#\(task)")
      _ = try project.claim("dana", 1)
      #expect(try left() == before - 1)
      before -= 1
    }
    #expect(try results(project, "dana").count >= 8)
    // The others are not counted along where nobody in particular asks.
    let all = try #require(try project.store.tasksLeft())
    #expect(all < before)
    #expect(try project.store.integrityReport() == [])
  }

  @Test func numbersRiseWhereTheOrderDoes() throws {
    var project = try HandingOut(tasks: 300)
    project.plan.goldRate = 0.2
    try setGold(project, stride(from: 5, through: 300, by: 3))
    let tasks = try project.work("dana", atMost: 100)
    #expect(zip(tasks, tasks.dropFirst()).allSatisfy { abs($0 - $1) <= 4 }, "\(tasks)")
    #expect(try results(project, "dana").count == 20)
  }

  @Test func whenGoldIsUsedUpTheQueueGoesOn() throws {
    var project = try HandingOut(tasks: 30)
    project.plan.goldRate = 0.5
    try setGold(project, [1, 2, 3])
    let tasks = try project.work("dana")
    #expect(tasks.sorted() == Array(1...30))
    #expect(try project.reason("dana") == .allDone)
  }

  @Test func goldDoesNotCountAgainstTheAnswersThatATaskWants() throws {
    var project = try HandingOut(tasks: 10)
    project.plan.goldRate = 0.5
    try setGold(project, [4])
    for who in ["dana", "li", "sam"] { _ = try project.work(who) }
    let answers = try ["dana", "li", "sam"].filter { who in
      try project.store.annotation(ofTask: 4, by: who) != nil
    }
    #expect(answers.first == "dana")
    #expect(try !project.isFull("kim", 4))
    #expect(try project.store.integrityReport() == [])
  }

  @Test func aTaskThatBecomesGoldIsOrdinaryNoMoreAndTheOtherWayRound() throws {
    let project = try HandingOut(tasks: 3)
    #expect(try project.claim("dana") == [1])
    try setGold(project, [2])
    #expect(try project.claim("dana", 9) == [3])
    #expect(try project.store.goldTasks().map(\.task) == [2])
    #expect(try project.store.goldTask(2)?.explanation == "so it is")
    try project.store.dropGold(task: 2, by: "lead", at: moment(1))
    #expect(try project.store.goldTask(2) == nil)
    #expect(try project.claim("dana", 9) == [2])
    #expect(try project.store.management(ofTask: 2).map(\.kind) == [.gold, .goldDropped])
    #expect(throws: StoreError.self) { try setGold(project, [4]) }
    #expect(try project.store.integrityReport() == [])
  }

  @Test func goldThatNeedsASkillGoesToThoseWhoHaveIt() throws {
    var project = try HandingOut(metadata: [#"{"needs": "law:1"}"#] + [String](repeating: "{}", count: 9))
    project.plan.goldRate = 0.5
    try setGold(project, [1])
    #expect(try !project.work("dana", atMost: 5).contains(1))
    try project.setSkills("law:1", of: "li")
    #expect(try project.work("li", atMost: 2).contains(1))
  }

  // MARK: Verdicts

  @Test func theFirstAnswerIsJudgedAndNoLaterOne() throws {
    var project = try HandingOut(tasks: 2)
    try setGold(project, [1])
    #expect(try project.save("dana", 1, label: "y").gold == nil)
    #expect(try results(project, "dana") == [1: false])
    project.plan.feedback = .immediate
    let right = try project.save("dana", 1, label: "x", kind: .revised)
    // They are told of what they say now; what counts is what they said first.
    #expect(right.gold == GoldVerdict(isRight: true, answers: ["feeling": "x"], explanation: "so it is"))
    #expect(try results(project, "dana") == [1: false])
    #expect(try project.save("dana", 2).gold == nil)
    try project.save("dana", 1, .open, kind: .retracted)
    #expect(try results(project, "dana") == [1: false])
    try project.save("dana", 1, label: "x", kind: .restored)
    #expect(try results(project, "dana") == [1: false])
  }

  @Test func verdictsOutlastThatATaskIsOrdinaryForAWhile() throws {
    let project = try HandingOut(tasks: 2)
    try setGold(project, [1])
    try project.save("dana", 1)
    try project.save("dana", 1, label: "z", kind: .revised)
    try project.store.dropGold(task: 1, by: "lead", at: moment(1))
    try setGold(project, [1])
    #expect(try results(project, "dana") == [1: true])
    // A correction is measured by the first answer as well, not by the one of now.
    try project.store.setGold(GoldTask(task: 1, answers: ["feeling": "z"]), by: "lead", at: moment(9))
    #expect(try results(project, "dana") == [1: false])
    #expect(try project.store.integrityReport() == [])
  }

  @Test func aSaveDeliveredTwiceTellsTheSame() throws {
    var project = try HandingOut(tasks: 1)
    project.plan.feedback = .immediate
    try setGold(project, [1])
    let save = submit("y", task: 1)
    let first = try project.store.save(save, plan: project.plan)
    #expect(first.gold?.isRight == false)
    #expect(try project.store.save(save, plan: project.plan).gold == first.gold)
  }

  @Test func whatIsKnownMayBeCorrectedAndVerdictsAreGivenAgain() throws {
    let project = try HandingOut(tasks: 2)
    _ = try project.store.save(submit("y", task: 2, by: "early"))
    try setGold(project, [1, 2])
    try project.save("dana", 1, label: "y")
    try project.store.setGold(GoldTask(task: 1, answers: ["feeling": "y"]), by: "lead", at: moment(9))
    #expect(try results(project, "dana") == [1: true])
    // Who had answered before it was gold was not measured by it.
    #expect(try results(project, "early") == [:])
    try project.save("early", 2, label: "x", kind: .revised)
    #expect(try results(project, "early") == [:])
  }

  /// Nor to anybody where the project is silent, nor of what was answered before the task was gold.
  @Test func onesOwnVerdictsAreToldAgainAndNobodyElses() throws {
    var project = try HandingOut(tasks: 3)
    project.plan.feedback = .immediate
    _ = try project.store.save(submit("y", task: 1, by: "early"))
    try setGold(project, [1, 2])
    try project.save("dana", 1, label: "y")
    try project.save("dana", 2, label: "x")
    try project.save("dana", 3, label: "x")
    func told(_ who: String) throws -> [Int: Bool] {
      try project.store.verdicts(onTasks: [1, 2, 3], of: who, plan: project.plan).mapValues(\.isRight)
    }
    #expect(try told("dana") == [1: false, 2: true])
    #expect(
      try project.store.verdicts(onTasks: [2], of: "dana", plan: project.plan)[2]
        == GoldVerdict(isRight: true, answers: ["feeling": "x"], explanation: "so it is"))
    #expect(try told("early") == [:] && told("li") == [:])
    #expect(try project.save("early", 1, label: "x", kind: .revised).gold == nil)
    #expect(try told("early") == [:])
    try project.save("dana", 2, .open, kind: .retracted)
    #expect(try told("dana") == [1: false], "what is taken back is answered no more")
    try project.store.dropGold(task: 1, by: "lead", at: moment(1))
    #expect(try told("dana") == [:])
    try setGold(project, [1])
    project.plan.feedback = .none
    #expect(try told("dana") == [:])
  }

  @Test func goldFromAFinalAnswerIsNoMeasureOfTheAnswersBefore() throws {
    let project = try HandingOut(tasks: 1)
    _ = try project.store.save(submit("x", task: 1, by: "early"))
    _ = try project.store.save(submit("y", task: 1, by: "other"))
    var gold = GoldTask(task: 1, answers: ["feeling": "x"], isPromoted: true)
    try project.store.setGold(gold, by: "lead", at: moment(1))
    _ = try project.store.save(submit("y", task: 1, by: "late"))
    func verdicts() throws -> [Bool?] {
      var found: [Bool?] = []
      try project.store.judgedTasks(
        annotatorsPerTask: 1, isHandedOut: true, survey: { _, _ in }, body: { found = $0.judgements.map(\.isRight) })
      return found
    }
    func measured() throws -> [String: Bool] {
      var found: [String: Bool] = [:]
      _ = try project.store.refreshStandings(annotatorsPerTask: 1) { input in
        found = input.verdicts
        return StandingMeasure(disagreement: 0)
      }
      return found
    }
    #expect(try verdicts() == [nil, nil, false])
    #expect(try measured() == ["late": false])
    // The same answer told again, with an explanation, is known from nowhere else.
    gold.explanation = "so it is"
    gold.isPromoted = false
    try project.store.setGold(gold, by: "lead", at: moment(2))
    #expect(try project.store.goldTask(1)?.isPromoted == true)
    #expect(try verdicts() == [nil, nil, false])
    // Another answer is: all are held against it.
    try project.store.setGold(GoldTask(task: 1, answers: ["feeling": "y"]), by: "lead", at: moment(3))
    #expect(try verdicts() == [false, true, true])
  }

  // MARK: Qualification

  private func qualifying(_ mark: Double) throws -> HandingOut {
    var project = try HandingOut(tasks: 10)
    project.plan.qualification = AssignmentPlan.Qualification(passMark: mark)
    try setGold(project, [2, 4, 6, 8], isQualification: true)
    return project
  }

  @Test func theQualificationComesFirstAndAllOfIt() throws {
    let project = try qualifying(0.75)
    let first = try project.claim("dana", 9)
    #expect(first.sorted() == [2, 4, 6, 8])
    #expect(try project.reason("dana") == .withOthers(count: 4, until: moment(1_800_000)))
    for task in [2, 4, 6] { try project.save("dana", task) }
    #expect(try project.reason("dana") != nil)
    try project.save("dana", 8, label: "wrong")
    #expect(try project.work("dana") == [1, 3, 5, 7, 9, 10])
    #expect(try project.store.integrityReport() == [])
  }

  @Test func whoDoesNotPassGetsNothing() throws {
    let project = try qualifying(0.75)
    _ = try project.claim("dana", 9)
    for task in [2, 4] { try project.save("dana", task) }
    try project.save("dana", 6, label: "wrong")
    try project.save("dana", 8, .skipped)
    #expect(try project.reason("dana") == .notQualified(right: 2, of: 4, passMark: 0.75))
    // There is no second try: not by a revision, nor by taking an answer back, nor by skipping it then.
    try project.save("dana", 6, label: "x", kind: .revised)
    #expect(try project.reason("dana") == .notQualified(right: 2, of: 4, passMark: 0.75))
    try project.save("dana", 6, .open, kind: .retracted)
    try project.save("dana", 6, .skipped)
    #expect(try project.reason("dana") == .notQualified(right: 2, of: 4, passMark: 0.75))
  }

  @Test func whoHasPassedStaysSoWhenATaskIsOrdinaryForAWhile() throws {
    let project = try qualifying(0.75)
    _ = try project.claim("dana", 9)
    for task in [2, 4, 6] { try project.save("dana", task) }
    try project.save("dana", 8, label: "wrong")
    for task in [2, 4] {
      try project.store.dropGold(task: task, by: "lead", at: moment(1))
      try setGold(project, [task], isQualification: true)
    }
    #expect(try project.claim("dana") == [1])
  }

  @Test func withoutAQualificationInThePlanThoseTasksAreNotMixedIn() throws {
    var project = try qualifying(0.5)
    project.plan.qualification = nil
    project.plan.goldRate = 0.5
    #expect(try project.work("dana") == [1, 3, 5, 7, 9, 10])
  }
}
