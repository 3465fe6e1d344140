public import PostilModel

/// One reviewer's work at a project, as a value: `apply` takes an action and says what is to be done outside, `receive`
/// takes what comes back. No files, no clock, no threads: the `ReviewWorkspace` does those.
public struct ReviewSession: Sendable {
  /// What is asked.
  public internal(set) var project: Project
  /// Who reviews.
  public let reviewer: String
  /// What they may do.
  public let role: PersonRole
  /// The reviewer, and who that is at the machine where they work as somebody else: neither reviews their own.
  let names: Set<String>
  /// Who is on the roster.
  public let roster: Roster
  /// Why nothing can be decided here, or nil when it can.
  public let readOnlyReason: String?
  /// What annotators are told.
  public let guidelines: Guidelines
  /// What the orders of candidates are drawn from.
  public let orderSeed: String

  /// The queue and the cursor in it.
  public internal(set) var queue: ReviewQueue
  /// The number of the task before the eyes; nil when there is none.
  public internal(set) var current: Int?
  /// The counters; nil until they were read.
  public internal(set) var totals: ReviewTotals?
  /// How the project stands, as it was worked out last; nil before.
  public internal(set) var report: ProjectReport?
  /// Why that could not be worked out; nil when it could.
  public internal(set) var reportProblem: String?
  /// Whether it is being worked out.
  public internal(set) var isReporting = false
  /// Whether tasks are still being measured because their answers have changed.
  public internal(set) var isMeasuring = true
  /// Whether rows were read before all tasks were measured.
  var isUnordered = false
  /// Whether the rows were read anew, and it is not known yet whether all was measured then.
  var isRowsOld = true
  /// Whether tasks are being measured just now, and whether that is wanted once more because something was done since.
  var isRefreshing = false
  var refreshesAgain = false
  /// Tasks to be read again once they are measured.
  var unmeasured: Set<Int> = []
  /// A line for the reviewer.
  public internal(set) var message: SessionMessage?
  /// Who did what to a task, as it was read last; nil before.
  public internal(set) var history: TaskLog?
  /// What was said to be wrong with answers of tasks that have no final one yet, by task.
  public internal(set) var errorTypes: [Int: String] = [:]

  /// Changes with what is known of tasks.
  public private(set) var revision = 0
  /// Tasks that were read, by number.
  var loaded: [Int: ReviewTask] = [:] { didSet { revision &+= 1 } }
  var requested: Set<Int> = []
  /// Annotators that are programs: what they say is no person's answer.
  let models: Set<String>
  /// Decisions on their way, the first one first.
  var underWay: [Delivery] = []
  var deliveries = 0
  /// Decisions that can be undone and, after `undoPosition`, redone.
  var steps: [ReviewStep] = []
  var undoPosition = 0
  var stepCount = 0
  /// Whether anything was decided or moved since the queue was read: it is not read again under the reviewer's eyes then.
  var isTouched = false
  /// Why the last decision is not in the project; nil when it is.
  public internal(set) var lastFailure: String?
  /// Whether the reviewer has asked for the queue to be read again and is to be told that it was.
  var tellsReading = false
  /// Whether the counters are on their way, and whether they are wanted once more because something was done since.
  var isCounting = false
  var countsAgain = false

  /// Decisions that are being written.
  struct Delivery: Sendable {
    var number: Int
    /// The step and the way that it goes; nil for all in one go, which is one once it is done.
    var step: ReviewStep?
    var isUndo = false
    var tasks: [Int]
    /// When it was decided.
    var at: Timestamp
  }

  /// A session as it begins. `start` says what to read first.
  public init(_ setup: ReviewSetup) {
    project = setup.project
    reviewer = setup.reviewer
    roster = setup.roster
    role = setup.roster.role(of: setup.reviewer)
    names = [setup.reviewer, setup.caller ?? setup.reviewer]
    models = Set(setup.roster.people.filter { $0.kind == .model }.map(\.name))
    readOnlyReason = setup.readOnlyReason
    orderSeed = setup.orderSeed
    guidelines = setup.guidelines
    queue = ReviewQueue(filter: setup.filter)
  }

  /// Reads the first rows, and measures what has changed.
  public mutating func start(at now: Timestamp) -> [ReviewEffect] {
    if let readOnlyReason {
      message = SessionMessage(
        .warning, "This project can only be read here: \(readOnlyReason). Nothing can be decided.")
    }
    return measure() + readOn() + countAgain() + makeReport(at: now)
  }

  /// The task before the eyes with all that was said about it; nil while it is being read.
  public var task: ReviewTask? { current.flatMap { loaded[$0] } }

  /// The records of the next rows of the queue that have been read, in their order.
  public var next: [AnnotationTask] {
    [1, 2].compactMap { step in queue.row(at: queue.cursor + step).flatMap { loaded[$0.number]?.task } }
  }

  /// True while the task before the eyes is being read: keys typed now wait, so that nothing is decided unseen.
  public var isSettling: Bool { current != nil && task == nil }

  /// True when there is something to undo.
  public var canUndo: Bool { undoPosition > 0 }

  /// True when there is something to redo.
  public var canRedo: Bool { undoPosition < steps.count }

  /// How far annotators agree; nil while that is being worked out.
  public var agreement: ReviewAgreement? {
    report.map { ReviewAgreement($0) } ?? reportProblem.map { .undefined($0) }
  }

  /// How many decisions are on their way to the project.
  public var savesUnderWay: Int { underWay.count }

  /// The error type that stands for the task before the eyes; empty for none.
  public var errorType: String {
    guard let current else { return "" }
    return task?.resolution?.errorType ?? errorTypes[current] ?? ""
  }

  /// Why the task before the eyes cannot be settled by this reviewer, in words; nil when it can.
  public var reasonAgainstDeciding: String? {
    if let readOnlyReason { return "Nothing can be decided: \(readOnlyReason)." }
    guard role >= .reviewer else { return "Only reviewers and leads decide. You are an annotator of this project." }
    guard let current else { return "There is no task here." }
    guard let task else { return "The task is still being read." }
    for name in names.sorted() where task.isAnswered(by: name) && roster.hasReviewer(besides: name) {
      let who = name == reviewer ? "You have" : "You, \(name), have"
      return "\(who) answered #\(current) yourself, so somebody else settles it: nobody reviews their own."
    }
    return nil
  }

  /// Whether nobody else is there who could review.
  public var isAlone: Bool { !roster.hasReviewer(besides: reviewer) }

  /// Whether the task before the eyes is the reviewer's own, and nobody else could review it.
  public var isOwnAndAlone: Bool { isAlone && task?.isAnswered(by: reviewer) == true }
}

extension ReviewTask {
  /// What was submitted, in the order in which people came to the project: what is reviewed.
  public var answered: [NamedAnnotation] { annotations.filter { $0.annotation.state == .submitted } }

  /// Whether somebody has answered it.
  public func isAnswered(by name: String) -> Bool { answered.contains { $0.annotator == name } }
}
