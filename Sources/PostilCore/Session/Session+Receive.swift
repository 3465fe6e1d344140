public import PostilModel
import PostilStore

extension Session {
  /// Takes what came back from the session file or the project.
  public mutating func receive(_ reply: SessionReply, at now: Timestamp) -> [SessionEffect] {
    switch reply {
    case .undoEntry(let entry, let direction): return receive(undo: entry, direction, at: now)
    case .draft(let number, let draft): return receive(draft: draft, number: number, at: now)
    case .tasks(let tasks): return receive(tasks, at: now)
    case .page(let page, let generation, let rows):
      if generation == queue.generation { return receive(page: page, rows, at: now) }
    case .saved(let token, let receipt): return receive(token, receipt, at: now)
    case .conflict(let save, let current): return receive(conflict: save, current: current)
    case .notSaved(_, let reason):
      isDelivering = false
      if outboxProblem == nil {
        message = SessionMessage(
          .error, "Not in the project yet: \(reason). It is kept on this machine and tried again.")
      }
      outboxProblem = reason
      updateSaving()
    case .open(let number): return receive(open: number, at: now)
    case .found(let id, let number): return receive(found: number, id: id, at: now)
    case .listed(let numbers, let isLast, let generation):
      if generation == queue.generation { return receive(listed: numbers, isLast: isLast, at: now) }
    case .history(let number, let events):
      if number == current?.number { history = TaskHistory(task: number, events: events) }
    case .progress(let progress): return receive(progress)
    case .returned(let tasks): return receive(returned: tasks)
    case .projectFile(let news): receive(news, at: now)
    case .sessionFile(let problem):
      sessionFileProblem = problem
      updateSaving()
    case .tasksFailed(let numbers, let reason):
      requested.subtract(numbers)
      pendingUndo = nil
      message = SessionMessage(.error, reason)
    case .pageFailed(let page, let reason):
      requestedPages.remove(page)
      message = SessionMessage(.error, reason)
    case .failed(let reason):
      endSeeking()
      takesBack = false
      current?.awaitsDraft = false
      message = SessionMessage(.error, reason)
    case .assigned, .claimed, .nothingLeft, .renewed, .full, .handingFailed, .asked, .notAsked, .askTakenBack:
      return receive(handed: reply, at: now)
    }
    return []
  }

  private mutating func receive(handed reply: SessionReply, at now: Timestamp) -> [SessionEffect] {
    switch reply {
    case .assigned(let assigned, let unseen): return receive(assigned, unseen: unseen, at: now)
    case .claimed(let leases): return receive(claimed: leases, at: now)
    case .nothingLeft(let nothing): return receive(nothing, at: now)
    case .renewed(let leases, let lost): return receive(renewed: leases, lost: lost, at: now)
    case .full(let save): return receive(full: save, at: now)
    case .handingFailed(let reason): return receive(handingFailed: reason, at: now)
    case .asked(let token): return receive(asked: token)
    case .notAsked(let token, let reason, let isFinal):
      return receive(notAsked: token, reason: reason, isFinal: isFinal)
    case .askTakenBack(let task, let isDone, let lease): return receive(askTakenBack: task, isDone: isDone, lease)
    default: return []
    }
  }

  private mutating func receive(draft: Annotation?, number: Int, at now: Timestamp) -> [SessionEffect] {
    guard current?.number == number else { return [] }
    current?.awaitsDraft = false
    current?.draft = draft?.answers
    if draft == nil { drafts.remove(number) }
    focusFirstQuestion()
    return rebaseDraft(from: draft?.revision) + finishUndo(at: now)
  }

  /// Tells when the annotation under a draft was changed at another desk since the draft was begun. What is stored
  /// stays, and so does the draft; from here on it is a draft over what is stored now.
  mutating func rebaseDraft(from revision: Int?) -> [SessionEffect] {
    guard let revision, let current, current.draft != nil, revision != current.stored.revision else { return [] }
    if current.draft == current.stored.answers, current.stored.state != .open { return [.write(setDraft(nil))] }
    message = SessionMessage(
      .warning,
      "#\(current.number) was saved at another desk since this draft was begun. That stays until you submit yours.")
    return [.write([.beginDraft(task: current.number, revision: current.stored.revision)])]
  }

  private mutating func receive(_ tasks: [LoadedTask], at now: Timestamp) -> [SessionEffect] {
    var effects: [SessionEffect] = []
    for task in tasks {
      requested.remove(task.task.number)
      var task = task
      task.annotation = withPendingSaves(task.annotation, number: task.task.number)
      loaded[task.task.number] = task
      if task.task.number == current?.number { effects += fill(with: task) }
    }
    return effects + finishUndo(at: now)
  }

  private mutating func receive(_ token: String, _ receipt: SaveReceipt, at now: Timestamp) -> [SessionEffect] {
    isDelivering = false
    outboxProblem = nil
    if let save = outbox.first(where: { $0.token == token }) {
      recentSaves.note(receipt.annotation, task: save.task)
      if save.kind != .marked { tellVerdict(receipt, task: save.task) }
    }
    outbox.removeAll { $0.token == token }
    progress.saves = receipt.progress.saves
    if outbox.isEmpty { progress = receipt.progress }
    if let left = receipt.progress.left { projectPace.note(left: left, at: now) }
    updateSaving()
    return [.write([.delivered(token: token)])] + deliverNext()
  }

  /// Another desk saved the same task: theirs stays, ours goes back to being a draft over it.
  private mutating func receive(conflict save: AnnotationSave, current theirs: Annotation) -> [SessionEffect] {
    isDelivering = false
    let ours = outbox.filter { $0.task == save.task }
    let answers = (ours.last ?? save).annotation.answers
    outbox.removeAll { $0.task == save.task }
    var writes: [SessionWrite] = ours.map { .delivered(token: $0.token) }
    loaded[save.task]?.annotation = theirs
    recentSaves.note(theirs, task: save.task)
    showInQueue(theirs, number: save.task)
    if answers != theirs.answers {
      drafts.insert(save.task)
      leftDrafts[save.task] = answers
      writes += [.dropDraft(task: save.task), .beginDraft(task: save.task, revision: theirs.revision)]
      for (question, value) in answers { writes.append(.draft(task: save.task, question: question, answer: value)) }
    }
    if current?.number == save.task {
      current?.stored = theirs
      current?.draft = answers == theirs.answers ? nil : answers
    }
    message = SessionMessage(
      .warning,
      "#\(save.task) was saved at another desk meanwhile. That stays; yours is kept as a draft: submit it to replace it."
    )
    updateSaving()
    return [.write(writes), .loadProgress] + deliverNext()
  }

  private mutating func receive(_ progress: Progress) -> [SessionEffect] {
    let isGrown = progress.total != self.progress.total
    self.progress = progress
    if isGrown, work == nil, queue.filter.isEverything { queue.listing = .everything(count: progress.total) }
    updateSaving()
    return isGrown && current == nil && work == nil ? move(to: 0, at: Timestamp(milliseconds: 0)) : prefetch()
  }
}
