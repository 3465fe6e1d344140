public import PostilModel

extension ReviewSession {
  /// Takes what came back from the project.
  public mutating func receive(_ reply: ReviewReply, at now: Timestamp) -> [ReviewEffect] {
    switch reply {
    case .refreshed(let measured, let isDone): return receive(measured: measured, isDone: isDone)
    case .rows(let rows, let isLast, let generation):
      if generation == queue.generation { return receive(rows, isLast: isLast, at: now) }
    case .rowsFailed(let reason, let generation):
      guard generation == queue.generation else { return [] }
      queue.isReading = false
      queue.isComplete = true
      tellsReading = false
      message = SessionMessage(.error, reason)
    case .tasks(let tasks): receive(tasks)
    case .tasksFailed(let numbers, let reason):
      requested.subtract(numbers)
      if let current, numbers.contains(current) { self.current = nil }
      message = SessionMessage(.error, reason)
    case .history(let log): history = log
    case .found(let id, let task):
      if let task { return show(task) }
      message = SessionMessage(.warning, "There is no task with the id \(id).")
    case .decided(let number): return settle(number)
    case .notDecided(let number, let reason, let isOvertaken):
      return giveUp(number, reason: reason, isOvertaken: isOvertaken)
    case .unanimousAccepted(let tasks, let leftOut, let number):
      return receive(accepted: tasks, leftOut: leftOut, delivery: number)
    case .totals(let totals):
      isCounting = false
      self.totals = totals
      guard countsAgain else { return [] }
      countsAgain = false
      return countAgain()
    case .report(let report):
      // What people are paid is for leads only, as in the report that is printed.
      (self.report, reportProblem, isReporting) = (role == .lead ? report : report.withoutPay, nil, false)
    case .reportFailed(let reason): (reportProblem, isReporting) = (reason, false)
    case .projectFile(let news, let project): return receive(news, project)
    case .failed(let reason):
      isCounting = false
      message = SessionMessage(.error, reason)
    }
    return []
  }

  /// `postil.toml` has changed: the desk goes by what it says of handing out and reviewing.
  private mutating func receive(_ news: ProjectNews?, _ project: Project?) -> [ReviewEffect] {
    var words: [String] = []
    if let project {
      self.project = project
      words.append("postil.toml has changed: this desk goes by its new plan from now on.")
    }
    if case .changed(_, wantsRestart: true) = news {
      words.append(ProjectNews.changed(plan: nil, wantsRestart: true).words)
    }
    if case .broken(let reason) = news { words.append(ProjectNews.broken(reason).words) }
    // It says more than that the queue was read.
    tellsReading = false
    let isBroken = if case .broken = news { true } else { false }
    message = SessionMessage(isBroken ? .warning : .information, words.joined(separator: " "))
    return project == nil ? [] : measure() + countAgain()
  }

  /// Asks for tasks to be measured whose answers have changed, once more if that is under way.
  mutating func measure() -> [ReviewEffect] {
    guard !isRefreshing else {
      refreshesAgain = true
      return []
    }
    isRefreshing = true
    return [.refresh]
  }

  /// Some tasks were measured: the rest is too, and at the end the queue is read again unless somebody works in it.
  private mutating func receive(measured: Int, isDone: Bool) -> [ReviewEffect] {
    isRefreshing = false
    isMeasuring = !isDone
    if !isDone || (isRowsOld && measured > 0) { isUnordered = true }
    guard isDone, !refreshesAgain else {
      refreshesAgain = false
      return measure()
    }
    isRowsOld = false
    if isUnordered { unmeasured.formUnion(requested.union(loaded.keys)) }
    let again = readAgain(Array(unmeasured))
    unmeasured = []
    // Tasks stand otherwise than they were counted before.
    guard isUnordered else { return again + countAgain() }
    isUnordered = false
    if isTouched {
      if message == nil || message?.kind == .information {
        message = SessionMessage(.information, "All tasks are measured now: reload the queue to see them in order.")
      }
      return again + countAgain()
    }
    return again + startAgain()
  }

  /// Reads the list anew and keeps what is before the eyes until the first rows are there.
  private mutating func startAgain() -> [ReviewEffect] {
    queue.restart()
    queue.cursor = 0
    return readOn() + countAgain()
  }

  private mutating func receive(_ rows: [TaskStanding], isLast: Bool, at now: Timestamp) -> [ReviewEffect] {
    let isFirst = queue.count == 0
    queue.append(rows, isLast: isLast)
    if tellsReading {
      tellsReading = false
      let count = queue.count == 0 ? "no task" : queue.count == 1 ? "1 task" : "\(queue.count) tasks"
      message = SessionMessage(
        .information, "The queue was read again: \(count)\(queue.isComplete ? "" : " so far").")
    }
    guard isFirst else { return readOn() }
    guard queue.count > 0 else {
      current = nil
      queue.cursor = 0
      return []
    }
    // What somebody works at stays before their eyes, whether the list has it or not.
    if let current, isTouched {
      queue.cursor = queue.rank(of: current) ?? 0
      return readOn()
    }
    queue.cursor = 0
    return open(queue.rows[0].number)
  }

  private mutating func receive(_ tasks: [ReviewTask]) {
    for task in tasks {
      var task = task
      task.annotations.removeAll { models.contains($0.annotator) }
      let number = task.task.number
      requested.remove(number)
      // What was decided meanwhile is newer than what was read; it is read again when it is through.
      guard !underWay.contains(where: { $0.tasks.contains(number) }) || loaded[number] == nil else { continue }
      loaded[number] = task
      queue.update(number) { $0 = task.standing }
    }
  }
}
