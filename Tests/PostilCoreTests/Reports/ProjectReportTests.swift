import PostilModel
import PostilStore
import PostilTestSupport
import Testing

@testable import PostilCore

@Suite("The report of a project")
struct ProjectReportTests {
  private static let label = Question(
    name: "feeling", kind: LabelQuestion(choices: [Choice(name: "good"), Choice(name: "bad")]))
  private static let stars = Question(name: "stars", isRequired: false, kind: RatingQuestion())
  private static let price = Question(name: "price", isRequired: false, kind: NumberQuestion())
  private static let topics = Question(
    name: "topics", isRequired: false, kind: LabelsQuestion(choices: [Choice(name: "food"), Choice(name: "staff")]))
  private static let why = Question(name: "why", isRequired: false, kind: TextQuestion())
  private static let project = Project(
    name: "P", annotatorsPerTask: 2, fields: [FieldDefinition(name: "text")],
    questions: [label, stars, price, topics, why])
  private static let now = Timestamp(milliseconds: 1_800_000_000_000)

  /// What somebody said about a task.
  private struct Said {
    var name: String
    var answers: [String: JSONValue]
    var seconds = 0
    var at = 0
    var isFlagged = false
    var state = AnnotationState.submitted
  }

  /// The report of a project in which all this was said, task by task.
  private func report(
    _ tasks: [[Said]], roster: [Person] = [], gold: [Int: [String: JSONValue]] = [:], of project: Project = Self.project
  ) throws -> ProjectReport {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let store = try ProjectStore.create(atPath: folder.path + "/postil.db")
    _ = try store.withTaskWriter(source: ImportSource(file: "f", format: "jsonl", at: Self.now)) { writer in
      for (index, said) in tasks.enumerated() {
        var task = NewTask()
        task.id = Array("t\(index + 1)".utf8)
        task.fields = Array(JSONObject([("text", .string(String(repeating: "word ", count: 20)))]).jsonText.utf8)
        task.annotations = said.map { one in
          NamedAnnotation(
            annotator: one.name,
            annotation: Annotation(
              state: one.state, answers: one.answers, isFlagged: one.isFlagged,
              activeMilliseconds: one.seconds * 1000, keysPressed: one.seconds > 0 ? 3 : 0, revision: 1,
              savedAt: Timestamp(milliseconds: Self.now.milliseconds + Int64(one.at) * 1000)))
        }
        _ = try writer.add(task)
      }
    }
    _ = try store.setPeople(roster, by: "root", at: Self.now)
    for (task, answers) in gold {
      try store.setGold(GoldTask(task: task, answers: answers), by: "root", at: Self.now)
    }
    return try ProjectReporter(project: project, store: store).report(at: Self.now)
  }

  private func said(_ name: String, _ label: JSONValue, at: Int = 0, seconds: Int = 0) -> Said {
    Said(name: name, answers: ["feeling": label], seconds: seconds, at: at)
  }

  @Test("counts the work, what it costs so far and at the end")
  func work() throws {
    let pay = Pay(amount: 0.5, currency: "EUR", unit: .task)
    let hour = Pay(amount: 36, currency: "USD", unit: .hour)
    let report = try report(
      [
        [said("anna", "good", seconds: 10), said("bo", "good", seconds: 30)],
        [Said(name: "anna", answers: ["feeling": "bad"], seconds: 20, isFlagged: true)], [],
      ], roster: [Person(name: "anna", pay: pay), Person(name: "bo", pay: hour), Person(name: "cy")])
    #expect(report.work.tasks == 3 && report.work.begunTasks == 2 && report.work.answeredTasks == 1)
    #expect(report.work.answers == 3 && report.work.wantedAnswers == 6 && report.work.openAnswers == 3)
    #expect(report.work.flaggedTasks == 1 && report.work.resolvedTasks == 0)
    #expect(report.costs.map(\.currency) == ["EUR", "USD"])
    #expect(report.costs.map(\.soFar) == [1, 0.3])
    #expect(report.costs.map(\.atTheEnd) == [2, 0.6])
    #expect(report.people.map(\.person.name) == ["anna", "bo", "cy"])
    #expect(report.people[0].secondsPerTask == 15 && report.people[0].keysPerTask == 3)
    #expect(report.people[2].secondsPerTask == nil && report.people[2].agreement == nil && report.people[2].gold == nil)
  }

