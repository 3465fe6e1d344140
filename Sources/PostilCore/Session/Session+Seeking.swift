import PostilModel
import PostilStore

/// Finding the next task without an answer: in the rows at hand, else by asking the project.
extension Session {
  /// Forgets a search for an open task, found or given up.
  mutating func endSeeking() {
    isSeeking = false
    isSeekingBack = false
    hasWrapped = false
    seekRank = nil
    seekUnderWay = [:]
  }

  /// Goes on after a submit or a skip, as the project says: from what came back to what else did.
  mutating func advance(isReply: Bool = false, at now: Timestamp) -> [SessionEffect] {
    guard project.advance != .stay else { return [] }
    if work != nil, queue.filter.isEverything { return seekAssigned(isAfterSubmit: true, at: now) }
    if isReply, let next = returned.lazy.compactMap({ [queue] in queue.rank(of: $0) }).first {
      return move(to: next, at: now)
    }
    return seekOpen(at: now)
  }

  /// Goes to the next open task after the cursor; from the end it begins again at the top.
  mutating func seekOpen(at now: Timestamp) -> [SessionEffect] {
    if work != nil, queue.filter.isEverything { return seekAssigned(at: now) }
    guard queue.count > 0 else { return [] }
    if openCount == 0, work == nil {
      if returned.contains(where: { $0 != current?.number }) { return goToNextReturned(at: now) }
      message = SessionMessage(
        .information, "Nothing is left open: \(progress.submitted) done, \(progress.skipped) skipped.")
      return []
    }
    return seekOpen(from: queue.cursor + 1, steps: queue.count, at: now)
  }

  /// Goes to the first open task at or after a place.
  mutating func seekOpen(from start: Int, at now: Timestamp) -> [SessionEffect] {
    seekOpen(from: start, steps: queue.count, at: now)
  }

  private mutating func seekOpen(from start: Int, steps: Int, at now: Timestamp) -> [SessionEffect] {
    for step in 0..<max(0, min(steps, queue.count)) {
      let rank = (start + step) % queue.count
      guard let row = queue.summary(at: rank) else { return ask(from: rank) }
      if isOpen(row) {
        if start + step >= queue.count, rank <= queue.cursor {
          message = SessionMessage(.information, "From the top again: \(openCount) are still open.")
        }
        return move(to: rank, at: now)
      }
    }
    message = SessionMessage(.information, "Nothing is left open in this queue.")
    return []
  }

  /// Asks for what is needed to go on from a place whose row is not at hand.
  private mutating func ask(from rank: Int) -> [SessionEffect] {
    isSeeking = true
    if case .everything = queue.listing {
      seekUnderWay = Dictionary(outbox.map { ($0.task, $0.annotation.state) }, uniquingKeysWith: { $1 })
      return find(after: rank)
    }
    seekRank = rank
    guard let page = queue.missingPage(for: rank), requestedPages.insert(page).inserted else { return [] }
    return [.loadPage(page: page, numbers: queue.numbers(ofPage: page), generation: queue.generation)]
  }

  private mutating func find(after number: Int) -> [SessionEffect] {
    seekAfter = number
    return [.findOpen(after: number)]
  }

  /// The project's answer to `findOpen`. The project may not know yet of saves that were on their way when it was asked:
  /// a task that was taken back is open, one that was submitted is not.
  mutating func receive(open found: Int?, at now: Timestamp) -> [SessionEffect] {
    guard isSeeking else { return [] }
    let takenBack = seekUnderWay.filter { $0.key > seekAfter && $0.value == .open }.keys.min()
    guard let number = [found, takenBack].compactMap({ $0 }).min() else {
      if !hasWrapped {
        hasWrapped = true
        return find(after: 0)
      }
      endSeeking()
      message = SessionMessage(.information, "Nothing is left open in this queue.")
      return []
    }
    if let state = seekUnderWay[number], [.submitted, .skipped].contains(state) { return find(after: number) }
    if hasWrapped { message = SessionMessage(.information, "From the top again: \(openCount) are still open.") }
    endSeeking()
    return show(task: number, at: now)
  }

  /// Goes on looking when a page of rows has come.
  mutating func continueSeeking(at now: Timestamp) -> [SessionEffect] {
    guard isSeeking, let rank = seekRank else { return [] }
    seekRank = nil
    isSeeking = false
    if isSeekingBack { return seekBack(from: rank, at: now) }
    let passed = (rank - queue.cursor - 1 + queue.count) % max(1, queue.count)
    return seekOpen(from: rank, steps: queue.count - passed, at: now)
  }

  /// Goes to the last open task before the cursor.
  mutating func goToPreviousOpen(at now: Timestamp) -> [SessionEffect] { seekBack(from: queue.cursor - 1, at: now) }

  private mutating func seekBack(from start: Int, at now: Timestamp) -> [SessionEffect] {
    isSeekingBack = false
    for rank in stride(from: min(start, queue.count - 1), through: 0, by: -1) {
      guard let row = queue.summary(at: rank) else {
        guard let page = queue.missingPage(for: rank) else { break }
        isSeeking = true
        isSeekingBack = true
        seekRank = rank
        guard requestedPages.insert(page).inserted else { return [] }
        return [.loadPage(page: page, numbers: queue.numbers(ofPage: page), generation: queue.generation)]
      }
      if isOpen(row) { return move(to: rank, at: now) }
    }
    message = SessionMessage(.information, "No open task before this one.")
    return []
  }

  private func isOpen(_ row: TaskSummary) -> Bool {
    work?.isWaiting(row.number) ?? (row.state == .open || row.state == .draft)
  }
}
