public import PostilCore
public import PostilModel
import PostilStore

/// A project in memory that does what a review session asks for, at once and in order. Decisions can be made to fail.
public struct ReviewInMemory {
  /// What is asked.
  public var project: Project
  /// Who reviews.
  public var reviewer: String
  /// The tasks with all that was said about them, by number.
  public var tasks: [Int: ReviewTask] = [:]
  /// How many annotators each task wants, where that was changed.
  public var wanted: [Int: Int] = [:]
  /// All decisions, as they were written.
  public var decisions: [ReviewDecision] = []
  /// How many rows were read so far, to see that nothing reads all.
  public var rowsRead = 0
  /// What the log has of each task.
  public var history: [Int: [AnnotationEvent]] = [:]
  /// What was decided about each task.
  public var managed: [Int: [ManagementEvent]] = [:]
  /// The reason why nothing can be written.
  public var failure: String?
  /// What the report is, once it is asked for.
  public var report: ProjectReport?

  /// A project whose tasks have answers: by task, by person, by question.
  public init(
    _ project: Project, reviewer: String = "mo", records: [AnnotationTask],
    said: [Int: [(String, [String: JSONValue])]]
  ) {
    self.project = project
    self.reviewer = reviewer
    for record in records {
      var task = ReviewTask(task: record, standing: TaskStanding(number: record.number, id: record.id, preview: ""))
      task.standing.preview = record.fields.members.first?.value.string ?? ""
      task.annotations = (said[record.number] ?? []).enumerated().map { place, one in
        NamedAnnotation(
          annotator: one.0,
          annotation: Annotation(
            state: .submitted, answers: one.1, activeMilliseconds: 12_000 + 7000 * place, keysPressed: 5 + place,
            revision: 1, savedAt: Timestamp(milliseconds: 1_760_000_000_000)))
      }
      tasks[record.number] = task
      measure(record.number)
    }
  }

  /// Brings the row of a task up to date.
  public mutating func measure(_ number: Int) {
    guard var task = tasks[number] else { return }
    let submitted = task.answered
    let measured = TaskMeasuring(project).measure(
      StandingInput(task: number, length: 10, annotations: submitted, gold: task.gold))
    task.standing.answers = submitted.count
    task.standing.disagreement = measured.disagreement
    task.standing.reasons = measured.reasons
    task.standing.flags = task.annotations.count { $0.annotation.isFlagged }
    task.standing.isGold = task.gold != nil
    task.standing.goldMissed = measured.goldMissed
    task.standing.tooFast = measured.tooFast
    let wants = wanted[number] ?? project.annotatorsPerTask
    task.standing.state =
      task.resolution != nil
      ? .resolved
      : !task.returned.isEmpty
        ? .sentBack
        : submitted.count < wants
          ? .waiting : measured.disagreement > 0 || measured.goldMissed > 0 ? .toSettle : .unanimous
    tasks[number] = task
  }

  /// Does what a session asks for.
  public mutating func replies(to effect: ReviewEffect) -> [ReviewReply] {
    switch effect {
    case .refresh: return [.refreshed(measured: 0, isDone: true)]
    case .loadRows(let filter, let place, let generation):
      let rows = page(filter, after: place)
      rowsRead += rows.count
      return [.rows(rows, isLast: rows.count < ReviewQueue.pageSize, generation: generation)]
    case .loadTasks(let numbers): return [.tasks(numbers.compactMap { tasks[$0] })]
    case .decide(let decided, let at, let delivery):
      if let failure { return [.notDecided(delivery: delivery, reason: failure)] }
      for decision in decided { take(decision, at: at) }
      return [.decided(delivery: delivery)]
    case .acceptUnanimous(let at, let own, let delivery): return [acceptUnanimous(at, own, delivery)]
    case .loadHistory(let number):
      return [.history(TaskLog(task: number, events: history[number] ?? [], decisions: managed[number] ?? []))]
    case .findTask(let id): return [.found(id: id, task: tasks.values.first { $0.task.id == id }?.task.number)]
    case .loadTotals: return [.totals(totals)]
    case .makeReport: return report.map { [.report($0)] } ?? [.reportFailed("nobody has worked yet")]
    }
  }

  /// The counters.
  public var totals: ReviewTotals {
    func count(_ state: TaskStanding.State) -> Int { tasks.values.count { $0.standing.state == state } }
    return ReviewTotals(
      tasks: tasks.count, toSettle: count(.toSettle), sentBack: count(.sentBack), unanimous: count(.unanimous),
      unanimousChecked: tasks.values.count { $0.standing.state == .unanimous && $0.standing.isChecked },
      resolved: count(.resolved), lastEvent: 7 + decisions.count)
  }

  private func page(_ filter: ReviewFilter, after place: StandingPlace?) -> [TaskStanding] {
    let rows = tasks.values.map(\.standing).filter { row in
      (filter.states.isEmpty || filter.states.contains(row.state)) && (!filter.isFlagged || row.flags > 0)
    }.sorted { ($1.disagreement, $0.number) < ($0.disagreement, $1.number) }
    let rest = rows.drop { row in
      guard let place else { return false }
      return (-row.disagreement, row.number) <= (-place.disagreement, place.task)
    }
    return Array(rest.prefix(ReviewQueue.pageSize))
  }

  private mutating func acceptUnanimous(_ at: Timestamp, _ own: Set<String>, _ delivery: Int) -> ReviewReply {
    var accepted: [Int] = []
    var leftOut = 0
    for task in tasks.values.sorted(by: { $0.task.number < $1.task.number }) where task.standing.state == .unanimous {
      if own.contains(where: { task.isAnswered(by: $0) }) {
        leftOut += 1
        continue
      }
      take(
        .resolve(
          [
            Resolution(
              task: task.task.number, answers: task.answered.first?.annotation.answers ?? [:], method: .unanimous,
              by: reviewer, at: at)
          ], over: nil), at: at)
      accepted.append(task.task.number)
    }
    return .unanimousAccepted(tasks: accepted, leftOut: leftOut, delivery: delivery)
  }

  private mutating func take(_ decision: ReviewDecision, at: Timestamp) {
    decisions.append(decision)
    switch decision {
    case .resolve(let resolutions, _): for resolution in resolutions { tasks[resolution.task]?.resolution = resolution }
    case .unresolve(let numbers, _): for number in numbers { tasks[number]?.resolution = nil }
    case .sendBack(let task, let annotator, let text):
      tasks[task]?.returned.insert(annotator)
      let number = (tasks[task]?.messages.map(\.number).max() ?? 0) + 1
      tasks[task]?.messages.append(
        ThreadMessage(number: number, task: task, kind: .sentBack, from: reviewer, to: annotator, at: at, text: text))
    case .dropSendBack(let task, let annotator):
      tasks[task]?.returned.remove(annotator)
      tasks[task]?.messages.removeAll { $0.kind == .sentBack && $0.to == annotator }
    case .addOne(let task): wanted[task] = (wanted[task] ?? project.annotatorsPerTask) + 1
    case .removeOne(let task): wanted[task] = (wanted[task] ?? project.annotatorsPerTask) - 1
    case .setGold(let gold): tasks[gold.task]?.gold = gold
    case .dropGold(let task): tasks[task]?.gold = nil
    case .setChecked(let task, let isChecked): tasks[task]?.standing.isChecked = isChecked
    }
    for task in decision.tasks { measure(task) }
  }
}
