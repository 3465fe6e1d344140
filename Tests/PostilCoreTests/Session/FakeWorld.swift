import PostilModel
import PostilStore

@testable import PostilCore

/// A project and a session file in memory, which do what a session asks for, at once and in order. Replies can be held
/// back, saves can be made to fail, and the program can be "killed": only what was written remains.
struct FakeWorld {
  var session: Session
  var tasks: [AnnotationTask]
  var annotations: [Int: Annotation] = [:]
  var events: [(kind: AnnotationEvent.Kind, task: Int, annotation: Annotation)] = []
  var now = Timestamp(milliseconds: 1_700_000_000_000)

  // The session file.
  var places: [String: JSONValue] = [:]
  var drafts: [Int: [String: JSONValue]] = [:]
  var outbox: [AnnotationSave] = []
  var undoLog: [UndoEntry] = []
  var undoPosition = 0

  var failsToSave: String?
  var holdsReplies = false
  var held: [SessionEffect] = []
  private var project: Project
  private let counter = Counter()

  init(project: Project, count: Int, suggestions: [Int: [Suggestion]] = [:]) {
    self.project = project
    tasks = (1...max(1, count)).prefix(count).map { number in
      AnnotationTask(
        number: number, id: "id-\(number)", fields: JSONObject([("text", .string("text \(number)"))]),
        suggestions: suggestions[number] ?? [])
    }
    session = Session(Self.setup(project, Progress(total: count), counter))
  }

  private static func setup(_ project: Project, _ progress: Progress, _ counter: Counter) -> SessionSetup {
    SessionSetup(
      project: project, annotator: "dana", guidelines: Guidelines(text: "# Guide", version: "abc123"),
      progress: progress, makeToken: { counter.next() })
  }

  mutating func start() { run(session.start(at: now)) }

  mutating func perform(_ action: SessionAction, after milliseconds: Int64 = 1000) {
    now.milliseconds += milliseconds
    run(session.apply(action, at: now))
  }

  /// Ends the program without a word, and starts it again from what was written.
  mutating func killAndRestart() {
    var setup = Self.setup(project, progress, counter)
    setup.drafts = Set(drafts.keys)
    setup.remembered = places
    setup.outbox = outbox
    setup.undoPosition = undoPosition
    setup.undoCount = undoLog.count
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

  var progress: Progress {
    Progress(
      total: tasks.count, submitted: annotations.values.count { $0.state == .submitted },
      skipped: annotations.values.count { $0.state == .skipped },
      flagged: annotations.values.count(where: \.isFlagged), saves: events.count)
  }

  mutating func run(_ effects: [SessionEffect]) {
    for effect in effects {
      switch effect {
      case .write(let writes): for write in writes { take(write) }
      case .fetchUndo(let position, let direction):
        answer(.undoEntry(undoLog.indices.contains(position) ? undoLog[position] : nil, direction))
      case .fetchDraft(let task): answer(.draft(task: task, answers: drafts[task]))
      default:
        if holdsReplies { held.append(effect) } else { reply(to: effect) }
      }
    }
  }

  private mutating func answer(_ reply: SessionReply) { run(session.receive(reply, at: now)) }

  private mutating func reply(to effect: SessionEffect) {
    switch effect {
    case .deliver(let save): deliver(save)
    case .loadTasks(let numbers):
      answer(.tasks(numbers.map { LoadedTask(task: tasks[$0 - 1], annotation: annotations[$0] ?? Annotation()) }))
    case .loadPage(let page, let numbers, let generation):
      answer(.page(page: page, generation: generation, numbers.map(summary)))
    case .findOpen(let after):
      let open = tasks.first { $0.number > after && ![.submitted, .skipped].contains(state($0.number)) }
      answer(.open(task: open?.number))
    case .findTask(let id): answer(.found(id: id, task: tasks.first { $0.id == id }?.number))
    case .list(let filter, _, let generation):
      let numbers = tasks.map(\.number).filter { filter.states.isEmpty || filter.states.contains(state($0)) }
      answer(.listed(numbers.map(Int32.init), isLast: true, generation: generation))
    case .loadHistory(let task): answer(.history(task: task, []))
    case .loadProgress: answer(.progress(progress))
    case .write, .fetchUndo, .fetchDraft: break
    }
  }

  private func state(_ number: Int) -> AnnotationState { annotations[number]?.state ?? .open }

  private mutating func deliver(_ save: AnnotationSave) {
    if let failsToSave {
      answer(.notSaved(token: save.token, reason: failsToSave))
      return
    }
    let stored = annotations[save.task] ?? Annotation()
    guard stored.revision == save.annotation.revision else {
      answer(.conflict(save, current: stored))
      return
    }
    var annotation = save.annotation
    annotation.revision += 1
    annotation.savedAt = save.at
    annotations[save.task] = annotation
    events.append((save.kind, save.task, annotation))
    answer(.saved(token: save.token, SaveReceipt(saveNumber: events.count, annotation: annotation, progress: progress)))
  }

  private func summary(_ number: Int) -> TaskSummary {
    let annotation = annotations[number] ?? Annotation()
    return TaskSummary(
      number: number, id: "id-\(number)", preview: "text \(number)", state: annotation.state,
      isFlagged: annotation.isFlagged, answers: annotation.answers, hasSuggestion: false,
      hasComment: !annotation.comment.isEmpty, savedAt: annotation.savedAt)
  }

  private mutating func take(_ write: SessionWrite) {
    switch write {
    case .place(let key, let value): places[key] = value
    case .draft(let task, let question, let value): drafts[task, default: [:]][question] = value
    case .beginDraft(let task, _): drafts[task] = drafts[task] ?? [:]
    case .dropDraft(let task): drafts[task] = nil
    case .enqueue(let save): outbox.append(save)
    case .delivered(let token): outbox.removeAll { $0.token == token }
    case .pushUndo(let entry):
      undoLog.removeSubrange(undoPosition...)
      undoLog.append(entry)
      undoPosition += 1
    case .replaceUndoTop(let entry): undoLog[undoPosition - 1] = entry
    case .moveUndo(let position): undoPosition = position
    }
  }
}