  @Test("gold that many answer makes up for no other task, and costs what it costs")
  func openWork() throws {
    var project = Self.project
    project.assignment = AssignmentPlan()
    project.assignment?.annotatorsPerTask = 2
    let names = ["anna", "bo", "cy", "di", "ed", "flo"]
    let roster = names.map { Person(name: $0, pay: Pay(amount: 1, currency: "EUR", unit: .task)) }
    let report = try report(
      [names.map { said($0, "good") }, [said("anna", "good"), said("bo", "bad")], [said("anna", "good")], []],
      roster: roster, gold: [1: ["feeling": "good"]], of: project)
    #expect(report.work.answers == 9 && report.work.openAnswers == 3 && report.work.wantedAnswers == 12)
    #expect(report.costs.map(\.soFar) == [9] && report.costs.map(\.atTheEnd) == [12])
  }

  @Test("an hour on tasks that were skipped is paid like any other, and no task's mean time")
  func skippedTime() throws {
    let hour = Pay(amount: 36, currency: "EUR", unit: .hour)
    let skipped = Said(name: "anna", answers: [:], seconds: 20, state: .skipped)
    let report = try report(
      [[said("anna", "good", seconds: 10)], [skipped]], roster: [Person(name: "anna", pay: hour)])
    #expect(report.costs.map(\.soFar) == [0.3])
    #expect(report.people[0].secondsPerTask == 10)
  }

  @Test("those who may not see pay see no cost")
  func withoutPay() throws {
    let pay = Pay(amount: 1, currency: "EUR", unit: .task)
    let report = try report([[said("anna", "good")]], roster: [Person(name: "anna", pay: pay)])
    #expect(report.costs.count == 1 && report.people[0].cost == 1)
    let less = report.withoutPay
    #expect(less.costs.isEmpty && less.people[0].cost == nil && less.people[0].person.pay == nil)
    #expect(less.work == report.work && less.people.map(\.submitted) == [1])
  }

  @Test("measures agreement by the scale of each question, and says why it is undefined")
  func agreement() throws {
    let both: [String: JSONValue] = [
      "feeling": "good", "stars": 5, "price": 2.5, "topics": ["food", "staff"], "why": "because",
    ]
    let other: [String: JSONValue] = ["feeling": "bad", "stars": 4, "price": 2.5, "topics": ["food"], "why": "so"]
    let report = try report([
      [Said(name: "a", answers: both), Said(name: "b", answers: both)],
      [Said(name: "a", answers: both), Said(name: "b", answers: other)],
      [Said(name: "a", answers: other)],
    ])
    #expect(report.questions.map(\.scale) == [.nominal, .ordinal, .interval, .nominal, .none])
    #expect(report.questions.map(\.percent.value) == [0.5, 0.5, 1, 0.5, nil])
    // o(good, bad) = 1, n = 4, three good and one bad: α = 1 − 3 · 1 / 3 = 0.
    #expect(report.questions[0].alpha == .value(0))
    #expect(report.questions[2].alpha == .undefined("one class only"))
    #expect(report.questions[4].alpha.reason == "texts are not compared")
    #expect(report.questions[0].comparedTasks == 2 && report.questions[0].answers == 5)
    #expect(report.questions[0].labels.map(\.answers) == [3, 2])
    #expect(report.questions[3].labels.map(\.answers) == [5, 3])
    #expect(report.questions[3].labels[0].alpha == .undefined("one class only"))
    #expect(report.questions[3].labels[1].alpha == .value(0))
    #expect(report.people[0].agreement == .init(same: 1, of: 2))
  }

