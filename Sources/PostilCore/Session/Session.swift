public import PostilModel
import PostilStore

/// One annotator's work at a project, as a value: `apply` takes an action and says what is to be done outside,
/// `receive` takes what comes back. No files, no clock, no threads: the `Workspace` does those.
public struct Session: Sendable {
  /// What is asked.
  public let project: Project
  /// Who answers.
  public let annotator: String
  /// How to judge.
  public let guidelines: Guidelines
  /// Why nothing can be answered here, or nil when it can.
  public let readOnlyReason: String?

  /// Which of the annotator's desks this is, from 1.
  public let deskNumber: Int

  /// The queue and the cursor in it.
  public internal(set) var queue: TaskQueue
  /// The task under the cursor; nil when the queue is empty.
  public internal(set) var current: CurrentTask?
  /// The counters.
  public internal(set) var progress: Progress
  /// Where the work is.
  public internal(set) var saving: SaveStatus
  /// A line for the annotator.
  public internal(set) var message: SessionMessage?
  /// The focused question's name; one of those that are asked, or nil when none is.
  public internal(set) var focusedQuestion: String?
  /// The history that was asked for last.
  public internal(set) var history: TaskHistory?
  /// How fast the annotator works.
  public internal(set) var pace = Pace()
  /// How fast all together work off what is left, where tasks are handed out.
  var projectPace = ProjectPace()
  /// Tasks with drafts.
  public internal(set) var drafts: Set<Int> { didSet { draftsRevision &+= 1 } }
  /// What is this annotator's, in a project that hands tasks out; nil where everybody sees all of them.
  public internal(set) var work: AssignedWork?
  /// Tasks that came back with a comment, in a project that hands nothing out; the earliest first.
  var returned: [Int] = []
  /// What the drafts of tasks that were left hold, as far as this session has seen them.
  var leftDrafts: [Int: [String: JSONValue]] = [:]
  /// Changes with the set of tasks that have drafts.
  public private(set) var draftsRevision = 0
  /// Pieces of layout kept from the last start.
  public internal(set) var remembered: [String: JSONValue]

  /// Saves on their way, in order.
  var outbox: [AnnotationSave]
  var recentSaves = RecentSaves()
  /// Why the local session file cannot be written; nil while it can.
  var sessionFileProblem: String?
  /// Why the outbox waits, once a delivery failed.
  var outboxProblem: String?
  var isDelivering = false
  /// Tasks read ahead, by number.
  var loaded: [Int: LoadedTask] = [:]
  /// How many tasks are read behind the cursor and ahead of it.
  var reading = (behind: Session.behind, ahead: Session.ahead)
  var requested: Set<Int> = []
  var requestedPages: Set<Int> = []
  /// The cursor has found its place in a filtered list: on the task that was before the eyes, or on the first match.
  var isPlaced = true
  /// Where the last start ended: the task and its question, until another task is opened.
  var returnsTo: (task: Int, question: String)?
  /// Looking for the next open task after a submit or on request.
  var isSeeking = false
  /// The number after which the project was asked for an open task, and the states of the saves under way then.
  var seekAfter = 0
  var seekUnderWay: [Int: AnnotationState] = [:]
  /// The place whose row the search for an open task waits for, in a filtered queue.
  var seekRank: Int?
  var isSeekingBack = false
  /// The search for an open task has come round to the top.
  var hasWrapped = false
  /// An undo that waits until its task has been read.
  var pendingUndo: PendingUndo?
  /// A question is being taken back: whether that is possible, the project says.
  var takesBack = false
  /// The text answer whose undo step is still open.
  var openEdit: OpenEdit?
  var undoPosition: Int
  var undoCount: Int
  /// Where the annotator was before jumps, latest last.
  var jumps: [Int] = []
  var makeToken: @Sendable () -> String
  let orderSeed: String
  /// A moment as a local date and time, `2026-01-31 09:05`.
  let timeText: @Sendable (Timestamp) -> String
  /// The task and answers about whose submit a doubt was told.
  var doubted: (task: Int, answers: [String: JSONValue])?

  /// An undo or redo on its way.
  struct PendingUndo: Sendable {
    var entry: UndoEntry
    var direction: UndoDirection
  }

  /// A text answer that is being written.
  struct OpenEdit: Sendable, Equatable {
    var task: Int
    var question: String
    var part: String
    var entry: UndoEntry
  }

  /// The history of one task.
  public struct TaskHistory: Sendable {
    /// The task's number.
    public let task: Int
    /// Its events, earliest first.
    public let events: [AnnotationEvent]
  }

