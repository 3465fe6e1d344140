import PostilModel
import PostilStore

/// Tasks that are handed out: what is the annotator's, in which order, and how it grows.
extension Session {
  /// Asks for what is the annotator's. Nothing is shown before it is known.
  mutating func startAssigned() -> [SessionEffect] {
    returnsTo = (remembered["task"]?.int).flatMap { task in remembered["question"]?.string.map { (task, $0) } }
    queue.listing = .found([], isComplete: false)
    isSeeking = true
    return sendAsks() + loadAssigned()
  }

  /// Asks for what is the annotator's, unless that is under way.
  mutating func loadAssigned() -> [SessionEffect] {
    guard work?.isLoading == false else { return [] }
    work?.isLoading = true
    return [.loadAssigned(isAnew: work?.wantsOrder == true)]
  }

  /// What is the annotator's. The queue is ordered by it at the beginning and when it is asked for; in between what is
  /// new joins it and what is gone leaves it, so that nothing else moves under the eyes.
  mutating func receive(_ assigned: Assigned, unseen: [ThreadMessage], at now: Timestamp) -> [SessionEffect] {
    if !assigned.isWhole, work?.wantsOrder == true {
      // The queue was to be ordered anew after this had been asked for.
      work?.isLoading = false
      return loadAssigned()
    }
    // In its place: what somebody has done may be much, and is not copied.
    work?.take(touched: assigned)
    guard var work else { return [] }
    let isFirst = !work.isLoaded
    let before = Set(work.sentBack + work.answered)
    // What is on its way has not reached the project.
    let done: [AnnotationState] = [.submitted, .skipped]
    let underWay = Set(outbox.filter { done.contains($0.annotation.state) }.map(\.task) + work.asks.map(\.task))
    work.isLoaded = true
    work.isLoading = false
    work.sentBack = assigned.sentBack.filter { !underWay.contains($0) }
    let answers = unseen.filter { $0.kind == .answer }.map(\.task).filter { !work.sentBack.contains($0) }
    work.asked.subtract(answers)
    let old = work.wantsOrder ? [] : work.answered.filter { !work.sentBack.contains($0) && !answers.contains($0) }
    work.answered = AssignedWork.unique(answers + old)
    let arrived = (work.sentBack + work.answered).filter { !before.contains($0) }
    work.news = AssignedWork.unique(work.news.filter((work.sentBack + work.answered).contains) + arrived)
    for lease in assigned.leases where !underWay.contains(lease.task) {
      work.leases[lease.task] = lease.until
      work.open.insert(lease.task)
      work.lost.remove(lease.task)
    }
    // One with a mark is among those that they have said something about, and still theirs.
    let gone = Set(work.leases.keys).subtracting(assigned.leases.map(\.task)).subtracting(work.touched)
    let order = work.order(of: assigned, kept: keptTasks)
    let wantsOrder = work.wantsOrder
    work.wantsOrder = false
    self.work = work
    drop(leases: gone, at: now)
    let again = isFirst ? [] : readAgain(arrived + questionsChanged(assigned.questions))
    var effects = list(order, isAnew: wantsOrder) + (isFirst ? place(at: now) : goOn(at: now)) + again
    if !isFirst { tellNews(arrived) }
    effects += topUp()
    return effects
  }

  /// The tasks that are held of which was read what others ask about them, and that has changed since.
  private func questionsChanged(_ questions: [Int: Int]) -> [Int] {
    (work?.leases.keys.sorted() ?? []).filter { task in
      guard let messages = loaded[task]?.messages else { return false }
      return messages.last { $0.isForAnybody && $0.from != annotator }?.number != questions[task]
    }
  }

  /// Forgets what was read of tasks before something was written about them.
  private mutating func readAgain(_ tasks: [Int]) -> [SessionEffect] {
    for task in tasks {
      loaded[task] = nil
      requested.remove(task)
    }
    guard let current, current.isLoaded, tasks.contains(current.number) else { return [] }
    requested.insert(current.number)
    return [.loadTasks([current.number])]
  }

  /// Tasks that stay in view whatever the project says: those with drafts or saves under way, and the one before the eyes.
  private var keptTasks: Set<Int> {
    var kept = drafts.union(outbox.map(\.task))
    if let current { kept.insert(current.number) }
    return kept
  }

  /// Makes tasks the queue, with the cursor where it was. What a filter shows stays as it was found until it is asked for
  /// anew.
  mutating func list(_ order: [Int], isAnew: Bool = false) -> [SessionEffect] {
    let old = work?.order ?? []
    work?.take(order: order)
    guard queue.filter.isEverything else { return isAnew ? relistFiltered() : [] }
    guard order != old || !queue.isComplete else { return [] }
    if queue.isComplete, order.count > old.count, order.starts(with: old) {
      queue.append(found: order[old.count...].map(Int32.init(truncatingIfNeeded:)), isLast: true)
      if current == nil { queue.cursor = order.count }
      return prefetch()
    }
    queue.generation += 1
    requestedPages = []
    queue.relist(order)
    queue.cursor = current.flatMap { queue.rank(of: $0.number) } ?? order.count
    current?.rank = queue.cursor
    return prefetch()
  }

