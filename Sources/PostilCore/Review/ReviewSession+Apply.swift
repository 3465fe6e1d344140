public import PostilModel

extension ReviewSession {
  /// Takes an action and says what is to be done outside, in order.
  public mutating func apply(_ action: ReviewAction, at now: Timestamp) -> [ReviewEffect] {
    switch action {
    case .move(let distance): return move(to: queue.cursor + distance, at: now)
    case .moveTo(let rank): return move(to: rank, at: now)
    case .goTo(let name): return go(to: name)
    case .acceptMajority, .accept, .resolve, .reopen, .sendBack, .askOneMore, .toggleGold, .setErrorType,
      .toggleChecked:
      return decide(action, at: now)
    case .acceptUnanimous: return acceptUnanimous(at: now)
    case .undo: return undo(at: now)
    case .redo: return redo(at: now)
    case .setFilter(let filter): return setFilter(filter, at: now)
    case .reload:
      tellsReading = true
      return reload(at: now)
    case .loadHistory: return current.map { [.loadHistory(task: $0)] } ?? []
    case .touch: isTouched = true
    case .report: return makeReport(at: now)
    case .say(let message): self.message = message
    case .dismissMessage: message = nil
    }
    return []
  }

  private mutating func decide(_ action: ReviewAction, at now: Timestamp) -> [ReviewEffect] {
    if let reason = reasonAgainstDeciding {
      message = SessionMessage(.warning, reason)
      return []
    }
    guard let task else { return [] }
    switch action {
    case .acceptMajority: return acceptMajority(task, at: now)
    case .accept(let annotator): return accept(annotator, task, at: now)
    case .resolve(let answers): return resolve(task, answers, method: .adjudicated, label: "your own answer", at: now)
    case .reopen: return reopen(task, at: now)
    case .sendBack(let annotator, let text): return sendBack(task, to: annotator, text: text, at: now)
    case .askOneMore: return askOneMore(task, at: now)
    case .toggleGold: return toggleGold(task, at: now)
    case .setErrorType(let name): return setErrorType(name, task, at: now)
    case .toggleChecked: return toggleChecked(task, at: now)
    default: return []
    }
  }

  // MARK: Going places

  /// Moves the cursor to a place, as near as there is one, and opens the task there.
  mutating func move(to rank: Int, at now: Timestamp) -> [ReviewEffect] {
    guard queue.count > 0 else {
      current = nil
      return readOn()
    }
    let target = min(max(rank, 0), queue.count - 1)
    if target == queue.cursor, current == queue.rows[target].number {
      if rank < target { message = SessionMessage(.information, "This is the first.") }
      if rank > target {
        message = SessionMessage(
          .information, queue.isComplete ? "This is the last." : "The next rows are still being read.")
      }
      return readOn()
    }
    isTouched = isTouched || target != 0
    queue.cursor = target
    return open(queue.rows[target].number)
  }

  private mutating func go(to name: String) -> [ReviewEffect] {
    let words = name.trimmingBlanks
    let isNumber = words.utf8.first == UInt8(ascii: "#")
    let digits = isNumber ? words.dropFirst() : words[...]
    // What is no number is an id.
    if !isNumber, Int(digits) == nil { return words.isEmpty ? [] : [.findTask(id: words)] }
    guard let number = Int(digits), number > 0, totals.map({ number <= $0.tasks }) ?? true else {
      let last = totals.map { " The last one is #\($0.tasks)." } ?? ""
      message = SessionMessage(.warning, "There is no task \(name.trimmingBlanks).\(last)")
      return []
    }
    return show(number)
  }

  /// Opens a task, whether the queue has it or not.
  mutating func show(_ number: Int) -> [ReviewEffect] {
    isTouched = true
    if let rank = queue.rank(of: number) {
      queue.cursor = rank
    } else {
      message = SessionMessage(.information, "#\(number) is not among the rows read so far; it is shown all the same.")
    }
    return open(number)
  }

  /// Opens a task: from what was read ahead if it is there, else it asks for it.
  mutating func open(_ number: Int) -> [ReviewEffect] {
    current = number
    return readOn()
  }

  /// Asks for the rows and tasks around the cursor that are not there yet.
  mutating func readOn() -> [ReviewEffect] {
    var effects: [ReviewEffect] = []
    if queue.wantsMore {
      queue.isReading = true
      effects.append(.loadRows(queue.filter, after: queue.end, generation: queue.generation))
    }
    var near: [Int] = []
    if let current { near.append(current) }
    near += (queue.cursor - 1...queue.cursor + Self.ahead).compactMap { queue.row(at: $0)?.number }
    let missing = near.filter { loaded[$0] == nil && !requested.contains($0) }
    // The task before the eyes comes first, and alone: nothing may hold it up.
    if let current, missing.contains(current) {
      requested.insert(current)
      effects.append(.loadTasks([current]))
    }
    let others = Array(Set(missing).subtracting([current ?? 0])).sorted()
    if !others.isEmpty {
      requested.formUnion(others)
      effects.append(.loadTasks(others))
    }
    if loaded.count > Self.keptTasks {
      let kept = Set(near)
      loaded = loaded.filter { kept.contains($0.key) }
    }
    return effects
  }

  /// Tasks read ahead of the cursor.
  private static let ahead = 3
  private static let keptTasks = 32

  // MARK: The queue

  private mutating func setFilter(_ filter: ReviewFilter, at now: Timestamp) -> [ReviewEffect] {
    queue.filter = filter
    return reload(at: now)
  }

  /// Reads the queue, the counters and the task before the eyes again.
  mutating func reload(at now: Timestamp) -> [ReviewEffect] {
    queue.restart()
    isTouched = false
    isRowsOld = true
    loaded = [:]
    requested = []
    return measure() + readOn() + countAgain() + makeReport(at: now)
  }

  /// Asks how the project stands, unless that is being worked out.
  mutating func makeReport(at now: Timestamp) -> [ReviewEffect] {
    guard !isReporting else { return [] }
    isReporting = true
    return [.makeReport(at: now)]
  }

  /// Asks for the counters, unless they are on their way.
  mutating func countAgain() -> [ReviewEffect] {
    guard !isCounting else {
      countsAgain = true
      return []
    }
    isCounting = true
    return [.loadTotals]
  }
}
