import PostilModel
import PostilTestSupport

@testable import PostilCore

/// A review session over a project in memory. Replies can be held back.
@dynamicMemberLookup
struct ReviewWorld {
  var session: ReviewSession
  var memory: ReviewInMemory
  var now = Timestamp(milliseconds: 1_760_000_100_000)
  var holdsReplies = false
  private var held: [ReviewEffect] = []

  static let labels = LabelQuestion(choices: [Choice(name: "good"), Choice(name: "bad"), Choice(name: "mixed")])

  static func project(_ review: ReviewPlan = ReviewPlan(), hasQueue: Bool = true) -> Project {
    var project = Project(
      name: "Stays", annotatorsPerTask: 3, review: review, fields: [FieldDefinition(name: "text")],
      questions: [
        Question(name: "feeling", title: "What does the writer feel?", kind: labels),
        Question(name: "why", title: "Which words tell you?", isRequired: false, kind: TextQuestion()),
      ])
    if hasQueue { project.assignment = AssignmentPlan() }
    return project
  }

  static func records(_ count: Int) -> [AnnotationTask] {
    (1...count).map { AnnotationTask(number: $0, id: "t\($0)", fields: JSONObject([("text", .string("stay \($0)"))])) }
  }

  /// What dana, li and sam said, by task: words for labels.
  static func said(_ words: [String]) -> [Int: [(String, [String: JSONValue])]] {
    var said: [Int: [(String, [String: JSONValue])]] = [:]
    for (place, line) in words.enumerated() {
      said[place + 1] = zip(["dana", "li", "sam"], line.split(separator: " ")).map { name, word in
        (name, ["feeling": .string(String(word))])
      }
    }
    return said
  }

  static let roster = Roster([
    Person(name: "mo", role: .lead), Person(name: "eve", role: .reviewer), Person(name: "dana"), Person(name: "li"),
    Person(name: "sam"),
  ])

  /// Three ways, two to one, two to one, all the same, all the same, one answer so far.
  static let mixed = ["good bad mixed", "good good bad", "bad good bad", "good good good", "bad bad bad", "good"]

  init(
    _ words: [String] = Self.mixed, project: Project = Self.project(), reviewer: String = "mo",
    roster: Roster = Self.roster, filter: ReviewFilter = ReviewFilter()
  ) {
    memory = ReviewInMemory(
      project, reviewer: reviewer, records: Self.records(words.count), said: Self.said(words))
    var setup = ReviewSetup(project: project, reviewer: reviewer, roster: roster)
    setup.filter = filter
    session = ReviewSession(setup)
    run(session.start(at: now))
  }

  init(setup: ReviewSetup) {
    memory = ReviewInMemory(
      setup.project, reviewer: setup.reviewer, records: Self.records(Self.mixed.count), said: Self.said(Self.mixed))
    session = ReviewSession(setup)
    run(session.start(at: now))
  }

  subscript<Value>(dynamicMember path: WritableKeyPath<ReviewInMemory, Value>) -> Value {
    get { memory[keyPath: path] }
    set { memory[keyPath: path] = newValue }
  }

  var message: String { session.message?.text ?? "" }
  var rows: [Int] { session.queue.rows.map(\.number) }

  mutating func perform(_ actions: ReviewAction...) {
    for action in actions {
      now.milliseconds += 1000
      session.message = nil
      run(session.apply(action, at: now))
    }
  }

  mutating func release() {
    holdsReplies = false
    let waiting = held
    held = []
    run(waiting)
  }

  mutating func receive(_ reply: ReviewReply) { run(session.receive(reply, at: now)) }

  private mutating func run(_ effects: [ReviewEffect]) {
    for effect in effects {
      if holdsReplies {
        held.append(effect)
      } else {
        for reply in memory.replies(to: effect) { run(session.receive(reply, at: now)) }
      }
    }
  }
}
