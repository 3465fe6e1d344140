import Dispatch
import PostilModel
import PostilStore
import Synchronization

/// Does the session's errands at the project on threads of its own, and leaves the answers in the mailbox.
///
/// Saves, short reads and long searches have a queue each, so that none waits for another kind.
final class ProjectWorker: Sendable {
  private let store: ProjectStore
  private let annotator: String
  private let mailbox: Mailbox
  private let saves = DispatchQueue(label: "postil.saves", qos: .userInitiated)
  private let reads = DispatchQueue(label: "postil.reads", qos: .userInteractive)
  private let searches = DispatchQueue(label: "postil.searches", qos: .utility)
  private let errands = DispatchGroup()
  /// The filter that is wanted now; a search for an older one gives up.
  private let generation = Atomic<Int>(0)

  init(store: ProjectStore, annotator: String, mailbox: Mailbox) {
    self.store = store
    self.annotator = annotator
    self.mailbox = mailbox
  }

  /// Waits until nothing is under way. For programs without a screen, and for leaving.
  func wait(seconds: Double) -> Bool { errands.wait(timeout: .now() + seconds) == .success }

  /// Takes on one effect that is the project's affair; others are ignored.
  func take(_ effect: SessionEffect) {
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
    case .list(let filter, let drafts, let generation):
      self.generation.store(generation, ordering: .relaxed)
      on(searches) { $0.list(filter, drafts: drafts, generation: generation) }
    case .loadHistory(let number):
      on(reads) { worker in
        worker.post { .history(task: number, try worker.store.history(ofTask: number, by: worker.annotator)) }
      }
    case .loadProgress:
      on(reads) { worker in worker.post { .progress(try worker.store.progress(of: worker.annotator)) } }
    case .write, .fetchUndo, .fetchDraft: break
    }
  }

  private func on(_ queue: DispatchQueue, _ errand: @escaping @Sendable (ProjectWorker) -> Void) {
    queue.async(group: errands) { errand(self) }
  }

  private func post(_ answer: () throws -> SessionReply) {
    do { mailbox.post(try answer()) } catch { mailbox.post(.failed(String(describing: error))) }
  }

  private func deliver(_ save: AnnotationSave) {
    do throws(StoreError) {
      mailbox.post(.saved(token: save.token, try store.save(save)))
    } catch {
      if case .conflict(let current, _) = error {
        mailbox.post(.conflict(save, current: current))
      } else {
        mailbox.post(.notSaved(token: save.token, reason: error.description))
      }
    }
  }

  private func loadTasks(_ numbers: [Int]) {
    do {
      let tasks = try store.tasks(numbers: numbers)
      let annotations = try store.annotations(ofTasks: numbers, by: annotator)
      mailbox.post(.tasks(tasks.map { LoadedTask(task: $0, annotation: annotations[$0.number] ?? Annotation()) }))
    } catch {
      mailbox.post(.tasksFailed(numbers, reason: String(describing: error)))
    }
  }

  private func loadPage(_ page: Int, numbers: [Int], generation: Int) {
    do {
      let rows = try store.summaries(of: numbers, annotator: annotator)
      mailbox.post(.page(page: page, generation: generation, rows))
    } catch {
      mailbox.post(.pageFailed(page: page, reason: String(describing: error)))
    }
  }

  private func list(_ filter: QueueFilter, drafts: Set<Int>, generation: Int) {
    let listing = QueueListing(store: store, annotator: annotator, drafts: drafts)
    do {
      try listing.run(filter) { numbers, isLast in
        guard self.generation.load(ordering: .relaxed) == generation else { return false }
        mailbox.post(.listed(numbers, isLast: isLast, generation: generation))
        return true
      }
    } catch {
      mailbox.post(.failed(String(describing: error)))
    }
  }
}
