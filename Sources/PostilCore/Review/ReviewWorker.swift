import Dispatch
import PostilModel
import PostilStore
import Synchronization

/// Does a review session's errands at the project on threads of its own, and leaves the answers in the mailbox.
///
/// Decisions, short reads, measurements, counts and reports have a queue each, so that none waits for another kind;
/// decisions go in order.
final class ReviewWorker: Sendable {
  /// Tasks that are measured or accepted at a time: few enough that others who write wait for milliseconds.
  private static let portion = 256

  private let store: ProjectStore
  private let project: Project
  private let reviewer: String
  private let caller: String?
  private let mailbox: Mailbox<ReviewReply>
  private let writes = DispatchQueue(label: "postil.review.writes", qos: .userInitiated)
  private let reads = DispatchQueue(label: "postil.review.reads", qos: .userInteractive)
  private let background = DispatchQueue(label: "postil.review.background", qos: .utility)
  private let counts = DispatchQueue(label: "postil.review.counts", qos: .utility)
  private let reports = DispatchQueue(label: "postil.review.reports", qos: .utility)
  private let pace = Mutex(CountPace())
  private let errands = DispatchGroup()
  private let writing = DispatchGroup()
  private let isStopped = Atomic<Bool>(false)

  init(store: ProjectStore, setup: ReviewSetup, mailbox: Mailbox<ReviewReply>) {
    self.store = store
    project = setup.project
    reviewer = setup.reviewer
    caller = setup.caller
    self.mailbox = mailbox
  }

  /// Waits until nothing is under way.
  func wait(seconds: Double) -> Bool { errands.wait(timeout: .now() + seconds) == .success }

  /// Waits until all decisions are written, or have failed.
  func waitForWrites(seconds: Double) -> Bool { writing.wait(timeout: .now() + seconds) == .success }

  /// Leaves what is only read undone from here on.
  func stopReading() { isStopped.store(true, ordering: .relaxed) }

  /// Takes on an effect.
  func take(_ effect: ReviewEffect) {
    switch effect {
    case .refresh: on(background) { $0.refresh() }
    case .loadRows(let filter, let place, let generation):
      on(reads) { $0.loadRows(filter, after: place, generation: generation) }
    case .loadTasks(let numbers): on(reads) { $0.loadTasks(numbers) }
    case .loadHistory(let number): on(reads) { $0.loadHistory(number) }
    case .findTask(let id): on(reads) { $0.findTask(id) }
    case .decide(let decisions, let at, let delivery):
      write { $0.decide(decisions, at: at, delivery: delivery) }
    case .acceptUnanimous(let at, let name, let delivery):
      write { $0.acceptUnanimous(at: at, except: name, delivery: delivery) }
    case .loadTotals:
      let wait = pace.withLock { $0.delay(at: DispatchTime.now().uptimeNanoseconds) }
      on(counts, after: wait) { $0.loadTotals() }
    case .makeReport(let at): on(reports) { $0.makeReport(at: at) }
    }
  }

  private func on(_ queue: DispatchQueue, _ errand: @escaping @Sendable (ReviewWorker) -> Void) {
    queue.async(group: errands) { [self] in
      if !isStopped.load(ordering: .relaxed) { errand(self) }
    }
  }

  /// Puts an errand off for some nanoseconds.
  private func on(_ queue: DispatchQueue, after wait: UInt64, _ errand: @escaping @Sendable (ReviewWorker) -> Void) {
    guard wait > 0 else { return on(queue, errand) }
    errands.enter()
    queue.asyncAfter(deadline: .now() + .nanoseconds(Int(wait))) { [self] in
      if !isStopped.load(ordering: .relaxed) { errand(self) }
      errands.leave()
    }
  }

  private func write(_ errand: @escaping @Sendable (ReviewWorker) -> Void) {
    errands.enter()
    writes.async(group: writing) { [self] in
      errand(self)
      errands.leave()
    }
  }

  // MARK: Reading

  private func refresh() {
    do {
      let count = try measure()
      mailbox.post(.refreshed(measured: count, isDone: count < Self.portion))
    } catch {
      mailbox.post(.refreshed(measured: 0, isDone: true))
      mailbox.post(.failed("The tasks cannot be measured: \(error)"))
    }
  }

  /// Measures a portion of the tasks whose answers have changed. Returns how many there were.
  private func measure() throws(StoreError) -> Int {
    try store.refreshStandings(
      limit: Self.portion, annotatorsPerTask: project.annotatorsPerTask, measure: TaskMeasuring(project).measure)
  }

  private func loadRows(_ filter: ReviewFilter, after place: StandingPlace?, generation: Int) {
    do {
      let rows = try store.standings(filter, after: place, limit: ReviewQueue.pageSize)
      mailbox.post(.rows(rows, isLast: rows.count < ReviewQueue.pageSize, generation: generation))
    } catch {
      mailbox.post(.rowsFailed(reason: String(describing: error), generation: generation))
    }
  }

  private func loadTasks(_ numbers: [Int]) {
    do {
      let tasks = try numbers.compactMap { number in try store.reviewTask(number: number) }
      mailbox.post(.tasks(tasks))
      let missing = numbers.filter { number in !tasks.contains { $0.task.number == number } }
      if !missing.isEmpty { mailbox.post(.tasksFailed(missing, reason: "There is no task #\(missing[0]).")) }
    } catch {
      mailbox.post(.tasksFailed(numbers, reason: String(describing: error)))
    }
  }

