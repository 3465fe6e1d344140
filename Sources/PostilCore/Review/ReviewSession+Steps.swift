import PostilModel

/// Decisions as steps: done, written, undone and done again.
extension ReviewSession {
  /// Does a step that can be undone.
  mutating func take(
    _ label: String, task: Int, isCheck: Bool = false, forward: [ReviewDecision], backward: [ReviewDecision],
    at now: Timestamp
  ) -> [ReviewEffect] {
    isTouched = true
    let step = newStep(label, task: task, isCheck: isCheck, forward: forward, backward: backward)
    show(forward)
    return deliver(forward, step: step, at: now)
  }

  /// Does a step that changes nothing in the project yet.
  mutating func note(_ label: String, _ change: ReviewStep.ErrorTypeChange) {
    isTouched = true
    _ = newStep(label, task: change.task, errorType: change, forward: [], backward: [])
    errorTypes[change.task] = change.to.isEmpty ? nil : change.to
  }

  private mutating func newStep(
    _ label: String, task: Int?, isCheck: Bool = false, errorType: ReviewStep.ErrorTypeChange? = nil,
    forward: [ReviewDecision], backward: [ReviewDecision]
  ) -> ReviewStep {
    stepCount += 1
    let step = ReviewStep(
      number: stepCount, label: label, task: task, isCheck: isCheck, errorType: errorType, forward: forward,
      backward: backward)
    steps.removeSubrange(undoPosition...)
    steps.append(step)
    undoPosition = steps.count
    return step
  }

  mutating func undo(at now: Timestamp) -> [ReviewEffect] {
    guard canUndo else {
      message = SessionMessage(.information, "There is nothing to undo.")
      return []
    }
    undoPosition -= 1
    let step = steps[undoPosition]
    return go(to: step, decisions: step.backward, isUndo: true, at: now)
  }

  mutating func redo(at now: Timestamp) -> [ReviewEffect] {
    guard canRedo else {
      message = SessionMessage(.information, "There is nothing to redo.")
      return []
    }
    let step = steps[undoPosition]
    if step.task == nil { return acceptUnanimous(at: now) }
    undoPosition += 1
    return go(to: step, decisions: step.forward, isUndo: false, at: now)
  }

  /// Shows the task of a step, and does what the step or its undoing says.
  private mutating func go(
    to step: ReviewStep, decisions: [ReviewDecision], isUndo: Bool, at now: Timestamp
  ) -> [ReviewEffect] {
    isTouched = true
    show(decisions)
    if let change = step.errorType {
      let name = isUndo ? change.from : change.to
      errorTypes[change.task] = name.isEmpty ? nil : name
    }
    var effects = decisions.isEmpty ? [] : deliver(decisions, step: step, isUndo: isUndo, at: now)
    if let task = step.task {
      if let rank = queue.rank(of: task) { queue.cursor = rank }
      if current != task { effects += open(task) }
    }
    message = SessionMessage(.information, (isUndo ? "Undid " : "Did again: ") + step.label + ".")
    return effects
  }

  // MARK: Writing

  /// Hands decisions on to be written.
  mutating func deliver(
    _ decisions: [ReviewDecision], step: ReviewStep, isUndo: Bool = false, at now: Timestamp
  ) -> [ReviewEffect] {
    deliveries += 1
    underWay.append(
      Delivery(number: deliveries, step: step, isUndo: isUndo, tasks: decisions.flatMap(\.tasks), at: now))
    return [.decide(decisions, at: now, delivery: deliveries)]
  }

  /// A delivery is in the project: what it was about is read again.
  mutating func settle(_ number: Int) -> [ReviewEffect] {
    guard let delivery = remove(number) else { return [] }
    lastFailure = nil
    // How a task stands without what was decided is measured first.
    unmeasured.formUnion(delivery.tasks)
    return measure()
  }

