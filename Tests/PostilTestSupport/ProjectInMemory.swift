public import PostilCore
public import PostilModel
public import PostilStore

/// A project and a session file in memory, which do what a session asks for, at once and in order. Saves can be made to
/// fail.
public struct ProjectInMemory {
  // The project.
  /// The tasks, the first with number 1.
  public var tasks: [AnnotationTask]
  /// What is stored, by task.
  public var annotations: [Int: Annotation] = [:]
  /// All saves.
  public var events: [AnnotationEvent] = []
  /// The reason why nothing can be saved.
  public var failsToSave: String?

  /// How tasks are handed out; nil where everybody sees all of them.
  public var handing: HandingOut?

  /// What came back to the annotator, where nothing is handed out.
  public var returned: [Int] = []
  /// Everything that was written, where nothing is handed out.
  public var messages: [ThreadMessage] = []

  // The session file.
  /// What was remembered.
  public var places: [String: JSONValue] = [:]
  /// The drafts' answers, by task.
  public var drafts: [Int: [String: JSONValue]] = [:]
  /// The revisions that the drafts were begun over, by task.
  public var draftRevisions: [Int: Int] = [:]
  /// Saves that are not delivered.
  public var outbox: [AnnotationSave] = []
  /// The steps that can be undone and, after `undoPosition`, redone.
  public var undoLog: [UndoEntry] = []
  /// How many steps are done.
  public var undoPosition = 0

  /// A project in which nothing is done.
  public init(tasks: [AnnotationTask]) { self.tasks = tasks }

  /// The counters.
  public var progress: Progress {
    Progress(
      total: tasks.count, submitted: annotations.values.count { $0.state == .submitted },
      skipped: annotations.values.count { $0.state == .skipped },
      flagged: annotations.values.count(where: \.isFlagged), saves: events.count, left: handing?.left)
  }

  /// Whether an effect is the session file's to do, so that it never has to wait.
  public static func isLocal(_ effect: SessionEffect) -> Bool {
    switch effect {
    case .write, .fetchUndo, .fetchDraft: true
    default: false
    }
  }

  /// Does what a session asks for; nil where it expects no answer.
  public mutating func reply(to effect: SessionEffect) -> SessionReply? {
    switch effect {
    case .write(let writes):
      for write in writes { take(write) }
      return nil
    case .fetchUndo(let position, let direction):
      return .undoEntry(undoLog.indices.contains(position) ? undoLog[position] : nil, direction)
    case .fetchDraft(let task):
      return .draft(
        task: task,
        drafts[task].map { Annotation(state: .draft, answers: $0, revision: draftRevisions[task] ?? 0) })
    case .deliver(let save): return deliver(save)
    case .loadTasks(let numbers):
      return .tasks(
        numbers.map { number in
          LoadedTask(
            task: tasks[number - 1], annotation: annotations[number] ?? Annotation(),
            messages: (handing?.messages ?? messages).filter { $0.task == number },
            verdict: annotations[number]?.state == .submitted ? handing?.verdicts[number] : nil)
        })
    case .loadPage(let page, let numbers, let generation):
      return .page(page: page, generation: generation, numbers.map(summary))
    case .findOpen(let after):
      return .open(
        task: tasks.first { $0.number > after && ![.submitted, .skipped].contains(state($0.number)) }?.number)
    case .findTask(let id): return .found(id: id, task: tasks.first { $0.id == id }?.number)
    case .list(let filter, _, let among, let generation):
      var numbers = tasks.map(\.number).filter { filter.states.isEmpty || filter.states.contains(state($0)) }
      if let among { numbers.removeAll { !among.contains($0) } }
      if filter.isDescending { numbers.reverse() }
      return .listed(numbers.map(Int32.init), isLast: true, generation: generation)
    case .loadHistory(let task): return .history(task: task, events.filter { $0.task == task })
    case .loadProgress: return .progress(progress)
    case .loadReturned: return .returned(returned)
    case .loadAssigned, .claim, .renew, .ask, .takeBackAsk, .markSeen:
      return handing?.reply(to: effect, touched: events.map(\.task), saved: Set(annotations.keys))
    }
  }

  /// A lead sends a task back to the annotator, where nothing is handed out.
  public mutating func sendBack(_ task: Int, text: String, by name: String, at: Timestamp) {
    returned.append(task)
    messages.append(
      ThreadMessage(
        number: messages.count + 1, task: task, kind: .sentBack, from: name, to: "dana", at: at, text: text))
  }

  private func state(_ number: Int) -> AnnotationState { annotations[number]?.state ?? .open }

  private mutating func deliver(_ save: AnnotationSave) -> SessionReply {
    if let failsToSave { return .notSaved(token: save.token, reason: failsToSave) }
    let stored = annotations[save.task] ?? Annotation()
    guard stored.revision == save.annotation.revision else { return .conflict(save, current: stored) }
    if stored.state != .submitted, save.annotation.state == .submitted, handing?.hasPlace(save.task) == false {
      return .full(save)
    }
    var annotation = save.annotation
    annotation.revision += 1
    annotation.savedAt = save.at
    annotations[save.task] = annotation
    events.append(
      AnnotationEvent(
        number: events.count + 1, at: save.at, annotator: save.annotator, task: save.task, kind: save.kind,
        annotation: annotation))
    if handing == nil, save.kind != .marked, returned.contains(save.task) {
      returned.removeAll { $0 == save.task }
      messages.append(
        ThreadMessage(
          number: messages.count + 1, task: save.task, kind: .reply, from: "dana", at: save.at, text: save.reply,
          answers: save.annotation.answers))
    }
    let verdict = handing?.take(save)
    return .saved(
      token: save.token,
      SaveReceipt(saveNumber: events.count, annotation: annotation, progress: progress, gold: verdict))
  }

  private func summary(_ number: Int) -> TaskSummary {
    let annotation = annotations[number] ?? Annotation()
    let task = tasks[number - 1]
    return TaskSummary(
      number: number, id: task.id, preview: task.fields.members.first?.value.string ?? "", state: annotation.state,
      isFlagged: annotation.isFlagged, answers: annotation.answers, hasSuggestion: !task.suggestions.isEmpty,
      hasComment: !annotation.comment.isEmpty, savedAt: annotations[number]?.savedAt)
  }

  private mutating func take(_ write: SessionWrite) {
    switch write {
    case .place(let key, let value): places[key] = value
    case .draft(let task, let question, let value): drafts[task, default: [:]][question] = value
    case .beginDraft(let task, let revision):
      drafts[task] = drafts[task] ?? [:]
      draftRevisions[task] = revision
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
