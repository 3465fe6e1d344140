import PostilModel
import PostilStore
import PostilTestSupport

@testable import PostilCore

/// A session over a project in memory. Replies can be held back, and the program can be "killed": only what was written
/// remains.
@dynamicMemberLookup
struct FakeWorld {
  var session: Session
  var now = Timestamp(milliseconds: 1_700_000_000_000)
  var holdsReplies = false
  var held: [SessionEffect] = []
  private var memory: ProjectInMemory
  private var project: Project
  private let counter = Counter()

  init(project: Project, count: Int, suggestions: [Int: [Suggestion]] = [:]) {
    self.project = project
    let tasks = (1...max(1, count)).prefix(count).map { number in
      AnnotationTask(
        number: number, id: "id-\(number)",
        fields: JSONObject([("text", .string("text \(number)")), ("responses", Self.responses(3))]),
        suggestions: suggestions[number] ?? [])
    }
    memory = ProjectInMemory(tasks: tasks)
    memory.handing = project.assignment.map { HandingOut($0, pool: Array(1...max(1, count))) }
    session = Session(Self.setup(project, Progress(total: count), counter))
  }

  /// So many candidates, called a, b, c …
  static func responses(_ count: Int) -> JSONValue {
    CandidateList.json(
      "abcdefghijklmnopqrstuvwxyz".prefix(count).map { Candidate(id: String($0), text: "response \($0)") })
  }

  subscript<Value>(dynamicMember path: WritableKeyPath<ProjectInMemory, Value>) -> Value {
    get { memory[keyPath: path] }
    set { memory[keyPath: path] = newValue }
  }

  private static func setup(_ project: Project, _ progress: Progress, _ counter: Counter) -> SessionSetup {
    SessionSetup(
      project: project, annotator: "dana", guidelines: Guidelines(text: "# Guide", version: "abc123"),
      progress: progress, makeToken: { counter.next() })
  }

  /// A lead sends a task back, where nothing is handed out.
  mutating func sendBack(_ task: Int, text: String) { memory.sendBack(task, text: text, by: "mo", at: now) }

  mutating func start() { run(session.start(at: now)) }

  mutating func perform(_ action: SessionAction, after milliseconds: Int64 = 1000) {
    now.milliseconds += milliseconds
    run(session.apply(action, at: now))
  }

  /// Lets time pass, and does what is due on the way.
  mutating func wait(_ milliseconds: Int64) {
    let end = now.milliseconds + milliseconds
    while let due = session.wakesAt, due.milliseconds <= end {
      now = max(now, due)
      run(session.tick(at: now))
    }
    now.milliseconds = end
  }

  /// Ends the program without a word, and starts it again from what was written.
  mutating func killAndRestart() {
    var setup = Self.setup(project, memory.progress, counter)
    setup.drafts = Set(memory.drafts.keys)
    setup.remembered = memory.places
    setup.outbox = memory.outbox
    setup.returned = memory.returned
    setup.undoPosition = memory.undoPosition
    setup.undoCount = memory.undoLog.count
    held = []
    session = Session(setup)
    start()
  }

  /// Does the effects that were held back.
  mutating func release() {
    holdsReplies = false
    let waiting = held
    held = []
    run(waiting)
  }

  var progress: Progress { memory.progress }

  mutating func run(_ effects: [SessionEffect]) {
    memory.handing?.now = now
    for effect in effects {
      if holdsReplies, !ProjectInMemory.isLocal(effect) {
        held.append(effect)
      } else if let reply = memory.reply(to: effect) {
        run(session.receive(reply, at: now))
      }
    }
  }
}
