import Dispatch
import PostilModel
import PostilStore
import Synchronization

/// Does the session's errands at the project on threads of its own, and leaves the answers in the mailbox.
///
/// Saves, short reads and long searches have a queue each, so that none waits for another kind.
final class ProjectWorker: Sendable {
  let store: ProjectStore
  let annotator: String
  private let project: Project
  private let desk: Int
  private let watch: Mutex<ProjectWatch>
  private let mailbox: Mailbox<SessionReply>
  private let saves = DispatchQueue(label: "postil.saves", qos: .userInitiated)
  private let reads = DispatchQueue(label: "postil.reads", qos: .userInteractive)
  private let searches = DispatchQueue(label: "postil.searches", qos: .utility)
  private let errands = DispatchGroup()
  /// The tasks about which something was written to the annotator, where nothing is handed out; nil until it is read.
  /// Most people have none, and no task of theirs costs a look at the messages.
  private let threads = Mutex<Set<Int>?>(nil)
  /// The last event that was taken into account where tasks are handed out; nil before the first look.
  let lastEvent = Mutex<Int?>(nil)
  /// The filter that is wanted now; a search for an older one gives up.
  private let generation = Atomic<Int>(0)

  /// How tasks are handed out to a desk.
  struct Handing: Sendable {
    var project: Project
    var plan: AssignmentPlan
    var desk: Int
    /// When the plan was last found to be the one of `postil.toml`; nil when it was read with the project.
    var planRead: Timestamp?
  }

  init(
    store: ProjectStore, annotator: String, project: Project, desk: Int, watch: ProjectWatch,
    mailbox: Mailbox<SessionReply>
  ) {
    self.project = project
    self.desk = desk
    self.watch = Mutex(watch)
    self.store = store
    self.annotator = annotator
    self.mailbox = mailbox
  }

  /// How tasks are handed out now, and to which of the annotator's desks; nil where everybody sees all of them.
  var handing: Handing? {
    watch.withLock { watch in
      watch.plan.map { Handing(project: project, plan: $0, desk: desk, planRead: watch.planRead) }
    }
  }

  /// Looks whether `postil.toml` has changed. A new plan is in force from here on; what else has changed waits for the
  /// next start of the desk.
  func lookAtProject(at now: Timestamp) {
    if let news = watch.withLock({ $0.look(at: now) }) { answer(.projectFile(news)) }
  }

  /// Waits until nothing is under way. For programs without a screen, and for leaving.
  func wait(seconds: Double) -> Bool { errands.wait(timeout: .now() + seconds) == .success }

  /// Takes on one effect that is the project's affair; others are ignored.
  func take(_ effect: SessionEffect, at now: Timestamp) {
    switch effect {
    case .deliver(let save): on(saves) { $0.deliver(save) }
    case .loadTasks(let numbers): on(reads) { $0.loadTasks(numbers) }
    case .loadPage(let page, let numbers, let generation):
      on(reads) { $0.loadPage(page, numbers: numbers, generation: generation) }
    case .findOpen(let number):
      on(reads) { worker in
        worker.post { .open(task: try worker.store.nextNumber(after: number, unansweredBy: worker.annotator)) }
      }
    case .findTask(let id):
      on(reads) { worker in worker.post { .found(id: id, task: try worker.store.number(ofTask: id)) } }
    case .list(let filter, let drafts, let among, let generation):
      self.generation.store(generation, ordering: .relaxed)
      on(searches) { $0.list(filter, drafts: drafts, among: among, generation: generation) }
    case .loadHistory(let number):
      on(reads) { worker in
        worker.post { .history(task: number, try worker.store.history(ofTask: number, by: worker.annotator)) }
      }
    case .loadProgress:
      on(reads) { worker in
        worker.post { .progress(worker.withWhatIsLeft(try worker.store.progress(of: worker.annotator))) }
      }
    case .loadReturned:
      threads.withLock { $0 = nil }
      // After the saves, as they may answer some of them.
      on(saves) { worker in
        worker.lookAtProject(at: now)
        worker.post { .returned(try worker.store.returned(to: worker.annotator)) }
      }
    case .write, .fetchUndo, .fetchDraft, .loadAssigned, .claim, .renew, .ask, .takeBackAsk, .markSeen: break
    }
  }

  /// Does an errand after the saves and other changes that were asked for before.
  func afterSaves(_ errand: @escaping @Sendable (ProjectWorker) -> Void) { on(saves, errand) }

  /// Leaves an answer for the session.
  func answer(_ reply: SessionReply) { mailbox.post(reply) }

  private func on(_ queue: DispatchQueue, _ errand: @escaping @Sendable (ProjectWorker) -> Void) {
    queue.async(group: errands) { errand(self) }
  }

  private func post(_ answer: () throws -> SessionReply) {
    do { mailbox.post(try answer()) } catch { mailbox.post(.failed(String(describing: error))) }
  }

  private func deliver(_ save: AnnotationSave) {
    do throws(StoreError) {
      var receipt = try store.save(save, plan: handing?.plan)
      receipt.progress = withWhatIsLeft(receipt.progress)
      mailbox.post(.saved(token: save.token, receipt))
    } catch {
      switch error {
      case .conflict(let current, _): mailbox.post(.conflict(save, current: current))
      case .full: mailbox.post(.full(save))
      default: mailbox.post(.notSaved(token: save.token, reason: error.description))
      }
    }
  }

  private func loadTasks(_ numbers: [Int]) {
    do {
      let tasks = try store.tasks(numbers: numbers)
      let threads = try handing == nil ? knownThreads() : Set(numbers)
      let annotations = try store.annotations(ofTasks: numbers, by: annotator)
      let verdicts = try handing.map { try store.verdicts(onTasks: numbers, of: annotator, plan: $0.plan) } ?? [:]
      mailbox.post(
        .tasks(
          try tasks.map { task in
            let messages = !threads.contains(task.number) ? [] : try store.messages(ofTask: task.number, for: annotator)
            return LoadedTask(
              task: task, annotation: annotations[task.number] ?? Annotation(), messages: messages,
              verdict: verdicts[task.number])
          }))
    } catch {
      mailbox.post(.tasksFailed(numbers, reason: String(describing: error)))
    }
  }

  private func knownThreads() throws(StoreError) -> Set<Int> {
    if let known = threads.withLock(\.self) { return known }
    let found = try store.tasksWithMessages(to: annotator)
    threads.withLock { $0 = found }
    return found
  }

  private func loadPage(_ page: Int, numbers: [Int], generation: Int) {
    do {
      let rows = try store.summaries(of: numbers, annotator: annotator)
      mailbox.post(.page(page: page, generation: generation, rows))
    } catch {
      mailbox.post(.pageFailed(page: page, reason: String(describing: error)))
    }
  }

  private func list(_ filter: QueueFilter, drafts: Set<Int>, among: Set<Int>?, generation: Int) {
    let listing = QueueListing(store: store, annotator: annotator, drafts: drafts)
    do {
      try listing.run(filter) { numbers, isLast in
        guard self.generation.load(ordering: .relaxed) == generation else { return false }
        let numbers = among.map { among in numbers.filter { among.contains(Int($0)) } } ?? numbers
        if isLast || !numbers.isEmpty { mailbox.post(.listed(numbers, isLast: isLast, generation: generation)) }
        return true
      }
    } catch {
      mailbox.post(.failed(String(describing: error)))
    }
  }
}