  /// A session as it begins: what the project and the session file hold. `start` says what to read first.
  public init(_ setup: SessionSetup) {
    project = setup.project
    annotator = setup.annotator
    guidelines = setup.guidelines
    readOnlyReason = setup.readOnlyReason
    deskNumber = setup.deskNumber
    progress = setup.progress
    queue = TaskQueue(count: setup.progress.total)
    drafts = setup.drafts
    remembered = setup.remembered
    outbox = setup.outbox
    undoPosition = setup.undoPosition
    undoCount = setup.undoCount
    makeToken = setup.makeToken
    orderSeed = setup.orderSeed
    timeText = setup.timeText
    work = setup.project.assignment.map {
      AssignedWork(
        $0, asks: Asking.all(setup.remembered[Asking.key]), refused: Asking.all(setup.remembered[Asking.refusedKey]))
    }
    returned = work == nil ? Self.unanswered(setup.returned, outbox: setup.outbox) : []
    pace = Pace(setup.remembered["pace"])
    saving = .saved(setup.progress.saves)
    updateSaving()
  }

  /// Opens the task where the annotator left, else the first open one, and sends what was left in the outbox.
  public mutating func start(at now: Timestamp) -> [SessionEffect] {
    var effects = deliverNext()
    if let readOnlyReason {
      message = SessionMessage(.warning, "This project can only be read here: \(readOnlyReason). Nothing can be saved.")
    } else if deskNumber > 1 {
      message = SessionMessage(
        .information,
        "This is your desk number \(deskNumber) at this project. Answers are shared; place, drafts and undo are its own."
      )
    }
    guard work == nil else { return effects + startAssigned() }
    guard queue.count > 0 else { return effects }
    returnsTo = (remembered["task"]?.int).flatMap { task in remembered["question"]?.string.map { (task, $0) } }
    if let first = firstReturned, let rank = queue.rank(of: first) {
      // All tasks are shown, as a filter might not show this one.
      queue.cursor = -1
      effects += move(to: rank, at: now)
      tellReturned()
      return effects
    }
    let place = remembered["task"]?.int.flatMap { queue.rank(of: $0) }
    queue.cursor = -1
    if let place {
      effects += move(to: place, at: now)
    } else {
      effects += move(to: 0, at: now)
      if openCount < progress.total { effects += seekOpen(from: 0, at: now) }
    }
    tellReturned()
    return effects + restoreFilter(at: now)
  }

  /// Sets the filter that was in force at the last start.
  mutating func restoreFilter(at now: Timestamp) -> [SessionEffect] {
    guard let text = remembered["filter"]?.string,
      let filter = try? QueueFilterParser(questions: project.questions).parse(text), !filter.isEverything
    else { return [] }
    return setFilter(filter, at: now)
  }

  /// True while the task under the cursor is being read or looked for: keys typed now wait, so that nothing is answered
  /// unseen.
  public var isSettling: Bool {
    isSeeking || takesBack || pendingUndo != nil || (current.map { !$0.isLoaded } ?? false)
  }

  /// The questions that are asked of the current task, given its answers.
  public var questions: [Question] { current.map { project.questions(for: $0.answers) } ?? [] }

  /// True when there is something to undo.
  public var canUndo: Bool { undoPosition > 0 }

  /// True when there is something to redo.
  public var canRedo: Bool { undoPosition < undoCount }

  /// Suggestions for the current task that are not yet its answer.
  public func suggestion(for question: String) -> Suggestion? {
    current?.task?.suggestions.first { $0.question == question }
  }

  /// The answers of a task's draft; nil when it has none, or one that this session has not seen yet.
  public func draft(ofTask number: Int) -> [String: JSONValue]? {
    if number == current?.number, current?.isLoaded == true { return current?.draft }
    return drafts.contains(number) ? leftDrafts[number] : nil
  }

  /// Hours until nothing is left: at the annotator's own pace, or at that of all together where tasks are handed out. Nil
  /// while that cannot be told.
  public var hoursLeft: Double? {
    if work != nil { return progress.left.flatMap { $0 > 0 ? projectPace.hours(forTasks: $0) : nil } }
    return openCount > 0 ? pace.hours(forTasks: openCount) : nil
  }

  /// The tasks that this annotator has neither submitted nor skipped; of those that are theirs, where tasks are handed out.
  public var openCount: Int {
    work?.waiting ?? max(0, progress.total - progress.submitted - progress.skipped)
  }
}