  /// Where the desk opens: where work was left half done, else what came back, else where the annotator was, else the
  /// first task that waits.
  private mutating func place(at now: Timestamp) -> [SessionEffect] {
    guard let work else { return [] }
    endSeeking()
    let last = remembered["task"]?.int.flatMap { work.order.contains($0) ? $0 : nil }
    let isLeft = last.map(drafts.contains) ?? false
    let news = work.sentBack + work.answered
    guard let first = isLeft ? last : work.sentBack.first ?? work.answered.first ?? last,
      let rank = queue.rank(of: first)
    else {
      returnsTo = nil
      return seekAssigned(at: now) + restoreFilter(at: now)
    }
    queue.cursor = -1
    let effects = move(to: rank, at: now) + restoreFilter(at: now)
    tellNews(news)
    return effects
  }

  /// Goes on to what has come, where the desk stands at the end of the queue.
  private mutating func goOn(at now: Timestamp) -> [SessionEffect] {
    current == nil && queue.filter.isEverything ? seekAssigned(at: now) : prefetch()
  }

  /// Tells once what came back or was answered, and how to get there where it is not before the eyes. What is more urgent
  /// is read first.
  mutating func tellNews(_ news: [Int]) {
    guard let work, !news.isEmpty else { return }
    guard message == nil || message?.kind == .information else {
      self.work?.untold += news
      return
    }
    self.work?.untold = []
    let back = work.sentBack.filter(news.contains)
    let answered = work.answered.filter(news.contains)
    var words: [String] = []
    if !back.isEmpty { words.append("\(Self.names(back)) came back with a comment.") }
    if !answered.isEmpty {
      let questions = answered.count == 1 ? "Your question" : "Your questions"
      let were = answered.count == 1 ? "was" : "were"
      words.append("\(questions) about \(Self.names(answered)) \(were) answered.")
    }
    guard !words.isEmpty else { return }
    if (back + answered).contains(where: { $0 != current?.number }) {
      let key = CommandTable.description(of: .nextOpen).keys.first ?? Command.nextOpen.rawValue
      words.append("\(key) goes there.")
    }
    message = SessionMessage(.information, words.joined(separator: " "))
  }

