import PostilModel

/// What each decision does, and what takes it back.
extension ReviewSession {
  mutating func acceptMajority(_ task: ReviewTask, at now: Timestamp) -> [ReviewEffect] {
    let said = task.answered.map(\.annotation.answers)
    guard !said.isEmpty else {
      message = SessionMessage(.information, "Nobody has answered #\(task.task.number) yet.")
      return []
    }
    let answers = Majority.answers(said, project: project)
    let missing = project.questions(for: answers).first { $0.isRequired && answers[$0.name] == nil }
    if let missing {
      message = SessionMessage(
        .information, "There is no majority about “\(missing.title)”. Accept a person's answer, or give your own.")
      return []
    }
    // One answer agrees with nobody: it is taken as that person's.
    if said.count == 1, let only = task.answered.first {
      return resolve(
        task, answers, method: .adjudicated, taken: only.annotator, label: "\(only.annotator)'s answer, the only one,",
        at: now)
    }
    let isUnanimous = Majority.isUnanimous(said, project: project)
    return resolve(
      task, answers, method: isUnanimous ? .unanimous : .aggregated("majority"),
      label: isUnanimous ? "what all said" : "the majority", at: now)
  }

  mutating func accept(_ annotator: String, _ task: ReviewTask, at now: Timestamp) -> [ReviewEffect] {
    guard let theirs = task.answered.first(where: { $0.annotator == annotator }) else {
      message = SessionMessage(.information, "\(annotator) has not answered #\(task.task.number).")
      return []
    }
    return resolve(
      task, project.relevantAnswers(theirs.annotation.answers), method: .adjudicated, taken: annotator,
      label: "\(annotator)'s answer", at: now)
  }

  mutating func resolve(
    _ task: ReviewTask, _ answers: [String: JSONValue], method: Resolution.Method, taken: String? = nil,
    label: String, at now: Timestamp
  ) -> [ReviewEffect] {
    let number = task.task.number
    if let problem = project.firstProblem(with: answers, subject: task.subject(of:)) {
      let title = project.question(named: problem.question)?.title ?? problem.question
      message = SessionMessage(.warning, "That cannot be the final answer: “\(title)” \(problem.reason).")
      return []
    }
    let resolution = Resolution(
      task: number, answers: answers, method: method, taken: taken, by: reviewer, at: now, errorType: errorType,
      said: task.said)
    if let stands = task.resolution, stands.answers == answers, stands.method == method, stands.taken == taken {
      message = SessionMessage(.information, "That is the final answer of #\(number) already.")
      return goOn(at: now)
    }
    let effects = take(
      "accepting \(label) \(taken == nil && method != .adjudicated ? "at" : "to") #\(number)", task: number,
      isCheck: task.standing.state == .unanimous, forward: [.resolve([resolution], over: task.resolution?.mark)],
      backward: [
        task.resolution.map { .resolve([$0], over: resolution.mark) }
          ?? .unresolve(tasks: [number], of: resolution.mark)
      ], at: now)
    if isOwnAndAlone {
      message = SessionMessage(
        .information, "#\(number) has an answer of your own. Nobody else reviews here, so you may settle it.")
    }
    // What contradicts a known answer stays before the eyes, and says so.
    if let warning = warning(of: answers, against: task) {
      message = warning
      return effects + readOn()
    }
    return effects + goOn(at: now)
  }

  /// What to tell of a final answer that is not the known one; nil where it is, or none is known.
  private func warning(of answers: [String: JSONValue], against task: ReviewTask) -> SessionMessage? {
    guard let gold = task.gold, !gold.isMet(by: answers) else { return nil }
    let known = project.questions.compactMap { question in
      gold.answers[question.name].map { "\(question.name) \(task.summary(of: $0, to: question))" }
    }
    return SessionMessage(
      .warning,
      "#\(task.task.number) is gold, and this is not its known answer (\(known.joined(separator: ", "))). Undo takes it back."
    )
  }

  /// After a final answer: on to the next task that has none, unless the project stays.
  mutating func goOn(at now: Timestamp) -> [ReviewEffect] {
    guard project.advance != .stay, let current, queue.row(at: queue.cursor)?.number == current else { return [] }
    guard let next = queue.unsettled(from: queue.cursor, step: 1) else {
      if queue.isComplete, message == nil {
        message = SessionMessage(.information, "That was the last one of this list.")
      }
      return readOn()
    }
    return move(to: next, at: now)
  }