  @Test("models are not counted as people, and stand below them")
  func models() throws {
    let report = try report(
      [[said("anna", "good"), said("model-a", "bad"), said("bo", "good")]],
      roster: [Person(name: "model-a", kind: .model)])
    #expect(report.work.answers == 2)
    #expect(report.questions[0].percent == .value(1))
    #expect(report.people.map(\.person.name) == ["anna", "bo", "model-a"])
    #expect(report.people[2].submitted == 1 && report.people[2].agreement == nil)
  }

  @Test("gold is told with its interval")
  func gold() throws {
    let report = try report(
      (1...4).map { task in [said("anna", task == 1 ? "bad" : "good"), said("bo", "good")] },
      gold: [1: ["feeling": "good"], 2: ["feeling": "good"]])
    let anna = try #require(report.people.first?.gold)
    #expect(anna.right == 1 && anna.of == 2 && anna.interval.contains(0.5))
    #expect(report.people[1].gold?.share == 1)
  }

  @Test("flags advise: too fast, always the same, like another, drift; careful people have none")
  func flags() throws {
    // a, c and d are right, and b nearly always; "same" always says good; "copy" says what "odd" says, who errs by a rule.
    let tasks = (0..<120).map { task -> [Said] in
      let truth: JSONValue = task % 2 == 0 ? "good" : "bad"
      let wrong: JSONValue = task % 2 == 0 ? "bad" : "good"
      let odd = task % 5 < 2 ? wrong : truth
      return [
        said("a", truth, at: task, seconds: 60), said("c", truth, at: task), said("d", truth, at: task),
        said("b", task % 11 == 0 ? wrong : truth, at: task, seconds: 40),
        said("copy", odd, at: task, seconds: 60), said("fast", truth, at: task, seconds: 1),
        said("odd", odd, at: task, seconds: 60), said("same", "good", at: task, seconds: 60),
        said("tired", task < 60 ? truth : wrong, at: task, seconds: 60),
      ]
    }
    let report = try report(tasks)
    let kinds = Dictionary(uniqueKeysWithValues: report.people.map { ($0.person.name, Set($0.flags.map(\.kind))) })
    for careful in ["a", "b", "c", "d"] { #expect(kinds[careful] == [], "\(careful)") }
    #expect(kinds["fast"]?.contains("too-fast") == true)
    #expect(kinds["same"]?.contains("always-the-same") == true)
    #expect(kinds["copy"]?.contains("like-another") == true && kinds["odd"]?.contains("like-another") == true)
    #expect(kinds["tired"]?.contains("drift") == true)
    #expect(report.people.flatMap(\.flags).allSatisfy { !$0.words.isEmpty })
  }

  @Test(
    "a task is one piece of evidence of drift, however many others answered it", arguments: [(26, false), (36, true)])
  func drift(agreeing: Int, isTold: Bool) throws {
    // Of eight others, four agree with each other: no answer has most of them, and x agrees with half or with none.
    let tasks = (0..<120).map { task -> [Said] in
      let isAgreeing = task < 40 ? task < agreeing : task >= 80 + agreeing
      let others = (0..<8).map { Said(name: "o\($0)", answers: ["price": .integer(Int64(max(3, $0)))], at: task) }
      return others + [Said(name: "x", answers: ["price": isAgreeing ? 3 : 9], at: task)]
    }
    let x = try #require(try report(tasks).people.last)
    #expect(x.person.name == "x" && x.flags.contains { $0.kind == "drift" } == isTold)
  }

  @Test("an empty project has a report without a number that nobody knows")
  func empty() throws {
    let report = try report([])
    #expect(report.work.wantedAnswers == 0 && report.people.isEmpty && report.costs.isEmpty)
    #expect(report.pace.perPersonHour == nil && report.pace.daysLeft == nil)
    #expect(report.questions.allSatisfy { $0.percent.value == nil && $0.alpha.value == nil && $0.interval == nil })
  }
}
