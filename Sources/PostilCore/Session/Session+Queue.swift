import PostilModel
import PostilStore

extension Session {
  /// Narrows and orders the queue. The task on the screen stays until the first matches are there.
  mutating func setFilter(_ filter: QueueFilter, at now: Timestamp) -> [SessionEffect] {
    let number = current?.number
    queue.filter = filter
    queue.generation += 1
    queue.forgetPages()
    requestedPages = []
    endSeeking()
    remembered["filter"] = .string(QueueFilterParser(questions: project.questions).text(of: filter))
    let keep = SessionEffect.write([.place(key: "filter", value: remembered["filter"] ?? .null)])
    guard filter.isEverything else {
      queue.listing = .found([], isComplete: false)
      queue.cursor = 0
      isPlaced = false
      return [keep, listEffect]
    }
    isPlaced = true
    queue.listing = everything
    guard let number else {
      // The filter showed nothing: back to the task that was before the eyes until then.
      queue.cursor = -1
      let last = remembered["task"]?.int.flatMap { queue.rank(of: $0) }
      if work != nil, last == nil { return [keep] + seekAssigned(at: now) }
      return [keep] + move(to: last ?? 0, at: now)
    }
    queue.cursor = queue.rank(of: number) ?? max(0, number - 1)
    current?.rank = queue.cursor
    return [keep] + prefetch()
  }

  /// All tasks that are the annotator's to see.
  private var everything: TaskQueue.Listing {
    work.map { .found($0.order.map(Int32.init(truncatingIfNeeded:)), isComplete: $0.isLoaded) }
      ?? .everything(count: progress.total)
  }

  private var listEffect: SessionEffect {
    .list(queue.filter, drafts: drafts, among: work.map { Set($0.order) }, generation: queue.generation)
  }

  /// Looks anew what a filter shows.
  mutating func relistFiltered() -> [SessionEffect] {
    queue.generation += 1
    queue.listing = .found([], isComplete: false)
    isPlaced = false
    return [listEffect]
  }

  /// A part of the filtered list. The cursor goes to the task on the screen if the list has it, else to the first match.
  mutating func receive(listed numbers: [Int32], isLast: Bool, at now: Timestamp) -> [SessionEffect] {
    guard case .found = queue.listing else { return [] }
    let before = queue.count
    queue.append(found: numbers, isLast: isLast)
    if let number = current?.number, let index = numbers.firstIndex(of: Int32(number)) {
      isPlaced = true
      queue.cursor = before + index
      current?.rank = queue.cursor
      return prefetch()
    }
    let isPassed = queue.filter.isByNumber && (numbers.last.map(Int.init) ?? 0) > (current?.number ?? 0)
    if queue.count > 0, !isPlaced, isLast || isPassed || current == nil {
      isPlaced = true
      queue.cursor = -1
      return move(to: 0, at: now)
    }
    if isLast, queue.count == 0 {
      current = nil
      message = SessionMessage(.information, "No task matches the filter.")
    }
    return prefetch()
  }

  /// The rows of a page, with what is still on its way laid over them.
  mutating func receive(page: Int, _ rows: [TaskSummary], at now: Timestamp) -> [SessionEffect] {
    requestedPages.remove(page)
    queue.keep(rows, page: page)
    for row in rows {
      // One that was taken back, or has only a mark, waits for an answer.
      if row.state == .open, row.savedAt != nil, let work, !work.lost.contains(row.number),
        !work.asked.contains(row.number)
      {
        self.work?.open.insert(row.number)
      }
      guard let known = recentSaves.annotation(ofTask: row.number, savedAt: row.savedAt) else { continue }
      showInQueue(known, number: row.number)
    }
    for save in outbox { showInQueue(save.annotation, number: save.task) }
    return continueSeeking(at: now)
  }

  /// Reads everything on the screen again, for when others have worked meanwhile.
  mutating func reload() -> [SessionEffect] {
    queue.forgetPages()
    requestedPages = []
    requested = []
    loaded = [:]
    var effects: [SessionEffect] = [.loadProgress]
    if work != nil {
      work?.wantsOrder = true
      effects += loadAssigned()
    } else {
      effects.append(.loadReturned)
      if !queue.filter.isEverything { effects += relistFiltered() }
    }
    if let number = current?.number { effects.append(.loadTasks([number])) }
    return effects + prefetch()
  }
}
