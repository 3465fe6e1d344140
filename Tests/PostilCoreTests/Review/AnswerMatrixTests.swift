import PostilModel
import PostilTestSupport
import Testing

@testable import PostilCore

@Suite("Answers side by side")
struct AnswerMatrixTests {
  private let question = Question(name: "feeling", kind: ReviewWorld.labels)

  @Test("more than half is a majority, half is none")
  func majority() {
    func majority(_ answers: JSONValue?...) -> JSONValue? {
      Majority.answer(of: Majority.groups(of: answers, to: question))
    }
    #expect(majority("good", "good", "bad") == "good")
    #expect(majority("good", "bad") == nil)
    #expect(majority("good", "good", "bad", "mixed") == nil)
    #expect(majority("good", nil, nil) == "good", "who did not answer does not count")
    #expect(majority(nil) == nil)
  }

  @Test("answers that measure the same are the same")
  func sameness() {
    let rating = Question(name: "stars", kind: RatingQuestion(lowest: 1, highest: 5, lowestName: "", highestName: ""))
    #expect(Majority.groups(of: [.integer(4), .number(4.0), .integer(5)], to: rating).map(\.count) == [2, 1])
    let labels = Question(name: "faults", kind: LabelsQuestion(choices: [Choice(name: "a"), Choice(name: "b")]))
    #expect(Majority.groups(of: [["a", "b"], ["b", "a"]], to: labels).map(\.places) == [[0, 1]])
  }

  @Test("a majority's answers go only to questions that are asked given them")
  func conditions() {
    var project = ReviewWorld.project()
    project.questions[1].condition = Condition(question: "feeling", values: ["bad"])
    let said: [[String: JSONValue]] = [
      ["feeling": "good", "why": "x"], ["feeling": "good", "why": "x"], ["feeling": "bad", "why": "x"],
    ]
    #expect(Majority.answers(said, project: project) == ["feeling": "good"])
  }

  @Test("a remark that everybody words differently keeps nobody from being unanimous")
  func remarks() {
    let project = ReviewWorld.project()
    let said: [[String: JSONValue]] = [
      ["feeling": "good", "why": "a"], ["feeling": "good", "why": "b"], ["feeling": "good"],
    ]
    #expect(Majority.isUnanimous(said, project: project))
    #expect(!Majority.isUnanimous(said + [["feeling": "bad"]], project: project))
    #expect(!Majority.isUnanimous([], project: project))
  }

  @Test("of many people those who say the same stand together, the most first")
  func grouping() {
    let words = ["good", "bad", "good", "mixed", "good", "bad", "good", "good", "bad", "good", "mixed"]
    let said = words.enumerated().map { ("p\($0.offset)", ["feeling": JSONValue.string($0.element)]) }
    let memory = ReviewInMemory(ReviewWorld.project(), records: ReviewWorld.records(1), said: [1: said])
    guard let task = memory.tasks[1] else { return }
    let matrix = AnswerMatrix(task, project: memory.project)
    #expect(
      matrix.rows[0].answers.map { $0?.string } == [
        "good", "good", "good", "good", "good", "good", "bad", "bad", "bad", "mixed", "mixed",
      ])
    #expect(matrix.people.prefix(2).map(\.name) == ["p0", "p2"])
    #expect(matrix.rows[0].groups.map(\.count) == [6, 3, 2])
    #expect(matrix.rows[0].majority == "good")
  }

  @Test("orders stand as far from each other as Kendall's distance says")
  func distances() {
    let question = Question(name: "order", about: "responses", kind: RankingQuestion())
    let project = Project(
      name: "Orders", fields: [FieldDefinition(name: "responses", kind: .candidates)], questions: [question])
    func order(_ ids: String) -> [String: JSONValue] {
      ["order": WeakOrder(tiers: ids.map { [String($0)] }).json]
    }
    let record = AnnotationTask(
      number: 1, id: "t", fields: JSONObject([("responses", FakeWorld.responses(3))]))
    let memory = ReviewInMemory(
      project, records: [record], said: [1: [("dana", order("abc")), ("li", order("abc")), ("sam", order("cba"))]])
    guard let task = memory.tasks[1] else { return }
    let row = AnswerMatrix(task, project: project).rows[0]
    #expect(row.distances == [0.5, 0.5, 1])
    #expect(row.majority == order("abc")["order"])
    #expect(task.summary(of: order("cab")["order"] ?? .null, to: question) == "3 > 1 > 2")
  }

  @Test("who answered faster than one can read is marked, and who missed the known answer")
  func marks() {
    var memory = ReviewInMemory(
      ReviewWorld.project(), records: ReviewWorld.records(1), said: ReviewWorld.said(["good bad good"]))
    memory.tasks[1]?.annotations[0].annotation.activeMilliseconds = 10
    memory.tasks[1]?.gold = GoldTask(task: 1, answers: ["feeling": "good"])
    memory.tasks[1]?.returned = ["sam"]
    guard let task = memory.tasks[1] else { return }
    let people = AnswerMatrix(task, project: memory.project).people
    #expect(people.map(\.isTooFast) == [true, false, false])
    #expect(people.map(\.isRight) == [true, false, true])
    #expect(people.map(\.isSentBack) == [false, false, true])
  }

  @Test("nobody is held against a known answer that came of their own")
  func promotedGold() {
    var memory = ReviewInMemory(
      ReviewWorld.project(), records: ReviewWorld.records(1), said: ReviewWorld.said(["good bad good"]))
    memory.tasks[1]?.gold = GoldTask(task: 1, answers: ["feeling": "good"], isPromoted: true)
    memory.tasks[1]?.verdicts = ["sam": true]
    guard let task = memory.tasks[1] else { return }
    #expect(AnswerMatrix(task, project: memory.project).people.map(\.isRight) == [nil, nil, true])
  }
}
