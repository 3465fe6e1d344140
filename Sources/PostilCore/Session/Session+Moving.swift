import PostilModel
import PostilStore

extension Session {
  /// Tasks read ahead of the cursor and behind it.
  static let ahead = 6
  static let behind = 2
  private static let keptJumps = 100
  private static let keptTasks = 48

  /// Moves the cursor to a place, as near as there is one, and opens the task there.
  mutating func move(to rank: Int, at now: Timestamp) -> [SessionEffect] {
    guard queue.count > 0 else {
      current = nil
      return []
    }
    let target = min(max(rank, 0), queue.count - 1)
    endSeeking()
    isPlaced = true
    if target == queue.cursor, let current, queue.number(at: target) == current.number {
      if rank != target { message = SessionMessage(.information, rank < 0 ? "This is the first." : lastWords) }
      return prefetch()
    }
    guard let number = queue.number(at: target) else { return [] }
    queue.cursor = target
    return open(number: number, rank: target, at: now)
  }

  /// Opens a task: from what was read ahead if it is there, else it asks for it.
  private mutating func open(number: Int, rank: Int, at now: Timestamp) -> [SessionEffect] {
    var effects = keepActiveTime()
    if let current, let draft = current.draft { leftDrafts[current.number] = draft }
    var opened = CurrentTask(number: number, rank: rank, defaults: project.defaultAnswers, at: now)
    opened.activeMilliseconds = keptActiveTime(of: number)
    opened.keysPressed = keptKeys(of: number)
    if work?.leases.isEmpty == false { work?.lookAt = nil }
    work?.news.removeAll { $0 == number }
    current = opened
    history = nil
    if returnsTo?.task != number { returnsTo = nil }
    if let ready = loaded[number] { effects += fill(with: ready) }
    remembered["task"] = .integer(Int64(number))
    var writes: [SessionWrite] = [.place(key: "task", value: .integer(Int64(number)))]
    // The question that was before the annotator was one of the last task.
    if returnsTo == nil, remembered["question"]?.string != nil {
      remembered["question"] = .null
      writes.append(.place(key: "question", value: .null))
    }
    effects.append(.write(writes))
    return effects + prefetch() + topUp()
  }

  private var lastWords: String {
    guard let current, queue.filter.isEverything, work?.isWaiting(current.number) == true else {
      return "This is the last."
    }
    return "This is the last of yours. Answer or skip one, and another comes."
  }

  /// Puts a task that was read under the cursor.
  mutating func fill(with ready: LoadedTask) -> [SessionEffect] {
    guard current?.number == ready.task.number else { return [] }
    let stored = withPendingSaves(ready.annotation, number: ready.task.number)
    let known = current?.task == nil ? nil : current?.stored.revision
    current?.task = ready.task
    current?.stored = stored
    current?.messages = ready.messages
    current?.verdict = ready.verdict
    // What is before the eyes stays in its order.
    if known == nil { arrangeCandidates() }
    if known == nil || focusedQuestion == nil { focusFirstQuestion() }
    let seen = noteSeen()
    guard drafts.contains(ready.task.number), current?.draft == nil else { return seen + rebaseDraft(from: known) }
    current?.awaitsDraft = true
    return seen + [.fetchDraft(task: ready.task.number)]
  }

  /// What the project holds, with the saves that are still on their way laid over it.
  func withPendingSaves(_ annotation: Annotation, number: Int) -> Annotation {
    let annotation = recentSaves.newer(than: annotation, task: number)
    guard let last = outbox.last(where: { $0.task == number }), last.annotation.revision >= annotation.revision else {
      return annotation
    }
    var pending = last.annotation
    pending.revision += 1
    pending.savedAt = last.at
    return pending
  }

  /// Asks for the rows and tasks around the cursor that are not there yet.
  mutating func prefetch() -> [SessionEffect] {
    var effects: [SessionEffect] = []
    // At the end of the queue the cursor stands behind the last task.
    let cursor = min(queue.cursor, queue.count - 1)
    for rank in [cursor, cursor + TaskQueue.pageSize / 2, cursor - TaskQueue.pageSize / 2] {
      guard let page = queue.missingPage(for: rank), requestedPages.insert(page).inserted else { continue }
      effects.append(.loadPage(page: page, numbers: queue.numbers(ofPage: page), generation: queue.generation))
    }
    let near = (queue.cursor - reading.behind...queue.cursor + reading.ahead).compactMap { queue.number(at: $0) }
    // The task under the cursor comes first, and alone when it is not there: nothing may hold it up.
    var wanted = near.filter { loaded[$0] == nil && !requested.contains($0) }
    if let current, !current.isLoaded, wanted.contains(current.number) {
      requested.insert(current.number)
      effects.append(.loadTasks([current.number]))
      wanted.removeAll { $0 == current.number }
    }
    // Reading ahead in fours, so that a step costs a query now and then and not each time. Tasks that are handed out come
    // one by one.
    let isUsual = work == nil && reading.ahead == Self.ahead
    if wanted.count >= (isUsual ? Self.ahead - 2 : 1) || (!wanted.isEmpty && current?.isLoaded != true) {
      requested.formUnion(wanted)
      effects.append(.loadTasks(wanted))
    }
    forgetFarTasks(keeping: Set(near))
    return effects
  }

  private mutating func forgetFarTasks(keeping near: Set<Int>) {
    guard loaded.count > max(Self.keptTasks, 2 * (reading.behind + reading.ahead)) else { return }
    loaded = loaded.filter { near.contains($0.key) }
  }

  /// Shows a task wherever it is: within the queue if the filter shows it, else with the filter taken off.
  mutating func show(task number: Int, at now: Timestamp) -> [SessionEffect] {
    guard work == nil else { return showAssigned(number, at: now) }
    if let rank = queue.rank(of: number) { return move(to: rank, at: now) }
    guard (1...max(1, progress.total)).contains(number), progress.total > 0 else {
      message = SessionMessage(.warning, "There is no task #\(number). The last one is #\(progress.total).")
      return []
    }
    let effects = setFilter(QueueFilter(), at: now) + move(to: number - 1, at: now)
    message = SessionMessage(.information, "The filter did not show #\(number); all tasks are shown now.")
    return effects
  }

  /// Goes to a task by number or id. `#12` is always a number; a bare number is an id first, if some task has it.
  mutating func go(to name: String, at now: Timestamp) -> [SessionEffect] {
    let name = name.trimmingBlanks
    guard !name.isEmpty else { return [] }
    guard name.hasPrefix("#"), let number = Int(name.dropFirst()) else { return [.findTask(id: name)] }
    noteJump()
    return show(task: number, at: now)
  }

  /// The answer to a question for an id.
  mutating func receive(found number: Int?, id: String, at now: Timestamp) -> [SessionEffect] {
    guard let number = number.flatMap({ isTheirs($0) ? $0 : nil }) ?? Int(id) else {
      message = SessionMessage(
        .warning, work == nil ? "No task has the id “\(id)”." : "None of your tasks has the id “\(id)”.")
      return []
    }
    noteJump()
    return show(task: number, at: now)
  }

  private func isTheirs(_ number: Int) -> Bool { work?.order.contains(number) ?? true }

  mutating func noteJump() {
    guard let number = current?.number, jumps.last != number else { return }
    jumps.append(number)
    if jumps.count > Self.keptJumps { jumps.removeFirst() }
  }

  mutating func goBack(at now: Timestamp) -> [SessionEffect] {
    guard let number = jumps.popLast() else {
      message = SessionMessage(.information, "There is no place to go back to.")
      return []
    }
    return show(task: number, at: now)
  }
}