  /// `#12`, `#12 and #15`, `#12, #15 and #20`.
  static func names(_ tasks: [Int]) -> String {
    let names = tasks.map { "#\($0)" }
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  // MARK: More

  /// Asks for more tasks when fewer are held than should be.
  mutating func topUp() -> [SessionEffect] {
    guard readOnlyReason == nil, let work, work.isLoaded, work.claiming == 0 else { return [] }
    let fresh = work.leases.keys.count { task in
      work.open.contains(task) && (task == current?.number || !drafts.contains(task))
    }
    guard fresh < AssignedWork.held else { return [] }
    self.work?.claiming = AssignedWork.held - fresh
    return [.claim(count: AssignedWork.held - fresh)]
  }

  /// Tasks that were handed out: they join the queue at its end.
  mutating func receive(claimed leases: [Lease], at now: Timestamp) -> [SessionEffect] {
    guard var work else { return [] }
    let isAll = leases.count >= work.claiming
    let backAgain = leases.map(\.task).filter(work.asked.contains)
    work.claiming = 0
    work.nothingLeft = nil
    work.lookAt = nil
    var order = work.order
    for lease in leases {
      work.leases[lease.task] = lease.until
      work.open.insert(lease.task)
      work.lost.remove(lease.task)
      work.asked.remove(lease.task)
      if !order.contains(lease.task) { order.append(lease.task) }
    }
    // It was read before it was said that it came back.
    for task in backAgain where task != current?.number {
      loaded[task] = nil
      requested.remove(task)
    }
    self.work = work
    // Fewer than wanted is all that there is for now.
    let counters: [SessionEffect] = progress.left == nil ? [.loadProgress] : []
    let effects = list(order) + goOn(at: now) + (isAll ? topUp() : []) + counters
    let answered = Set(leases.filter(\.isAnswered).map(\.task))
    let unanswered = backAgain.filter { !answered.contains($0) }
    if !unanswered.isEmpty {
      message = SessionMessage(
        .warning, "Nobody is left who could answer what you asked about \(Self.names(unanswered)): back to you.")
    }
    return effects
  }

  /// There is nothing to hand out.
  mutating func receive(_ nothing: NothingLeft, at now: Timestamp) -> [SessionEffect] {
    work?.claiming = 0
    let words = NothingLeftWords(nothing) { time($0, at: now) }
    work?.nothingLeft = words
    return waitAtEnd(at: now) + (progress.left == nil ? [.loadProgress] : [])
  }

  /// Tasks could not be handed out; it is tried again after a while.
  mutating func receive(handingFailed reason: String, at now: Timestamp) -> [SessionEffect] {
    work?.claiming = 0
    work?.isLoading = false
    message = SessionMessage(.error, "No tasks can be handed out: \(reason).")
    work?.lookAt = Timestamp(milliseconds: now.milliseconds + AssignedWork.pause)
    return waitAtEnd(at: now)
  }

  private mutating func waitAtEnd(at now: Timestamp) -> [SessionEffect] {
    // Who looks back over what is done, and holds nothing, is to hear of news too.
    if current == nil || work?.leases.isEmpty == true {
      work?.lookAt = Timestamp(milliseconds: now.milliseconds + AssignedWork.pause)
    }
    guard current == nil || isSeeking, queue.filter.isEverything else { return [] }
    endSeeking()
    return []
  }

  /// `14:05` for a moment of this day, else with its date.
  func time(_ moment: Timestamp, at now: Timestamp) -> String {
    let text = timeText(moment)
    return text.prefix(10) == timeText(now).prefix(10) ? String(text.dropFirst(11)) : text
  }

  // MARK: Onwards

  /// Goes to the next task that waits: after a submit first to what came back, else on from the cursor. Where none is at
  /// hand, the desk stands behind the last task until one is.
  mutating func seekAssigned(isAfterSubmit: Bool = false, at now: Timestamp) -> [SessionEffect] {
    endSeeking()
    guard let work else { return [] }
    if isAfterSubmit, let back = work.sentBack.first(where: { $0 != current?.number }), let rank = queue.rank(of: back)
    {
      return move(to: rank, at: now)
    }
    if !isAfterSubmit, let next = work.news.first(where: { $0 != current?.number }), let rank = queue.rank(of: next) {
      return move(to: rank, at: now)
    }
    let count = work.order.count
    let start = min(queue.cursor + 1, count)
    for step in 0..<count where work.isWaiting(work.order[(start + step) % count]) {
      let rank = (start + step) % count
      guard work.order[rank] != current?.number else { continue }
      if start + step >= count, current != nil {
        message = SessionMessage(.information, "From the top again: \(work.waiting) are still open.")
      }
      return move(to: rank, at: now)
    }
    if let next = work.news.first(where: { $0 != current?.number }), let rank = queue.rank(of: next) {
      return move(to: rank, at: now)
    }
    return standAtEnd(at: now)
  }

  /// Stands behind the last task, where it is told why there is no other.
  private mutating func standAtEnd(at now: Timestamp) -> [SessionEffect] {
    if let current, work?.isWaiting(current.number) == true {
      message = SessionMessage(.information, "This is the only one of yours that waits for an answer.")
      return []
    }
    var effects = keepActiveTime()
    if let current, let draft = current.draft { leftDrafts[current.number] = draft }
    current = nil
    history = nil
    focusedQuestion = nil
    queue.cursor = queue.count
    // The next start begins with what waits then.
    remembered["task"] = .null
    effects += [.write([.place(key: "task", value: .null)])] + topUp()
    isSeeking = (work?.claiming ?? 0) > 0 || work?.isLoading == true
    if !isSeeking { effects += waitAtEnd(at: now) }
    return effects
  }

  /// Notes what a save makes of a task that was handed out.
  mutating func noteInWork(_ save: AnnotationSave) {
    guard let work else { return }
    let task = save.task
    guard save.annotation.state == .submitted || save.annotation.state == .skipped else {
      self.work?.open.insert(task)
      // What is taken back is theirs again for a while, if the project has no other taker; a renewal tells.
      if save.kind == .retracted {
        self.work?.leases[task] = Timestamp(milliseconds: save.at.milliseconds + work.plan.leaseMilliseconds)
      }
      return
    }
    self.work?.open.remove(task)
    self.work?.leases[task] = nil
  }

  /// Shows a task that is the annotator's, wherever it is.
  mutating func showAssigned(_ number: Int, at now: Timestamp) -> [SessionEffect] {
    if let rank = queue.rank(of: number) { return move(to: rank, at: now) }
    guard work?.order.contains(number) == true else {
      message = SessionMessage(.warning, "#\(number) is not among your tasks.")
      return []
    }
    let effects = setFilter(QueueFilter(), at: now)
    message = SessionMessage(.information, "The filter did not show #\(number); all your tasks are shown now.")
    return effects + (queue.rank(of: number).map { move(to: $0, at: now) } ?? [])
  }

  /// Puts a task that this desk was at before into the queue again.
  mutating func adopt(_ task: Int) -> [SessionEffect] {
    guard let order = work?.order, !order.contains(task) else { return [] }
    return list(order + [task])
  }
}
