public import PostilModel
import PostilStore

/// How the project knows that somebody is still at their tasks.
extension Session {
  /// When `tick` is due, if nothing else happens; nil when nothing waits for a moment.
  public var wakesAt: Timestamp? {
    guard let work else { return nil }
    return [work.beatAt, work.lookAt].compactMap { $0 }.min()
  }

  /// Does what is due at a moment: renews the leases, or looks again whether there is something to do.
  public mutating func tick(at now: Timestamp) -> [SessionEffect] {
    guard let work else { return [] }
    var effects: [SessionEffect] = []
    if let beatAt = work.beatAt, beatAt <= now {
      self.work?.beatAt = nil
      self.work?.lastBeat = now
      if !work.leases.isEmpty { effects.append(.renew(work.leases.keys.sorted())) }
      // What came back in the meantime is told too, and how much the others have done.
      effects += loadAssigned() + (outbox.isEmpty ? [.loadProgress] : [])
    }
    if let lookAt = work.lookAt, lookAt <= now {
      self.work?.lookAt = nil
      effects += loadAssigned() + (outbox.isEmpty ? [.loadProgress] : [])
    }
    return effects
  }

  /// A key was pressed: the leases are to be renewed, now or when they have not been for a while.
  public mutating func noteKey(at now: Timestamp) {
    guard var work else { return }
    // A clock that was put back does not put off what is due.
    if let beatAt = work.beatAt, beatAt.milliseconds > now.milliseconds + work.beat { self.work?.beatAt = nil }
    if let lookAt = work.lookAt, lookAt.milliseconds > now.milliseconds + AssignedWork.pause { self.work?.lookAt = now }
    work.beatAt = self.work?.beatAt
    guard work.beatAt == nil, !work.leases.isEmpty else { return }
    guard let last = work.lastBeat, last <= now else {
      self.work?.lastBeat = now
      self.work?.beatAt = Timestamp(milliseconds: now.milliseconds + work.beat)
      return
    }
    self.work?.beatAt = max(now, Timestamp(milliseconds: last.milliseconds + work.beat))
  }

  /// `postil.toml` has changed: tasks are handed out by its plan from now on.
  mutating func receive(_ news: ProjectNews, at now: Timestamp) {
    if case .changed(let plan?, _) = news, let work {
      self.work?.plan = plan
      // Leases may be shorter now.
      let latest = Timestamp(milliseconds: now.milliseconds + (self.work?.beat ?? 0))
      self.work?.beatAt = work.beatAt.map { min($0, latest) }
    }
    let isBroken = if case .broken = news { true } else { false }
    message = SessionMessage(isBroken ? .warning : .information, news.words)
  }

  /// What became of the leases. Those that ended are told of where work hangs on them.
  mutating func receive(renewed leases: [Lease], lost: [Int], at now: Timestamp) -> [SessionEffect] {
    guard work != nil else { return [] }
    for lease in leases where work?.leases[lease.task] != nil { work?.leases[lease.task] = lease.until }
    drop(leases: Set(lost), at: now)
    return topUp()
  }

  /// Forgets leases that ended, and tells of those on which work hangs.
  mutating func drop(leases tasks: Set<Int>, at now: Timestamp) {
    var ended: [(task: Int, until: Timestamp)] = []
    for task in tasks {
      // One that was submitted meanwhile has no lease any more, and needs none.
      guard let until = work?.leases.removeValue(forKey: task) else { continue }
      work?.lost.insert(task)
      if task == current?.number || drafts.contains(task) {
        ended.append((task, until))
      } else {
        work?.open.remove(task)
      }
    }
    tellEnd(of: ended, at: now)
  }

  private mutating func tellEnd(of leases: [(task: Int, until: Timestamp)], at now: Timestamp) {
    guard let last = leases.map(\.until).max() else { return }
    let tasks = leases.map(\.task).sorted()
    let isOne = tasks.count == 1
    var words = "\(Self.names(tasks)) \(isOne ? "is" : "are") no longer yours: "
    words += "the \(isOne ? "lease" : "leases") ended at \(time(min(last, now), at: now)). "
    if tasks.contains(where: drafts.contains) {
      words +=
        "Your \(isOne ? "draft is" : "drafts are") kept; submit \(isOne ? "it" : "them") if a place is still free."
    } else {
      words += "An answer of yours is taken if a place is still free."
    }
    warn(words)
  }

  /// Warns of something beside what is warned of already: one loss does not hide another. The later word on a task stands
  /// for the earlier.
  private mutating func warn(_ words: String) {
    let other = message.flatMap { $0.kind == .warning ? $0.text : nil }
    let isSameTask = other?.split(separator: " ").first == words.split(separator: " ").first
    guard let other, !isSameTask else {
      message = SessionMessage(.warning, words)
      return
    }
    if !other.contains(words) { message = SessionMessage(.warning, other + " " + words) }
  }

  /// A save came too late: the answers go back to being a draft.
  mutating func receive(full save: AnnotationSave, at now: Timestamp) -> [SessionEffect] {
    isDelivering = false
    let ours = outbox.filter { $0.task == save.task }
    let answers = (ours.last ?? save).annotation.answers
    outbox.removeAll { $0.task == save.task }
    work?.open.remove(save.task)
    work?.leases[save.task] = nil
    work?.lost.insert(save.task)
    var stored = Annotation()
    stored.revision = save.annotation.revision
    loaded[save.task] = nil
    requested.remove(save.task)
    showInQueue(stored, number: save.task)
    drafts.insert(save.task)
    leftDrafts[save.task] = answers
    var writes: [SessionWrite] = ours.map { .delivered(token: $0.token) }
    writes += [.dropDraft(task: save.task), .beginDraft(task: save.task, revision: stored.revision)]
    for (question, value) in answers { writes.append(.draft(task: save.task, question: question, answer: value)) }
    if current?.number == save.task {
      current?.stored = stored
      current?.draft = answers
    }
    warn(
      "#\(save.task) has all the answers that it wants: yours came too late, and is kept as a draft. Go on to the next."
    )
    updateSaving()
    // What was stored before, a mark say, is read anew.
    return [.write(writes), .loadProgress, .loadTasks([save.task])] + deliverNext()
  }

  /// The tasks that are not to be given back when the desk is left: work hangs on them.
  public var keptOnLeaving: Set<Int> { drafts.union(outbox.map(\.task)) }
}