  private func loadHistory(_ number: Int) {
    do throws(StoreError) {
      let events = try store.history(ofTask: number)
      mailbox.post(.history(TaskLog(task: number, events: events, decisions: try store.management(ofTask: number))))
    } catch {
      mailbox.post(.failed("The history cannot be read: \(error)"))
    }
  }

  private func findTask(_ id: String) {
    do throws(StoreError) {
      mailbox.post(.found(id: id, task: try store.number(ofTask: id)))
    } catch {
      mailbox.post(.failed("The task cannot be looked for: \(error)"))
    }
  }

  private func loadTotals() {
    let start = DispatchTime.now().uptimeNanoseconds
    defer { pace.withLock { $0.note(from: start, to: DispatchTime.now().uptimeNanoseconds) } }
    do {
      let counts = try store.standingCounts()
      let progress = try store.progress(of: reviewer)
      mailbox.post(
        .totals(
          ReviewTotals(
            tasks: progress.total, toSettle: counts[.toSettle] ?? 0, sentBack: counts[.sentBack] ?? 0,
            unanimous: counts[.unanimous] ?? 0, unanimousChecked: try store.checkedUnanimousCount(),
            resolved: counts[.resolved] ?? 0, lastEvent: try store.lastEventNumber())))
    } catch {
      mailbox.post(.failed("The tasks cannot be counted: \(error)"))
    }
  }

  private func makeReport(at: Timestamp) {
    do {
      mailbox.post(.report(try ProjectReporter(project: project, store: store).report(at: at)))
    } catch {
      mailbox.post(.reportFailed(String(describing: error)))
    }
  }

  // MARK: Writing

  private func decide(_ decisions: [ReviewDecision], at: Timestamp, delivery: Int) {
    var done = 0
    do throws(StoreError) {
      for decision in decisions {
        try apply(decision, at: at)
        done += 1
      }
      mailbox.post(.decided(delivery: delivery))
    } catch {
      let part = done == 0 ? "" : " (the first part of it is)"
      let isOvertaken = if case .overtaken = error { true } else { false }
      mailbox.post(
        .notDecided(delivery: delivery, reason: error.description + part, isOvertaken: isOvertaken))
    }
  }

  private func terms(at: Timestamp, seen: ResolvingTerms.Seen = .anything) -> ResolvingTerms {
    ResolvingTerms(by: reviewer, caller: caller, at: at, seen: seen)
  }

  /// Takes final answers back a portion at a time, and tells which of them are others' by now.
  private func unresolve(_ tasks: [Int], of mark: Resolution.Mark, at: Timestamp) throws(StoreError) {
    let terms = terms(at: at, seen: .exactly(mark))
    var left: [Int] = []
    var rest = tasks[...]
    while !rest.isEmpty {
      left += try store.unresolve(tasks: Array(rest.prefix(Self.portion)), terms)
      rest = rest.dropFirst(Self.portion)
    }
    guard let first = left.first else { return }
    let more = left.count == 1 ? "#\(first) is" : "#\(first) and \(left.count - 1) more are"
    mailbox.post(.failed("\(more) left as somebody else has settled or reopened it meanwhile."))
  }

  private func apply(_ decision: ReviewDecision, at: Timestamp) throws(StoreError) {
    switch decision {
    case .resolve(let resolutions, let mark):
      try store.resolve(resolutions, terms(at: at, seen: .exactly(mark)))
    case .unresolve(let tasks, let mark): try unresolve(tasks, of: mark, at: at)
    case .sendBack(let task, let annotator, let text):
      try store.sendBack(task: task, to: annotator, text: text, by: reviewer, at: at)
    case .dropSendBack(let task, let annotator):
      try store.dropSendBack(task: task, to: annotator, by: reviewer, at: at)
    case .addOne(let task): try store.addOne(toTask: task, by: reviewer, at: at)
    case .removeOne(let task): try store.removeOne(ofTask: task, by: reviewer, at: at)
    case .setGold(let gold): try store.setGold(gold, by: reviewer, at: at)
    case .dropGold(let task): try store.dropGold(task: task, by: reviewer, at: at)
    case .setChecked(let task, let isChecked):
      try store.setChecked(task: task, isChecked: isChecked, by: reviewer, at: at)
    }
  }

  /// Accepts the unanimous tasks a portion at a time; what was accepted before a failure stays, and is told.
  private func acceptUnanimous(at: Timestamp, except own: Set<String>, delivery: Int) {
    var filter = ReviewFilter()
    filter.states = [.unanimous]
    var accepted: [Int] = []
    var leftOut = 0
    var place: StandingPlace?
    do throws(StoreError) {
      // What was answered since the queue was read counts too.
      while try measure() == Self.portion {}
      while true {
        let rows = try store.standings(filter, after: place, limit: Self.portion)
        guard let last = rows.last else { break }
        place = StandingPlace(disagreement: last.disagreement, task: last.number)
        var resolutions: [Resolution] = []
        for row in rows {
          guard let task = try store.reviewTask(number: row.number), task.resolution == nil else { continue }
          if own.contains(where: { task.isAnswered(by: $0) }) {
            leftOut += 1
          } else if let resolution = task.unanimousResolution(in: project, by: reviewer, at: at) {
            resolutions.append(resolution)
          }
        }
        accepted += try store.acceptUnanimous(resolutions, terms(at: at))
      }
      mailbox.post(.unanimousAccepted(tasks: accepted, leftOut: leftOut, delivery: delivery))
    } catch {
      mailbox.post(.unanimousAccepted(tasks: accepted, leftOut: leftOut, delivery: delivery))
      mailbox.post(.failed("Not all unanimous tasks are accepted: \(error)"))
    }
  }
}
