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
  private let watch: Mutex<ProjectWatch>
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

  init(store: ProjectStore, setup: ReviewSetup, folder: ProjectFolder?, mailbox: Mailbox<ReviewReply>) {
    self.store = store
    watch = Mutex(ProjectWatch(setup.project, in: folder))
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
  func take(_ effect: ReviewEffect, at now: Timestamp) {
    switch effect {
    case .refresh: on(background) { $0.refresh(at: now) }
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

  // MARK: The project's file

  /// What is asked, by the plan that was read last.
  private var project: Project { watch.withLock(\.project) }

  /// Looks whether `postil.toml` has changed. What it says of how tasks are handed out and reviewed is in force from here
  /// on; what else has changed waits for the next start of the desk.
  private func lookAtProject(at now: Timestamp) {
    let (news, before, after) = watch.withLock { watch in
      let before = watch.project
      let news = watch.look(at: now)
      return (news, before, watch.project)
    }
    let isMeasuredOtherwise =
      after.annotatorsPerTask != before.annotatorsPerTask || after.review.readingSpeed != before.review.readingSpeed
    // Where that fails, the tasks are measured by the new numbers when something is done to them next.
    if isMeasuredOtherwise { try? store.measureAgain() }
    let isOther = isMeasuredOtherwise || after.review != before.review || after.assignment != before.assignment
    if isOther || news != nil { mailbox.post(.projectFile(news, isOther ? after : nil)) }
  }

  // MARK: Reading

  private func refresh(at now: Timestamp) {
    lookAtProject(at: now)
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
    let project = project
    return try store.refreshStandings(
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
    lookAtProject(at: at)
    do {
      mailbox.post(.report(try ProjectReporter(project: project, store: store).report(at: at)))
    } catch {
      mailbox.post(.reportFailed(String(describing: error)))
    }
  }

  // MARK: Writing

  private func decide(_ decisions: [ReviewDecision], at: Timestamp, delivery: Int) {
    do throws(StoreError) {
      var left: [Int] = []
      for portion in Self.portions(of: decisions) {
        left += try store.decide(portion, by: reviewer, caller: caller, at: at)
      }
      if let first = left.first { tellLeft(first, of: left.count) }
      mailbox.post(.decided(delivery: delivery))
    } catch {
      let isOvertaken = if case .overtaken = error { true } else { false }
      mailbox.post(.notDecided(delivery: delivery, reason: error.description, isOvertaken: isOvertaken))
    }
  }

  /// A step is written whole. Only where very many tasks lose their final answers, those are written a portion at a time.
  private static func portions(of decisions: [ReviewDecision]) -> [[ReviewDecision]] {
    guard decisions.count == 1, case .unresolve(let tasks, let mark) = decisions[0], tasks.count > portion else {
      return [decisions]
    }
    var portions: [[ReviewDecision]] = []
    var rest = tasks[...]
    while !rest.isEmpty {
      // One alone at the end would be refused where others are left as they are.
      let count = rest.count == portion + 1 ? rest.count : portion
      portions.append([.unresolve(tasks: Array(rest.prefix(count)), of: mark)])
      rest = rest.dropFirst(count)
    }
    return portions
  }

  /// Tells which final answers are others' by now.
  private func tellLeft(_ first: Int, of count: Int) {
    let more = count == 1 ? "#\(first) is" : "#\(first) and \(count - 1) more are"
    mailbox.post(.failed("\(more) left as somebody else has settled or reopened it meanwhile."))
  }

  /// Accepts the unanimous tasks a portion at a time; what was accepted before a failure stays, and is told.
  private func acceptUnanimous(at: Timestamp, except own: Set<String>, delivery: Int) {
    var filter = ReviewFilter()
    filter.states = [.unanimous]
    var accepted: [Int] = []
    var leftOut = 0
    let project = project
    let terms = ResolvingTerms(by: reviewer, caller: caller, at: at)
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
        accepted += try store.acceptUnanimous(resolutions, terms)
      }
      mailbox.post(.unanimousAccepted(tasks: accepted, leftOut: leftOut, delivery: delivery))
    } catch {
      mailbox.post(.unanimousAccepted(tasks: accepted, leftOut: leftOut, delivery: delivery))
      mailbox.post(.failed("Not all unanimous tasks are accepted: \(error)"))
    }
  }
}