  /// A delivery failed: what it was about is read again, and what it did is not there to be undone.
  ///
  /// - Parameter isOvertaken: somebody else was quicker, so that trying again leads nowhere.
  mutating func giveUp(_ number: Int, reason: String, isOvertaken: Bool) -> [ReviewEffect] {
    guard let delivery = remove(number) else { return [] }
    lastFailure = isOvertaken ? nil : reason
    if let step = delivery.step {
      let way = delivery.isUndo ? "Taking back \(step.label)" : "What you decided, \(step.label),"
      let again: String
      if let place = steps.firstIndex(where: { $0.number == step.number }) {
        // The step stands on the side from which it can be tried again, if nothing was decided since.
        if !isOvertaken, !delivery.isUndo, place == undoPosition - 1 {
          undoPosition = place
          again = " Redo tries again."
        } else if !isOvertaken, delivery.isUndo, place == undoPosition {
          undoPosition = place + 1
          again = " Undo tries again."
        } else {
          steps.remove(at: place)
          if place < undoPosition { undoPosition -= 1 }
          again = ""
        }
      } else {
        again = ""
      }
      message = SessionMessage(.error, "\(way) is not saved: \(reason).\(again)")
    } else {
      message = SessionMessage(.error, "What you decided is not saved: \(reason).")
    }
    unmeasured.formUnion(delivery.tasks)
    return readAgain(delivery.tasks) + measure()
  }

  private mutating func remove(_ number: Int) -> Delivery? {
    guard let place = underWay.firstIndex(where: { $0.number == number }) else { return nil }
    return underWay.remove(at: place)
  }

  /// Reads tasks again that are kept here; the others are read when they are wanted.
  func readAgain(_ tasks: [Int]) -> [ReviewEffect] {
    let kept = Set(tasks).filter { number in
      (loaded[number] != nil || requested.contains(number)) && !underWay.contains { $0.tasks.contains(number) }
    }
    return kept.isEmpty ? [] : [.loadTasks(kept.sorted())]
  }

  // MARK: All in one go

  mutating func acceptUnanimous(at now: Timestamp) -> [ReviewEffect] {
    if let reason = reasonAgainstAcceptingAll {
      message = SessionMessage(.warning, reason)
      return []
    }
    deliveries += 1
    isTouched = true
    underWay.append(Delivery(number: deliveries, step: nil, tasks: [], at: now))
    message = SessionMessage(.information, "The unanimous tasks are being accepted.")
    return [.acceptUnanimous(at: now, except: names.filter { roster.hasReviewer(besides: $0) }, delivery: deliveries)]
  }

  /// Why the unanimous tasks cannot be accepted in one go, in words; nil when they can.
  public var reasonAgainstAcceptingAll: String? {
    if let readOnlyReason { return "Nothing can be decided: \(readOnlyReason)." }
    guard role >= .reviewer else { return "Only reviewers and leads decide. You are an annotator of this project." }
    guard let totals else { return "The tasks are still being counted." }
    guard totals.unanimous > 0 else { return "No unanimous task waits." }
    if isMeasuring { return "Tasks are still being measured. Try again in a moment." }
    guard let check = spotCheck, !check.isEnough else { return nil }
    let share = Int((project.review.spotCheck * 100).rounded())
    return
      "Check \(check.missing) more of the \(totals.unanimous) unanimous tasks first: the project wants \(share) % of them"
      + " looked at, and \(check.done) of \(check.wanted) are. The filter state:unanimous shows them."
  }

  mutating func receive(accepted tasks: [Int], leftOut: Int, delivery: Int) -> [ReviewEffect] {
    guard let delivery = remove(delivery) else { return [] }
    let own = leftOut == 0 ? "" : " \(leftOut) of your own wait for somebody else."
    guard !tasks.isEmpty else {
      message = SessionMessage(.information, "No unanimous task was accepted." + own)
      return countAgain()
    }
    let words = tasks.count == 1 ? "1 unanimous task" : "\(tasks.count) unanimous tasks"
    // What exactly each one was given is the project's to know; redoing it accepts all that are unanimous then.
    _ = newStep(
      "accepting \(words)", task: nil, forward: [],
      backward: [.unresolve(tasks: tasks, of: Resolution.Mark(by: reviewer, at: delivery.at))])
    for number in tasks {
      queue.update(number) { $0.state = .resolved }
      loaded[number] = nil
    }
    message = SessionMessage(.information, "Accepted \(words).\(own)")
    return countAgain() + readOn()
  }
}
