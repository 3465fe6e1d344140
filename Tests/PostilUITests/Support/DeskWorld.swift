import PostilCore
import PostilModel
import PostilScreen
import PostilStore

@testable import PostilUI

/// A desk over a project in memory: takes keys, does what the session asks for at once, shows the screen.
struct DeskWorld {
  var desk: Desk
  var session: Session
  var tasks: [AnnotationTask]
  var annotations: [Int: Annotation] = [:]
  var events: [AnnotationEvent] = []
  var drafts: [Int: [String: JSONValue]] = [:]
  var undoLog: [UndoEntry] = []
  var undoPosition = 0
  var now = Timestamp(milliseconds: 1_760_000_000_000)
  /// What the keys led to outside of session and desk.
  var intents: [Intent] = []
  /// The reason why nothing can be saved.
  var failsToSave: String?
  /// Holds back what the session asks the project for.
  var isHeld = false
  var size = Size(columns: 120, rows: 40)
  var alphabet = Alphabet.unicode
  var theme: StyleSheet
  private var held: [SessionEffect] = []

  init(
    _ project: Project, tasks: [AnnotationTask], guidelines: String = "", keymap: Keymap = Keymap(),
    remembered: [String: JSONValue] = [:], isFirstRun: Bool = false, readOnlyReason: String? = nil,
    size: Size = Size(columns: 120, rows: 40)
  ) {
    var setup = SessionSetup(
      project: project, annotator: "dana", guidelines: Guidelines(text: guidelines, version: "v1"),
      progress: Progress(total: tasks.count),
      makeToken: { "token" })
    setup.remembered = remembered
    setup.readOnlyReason = readOnlyReason
    session = Session(setup)
    self.tasks = tasks
    self.size = size
    theme = TestTheme.dark
    desk = Desk(
      session: session, keymap: keymap, themes: ["dark", "light", "mono"], theme: "dark", isFirstRun: isFirstRun)
    run(session.start(at: now))
    desk.sync(with: session)
    _ = draw()
  }

  /// Types keys in the notation of `keys.toml`, parted by blanks.
  mutating func type(_ script: String) {
    for word in script.split(separator: " ") { press(KeyStroke.key(String(word)) ?? .character("\u{FFFD}")) }
  }

  /// Types a text letter by letter.
  mutating func write(_ text: String) {
    for scalar in text.unicodeScalars { press(.character(scalar)) }
  }

  /// Presses one key and draws, as the program does.
  mutating func press(_ key: Key, draws: Bool = true) {
    now.milliseconds += 1000
    for intent in desk.handle(key, session: session) { take(intent) }
    desk.sync(with: session)
    if draws { _ = draw() }
  }

  mutating func click(_ x: Int, _ y: Int) { press(.mouse(.init(.press, x: x, y: y))) }

  mutating func take(_ intent: Intent) {
    if case .session(let action) = intent {
      run(session.apply(action, at: now))
      desk.sync(with: session)
    } else {
      intents.append(intent)
    }
  }

  mutating func resize(_ columns: Int, _ rows: Int) {
    size = Size(columns: columns, rows: rows)
    press(.resize(size))
  }

  mutating func draw() -> Surface {
    desk.draw(session: session, size: size, context: DeskContext(theme: theme, alphabet: alphabet, now: now))
  }

  mutating func screen() -> String { draw().text }

  /// The last row.
  mutating func bottom() -> String { draw().lines.last ?? "" }

  mutating func release() {
    isHeld = false
    let waiting = held
    held = []
    run(waiting)
    desk.sync(with: session)
    _ = draw()
  }

  mutating func receive(_ reply: SessionReply) {
    run(session.receive(reply, at: now))
    desk.sync(with: session)
  }

  private var progress: Progress {
    Progress(
      total: tasks.count, submitted: annotations.values.count { $0.state == .submitted },
      skipped: annotations.values.count { $0.state == .skipped },
      flagged: annotations.values.count(where: \.isFlagged), saves: events.count)
  }

  private mutating func run(_ effects: [SessionEffect]) {
    for effect in effects {
      switch effect {
      case .write(let writes): for write in writes { take(write) }
      case .fetchUndo(let position, let direction):
        answer(.undoEntry(undoLog.indices.contains(position) ? undoLog[position] : nil, direction))
      case .fetchDraft(let task): answer(.draft(task: task, answers: drafts[task]))
      default: if isHeld { held.append(effect) } else { reply(to: effect) }
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
      var numbers = tasks.map(\.number).filter { filter.states.isEmpty || filter.states.contains(state($0)) }
      if filter.isDescending { numbers.reverse() }
      answer(.listed(numbers.map(Int32.init), isLast: true, generation: generation))
    case .loadHistory(let task): answer(.history(task: task, events.filter { $0.task == task }))
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
    var annotation = save.annotation
    annotation.revision += 1
    annotation.savedAt = save.at
    annotations[save.task] = annotation
    events.append(
      AnnotationEvent(
        number: events.count + 1, at: save.at, annotator: save.annotator, task: save.task, kind: save.kind,
        annotation: annotation))
    answer(.saved(token: save.token, SaveReceipt(saveNumber: events.count, annotation: annotation, progress: progress)))
  }

  private func summary(_ number: Int) -> TaskSummary {
    let annotation = annotations[number] ?? Annotation()
    let task = tasks[number - 1]
    return TaskSummary(
      number: number, id: task.id, preview: task.fields.members.first?.value.string ?? "", state: annotation.state,
      isFlagged: annotation.isFlagged, answers: annotation.answers, hasSuggestion: !task.suggestions.isEmpty,
      hasComment: !annotation.comment.isEmpty, savedAt: annotation.savedAt)
  }

  private mutating func take(_ write: SessionWrite) {
    switch write {
    case .draft(let task, let question, let value): drafts[task, default: [:]][question] = value
    case .beginDraft(let task, _): drafts[task] = drafts[task] ?? [:]
    case .dropDraft(let task): drafts[task] = nil
    case .pushUndo(let entry):
      undoLog.removeSubrange(undoPosition...)
      undoLog.append(entry)
      undoPosition += 1
    case .replaceUndoTop(let entry): undoLog[undoPosition - 1] = entry
    case .moveUndo(let position): undoPosition = position
    case .place, .enqueue, .delivered: break
    }
  }
}