  mutating func reopen(_ task: ReviewTask, at now: Timestamp) -> [ReviewEffect] {
    guard let resolution = task.resolution else {
      message = SessionMessage(.information, "#\(task.task.number) has no final answer.")
      return []
    }
    return take(
      "reopening #\(task.task.number)", task: task.task.number,
      forward: [.unresolve(tasks: [task.task.number], of: resolution.mark)],
      backward: [.resolve([resolution], over: nil)], at: now)
  }

  mutating func sendBack(_ task: ReviewTask, to annotator: String, text: String, at now: Timestamp) -> [ReviewEffect] {
    let number = task.task.number
    guard task.annotations.contains(where: { $0.annotator == annotator }) else {
      message = SessionMessage(.information, "\(annotator) has nothing here to send back.")
      return []
    }
    if task.returned.contains(annotator) {
      message = SessionMessage(.information, "#\(number) is with \(annotator) already. Undo takes that back.")
      return []
    }
    let words = text.trimmingBlanks
    guard !words.isEmpty else {
      message = SessionMessage(.information, "Nothing was sent back: say what \(annotator) should look at.")
      return []
    }
    var forward: [ReviewDecision] = [.sendBack(task: number, annotator: annotator, text: words)]
    var backward: [ReviewDecision] = [.dropSendBack(task: number, annotator: annotator)]
    if let resolution = task.resolution {
      forward.insert(.unresolve(tasks: [number], of: resolution.mark), at: 0)
      backward.append(.resolve([resolution], over: nil))
    }
    let effects = take(
      "sending #\(number) back to \(annotator)", task: number, forward: forward, backward: backward, at: now)
    let place =
      project.assignment == nil
      ? "#\(number) is before \(annotator) at their next start, with your words."
      : "#\(number) is on top of \(annotator)'s queue, with your words."
    message = SessionMessage(.information, place)
    return effects
  }

  mutating func askOneMore(_ task: ReviewTask, at now: Timestamp) -> [ReviewEffect] {
    let number = task.task.number
    guard project.assignment != nil else {
      message = SessionMessage(
        .information, "This project hands no tasks out ([queue] in postil.toml does): everybody sees #\(number).")
      return []
    }
    guard task.resolution == nil else {
      message = SessionMessage(.information, "#\(number) has its final answer. Reopen it first.")
      return []
    }
    let effects = take(
      "asking one more person about #\(number)", task: number, forward: [.addOne(task: number)],
      backward: [.removeOne(task: number)], at: now)
    message = SessionMessage(.information, "One more person is asked about #\(number).")
    return effects
  }

  mutating func toggleGold(_ task: ReviewTask, at now: Timestamp) -> [ReviewEffect] {
    let number = task.task.number
    guard role == .lead else {
      message = SessionMessage(.warning, "Only leads say which tasks are gold.")
      return []
    }
    if let gold = task.gold {
      let effects = take(
        "making #\(number) an ordinary task", task: number, forward: [.dropGold(task: number)],
        backward: [.setGold(gold)], at: now)
      message = SessionMessage(.information, "#\(number) is gold no more.")
      return effects
    }
    guard let resolution = task.resolution else {
      message = SessionMessage(
        .information, "#\(number) has no final answer yet. Settle it first: gold is a task whose answer is known.")
      return []
    }
    let gold = GoldTask(
      task: number, answers: resolution.answers, explanation: resolution.comment, isPromoted: true)
    let effects = take(
      "making #\(number) gold", task: number, forward: [.setGold(gold)], backward: [.dropGold(task: number)], at: now)
    message = SessionMessage(.information, "#\(number) is gold from now on, with its final answer.")
    return effects
  }

  mutating func setErrorType(_ name: String, _ task: ReviewTask, at now: Timestamp) -> [ReviewEffect] {
    let number = task.task.number
    guard let before = task.resolution else {
      let stood = errorTypes[number] ?? ""
      guard stood != name else { return [] }
      note("the error type of #\(number)", ReviewStep.ErrorTypeChange(task: number, from: stood, to: name))
      message = SessionMessage(
        .information, name.isEmpty ? "No error type." : "Error type: \(name). It goes with the final answer.")
      return []
    }
    guard before.errorType != name else { return [] }
    var after = before
    (after.errorType, after.by, after.at) = (name, reviewer, now)
    let effects = take(
      "the error type of #\(number)", task: number, forward: [.resolve([after], over: before.mark)],
      backward: [.resolve([before], over: after.mark)], at: now)
    message = SessionMessage(.information, name.isEmpty ? "No error type." : "Error type: \(name).")
    return effects
  }
}
