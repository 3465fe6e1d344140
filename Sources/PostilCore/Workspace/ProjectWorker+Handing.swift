import PostilModel
import PostilStore
import Synchronization

/// The session's errands where tasks are handed out. All of them wait for their turn after the saves, so that what comes
/// back follows what was sent.
extension ProjectWorker {
  /// Takes on an effect that is about what is handed out; others are ignored.
  func takeHanded(_ effect: SessionEffect, at now: Timestamp) {
    if case .markSeen(let task) = effect {
      // What is not noted now is noted when the task is shown again.
      afterSaves { try? $0.store.markSeen(task: task, by: $0.annotator) }
    }
    switch effect {
    case .loadAssigned(let isAnew): hand(at: now) { $0.loadAssigned($1, isAnew: isAnew, at: now) }
    case .claim(let count): hand(at: now) { $0.claim(count, $1, at: now) }
    case .renew(let tasks): hand(at: now) { $0.renew(tasks, $1, at: now) }
    case .ask(let asking): hand(at: nil) { $0.ask(asking, $1) }
    case .takeBackAsk(let task): hand(at: nil) { $0.takeBackAsk(task, $1, at: now) }
    default: break
    }
  }

  /// Does an errand by the plan that is in force when its turn comes.
  ///
  /// - Parameter now: The moment, where it is first looked whether the plan has changed.
  private func hand(at now: Timestamp?, _ errand: @escaping @Sendable (ProjectWorker, Handing) -> Void) {
    afterSaves { worker in
      if let now { worker.lookAtProject(at: now) }
      guard let handing = worker.handing else { return }
      errand(worker, handing)
    }
  }

  /// Gives back what is held and not touched. What cannot be given back now is free again when its lease ends.
  func giveBack(keeping: Set<Int>) {
    guard let handing else { return }
    afterSaves { try? $0.store.giveBack(for: $0.annotator, desk: handing.desk, keeping: keeping) }
  }

  /// The counters with how many answers are still wanted of anybody.
  func withWhatIsLeft(_ progress: Progress) -> Progress {
    guard let handing else { return progress }
    var progress = progress
    // Where that cannot be read, the counters are told without it.
    progress.left = (try? store.tasksLeft(for: annotator, plan: handing.plan)) ?? nil
    return progress
  }

  private func loadAssigned(_ handing: Handing, isAnew: Bool, at now: Timestamp) {
    do throws(StoreError) {
      let last = isAnew ? nil : lastEvent.withLock(\.self)
      let assigned = try store.assigned(
        to: annotator, desk: handing.desk, plan: handing.plan, at: now, since: last)
      let unseen = try store.unseenMessages(for: annotator)
      lastEvent.withLock { $0 = assigned.lastEvent }
      answer(.assigned(assigned, unseen: unseen))
    } catch {
      answer(.handingFailed(reason: error.description))
    }
  }

  /// How many tasks are measured before a claim; few others wait for it longer than for a save.
  private static let measuredAtOnce = 128

  private func claim(_ count: Int, _ handing: Handing, at now: Timestamp) {
    if handing.plan.order == .disagreement {
      // What was said since counts. Where that fails, tasks come in the order of what is measured.
      _ = try? store.refreshStandings(
        limit: Self.measuredAtOnce, annotatorsPerTask: handing.plan.annotatorsPerTask,
        measure: TaskMeasuring(handing.project).measure)
    }
    do throws(StoreError) {
      switch try store.claim(
        for: annotator, desk: handing.desk, count: count, plan: handing.plan, planRead: handing.planRead, at: now)
      {
      case .claimed(let leases): answer(.claimed(leases))
      case .nothing(let reason): answer(.nothingLeft(reason))
      }
    } catch {
      answer(.handingFailed(reason: error.description))
    }
  }

  private func renew(_ tasks: [Int], _ handing: Handing, at now: Timestamp) {
    // A renewal that fails is tried again at the next one; the leases outlast several.
    guard
      let held = try? store.renew(
        for: annotator, desk: handing.desk, tasks: tasks, plan: handing.plan, at: now)
    else { return }
    let still = Set(held.map(\.task))
    answer(.renewed(held, lost: tasks.filter { !still.contains($0) }))
  }

  private func ask(_ asking: Asking, _ handing: Handing) {
    do throws(StoreError) {
      try store.ask(
        asking.note, task: asking.task, by: annotator, token: asking.token, plan: handing.plan, at: asking.at)
      answer(.asked(token: asking.token))
    } catch {
      let isFinal =
        switch error {
        case .failed, .full, .nobodyToAsk: true
        default: false
        }
      answer(.notAsked(token: asking.token, reason: error.description, isFinal: isFinal))
    }
  }

  private func takeBackAsk(_ task: Int, _ handing: Handing, at now: Timestamp) {
    do throws(StoreError) {
      let lease = try store.takeBackAsk(task: task, by: annotator, desk: handing.desk, plan: handing.plan, at: now)
      answer(.askTakenBack(task: task, isDone: lease != nil, lease))
    } catch {
      answer(.failed(error.description))
    }
  }
}
