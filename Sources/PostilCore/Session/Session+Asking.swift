public import PostilModel
import PostilStore

/// Questions to somebody who has a skill.
extension Session {
  /// What somebody must be good at who is asked about the current task; nil where nobody can be asked, or was and has
  /// answered.
  public var skillToAsk: Skill? {
    guard let work, readOnlyReason == nil, let current, let task = current.task,
      current.stored.state != .submitted, current.stored.state != .skipped,
      !current.messages.contains(where: { $0.kind == .answer && $0.to == annotator })
    else { return nil }
    return task.metadata["needs"]?.string.flatMap(Skill.init) ?? work.plan.needs ?? work.plan.asks
  }

  /// The note of a question about the current task that could not be sent: it is not to be typed again.
  public var unsentNote: String? { work?.refused.last { $0.task == current?.number }?.note }

  /// Sends the current task to somebody who has the skill, and goes on.
  mutating func ask(note: String, at now: Timestamp) -> [SessionEffect] {
    guard let current, skillToAsk != nil else {
      message = SessionMessage(.information, "Nobody can be asked about this task.")
      return []
    }
    guard work?.asked.contains(current.number) == false else {
      message = SessionMessage(.information, "You have asked about #\(current.number) already. The answer comes here.")
      return []
    }
    let entry = UndoEntry(
      task: current.number, label: "question", at: now, before: current.snapshot, after: current.snapshot,
      question: note)
    let asking = Asking(token: makeToken(), task: current.number, note: note, at: now)
    let effects = send(asking, with: [pushUndo(entry)])
    return effects + seekAfterAsking(at: now)
  }

  private mutating func seekAfterAsking(at now: Timestamp) -> [SessionEffect] {
    let effects = advance(at: now) + topUp()
    if let number = work?.asks.last?.task {
      message = SessionMessage(.information, "#\(number) goes to somebody who knows. The answer will be in your queue.")
    }
    return effects
  }

  private mutating func send(_ asking: Asking, with writes: [SessionWrite]) -> [SessionEffect] {
    let isAgain = work?.refused.contains { $0.task == asking.task } == true
    work?.refused.removeAll { $0.task == asking.task }
    work?.asks.append(asking)
    work?.asked.insert(asking.task)
    work?.open.remove(asking.task)
    work?.leases[asking.task] = nil
    return [.write(writes + (isAgain ? [keepRefused()] : []) + [keepAsks()]), .ask(asking)]
  }

  private mutating func keepAsks() -> SessionWrite { keep(work?.asks ?? [], key: Asking.key) }

  private mutating func keepRefused() -> SessionWrite { keep(work?.refused ?? [], key: Asking.refusedKey) }

  private mutating func keep(_ askings: [Asking], key: String) -> SessionWrite {
    let value = askings.isEmpty ? nil : JSONValue.array(askings.map(\.json))
    remembered[key] = value
    return .place(key: key, value: value)
  }

  /// Sends the questions that are not with the project yet.
  mutating func sendAsks() -> [SessionEffect] { (work?.asks ?? []).map { .ask($0) } }

  /// A question is with the project.
  mutating func receive(asked token: String) -> [SessionEffect] {
    work?.asks.removeAll { $0.token == token }
    return [.write([keepAsks()])]
  }

  /// A question was not taken.
  mutating func receive(notAsked token: String, reason: String, isFinal: Bool) -> [SessionEffect] {
    guard let asking = work?.asks.first(where: { $0.token == token }) else { return [] }
    guard isFinal else {
      message = SessionMessage(
        .error, "The question about #\(asking.task) is not in the project yet: \(reason). It is tried again.")
      return []
    }
    message = SessionMessage(.warning, "The question about #\(asking.task) could not be sent: \(reason)")
    work?.asks.removeAll { $0.token == token }
    work?.asked.remove(asking.task)
    work?.refused.append(asking)
    return [.write([keepAsks(), keepRefused()])] + loadAssigned()
  }

  /// Takes a question back, or asks it again.
  mutating func undoAsk(_ entry: UndoEntry, _ direction: UndoDirection, at now: Timestamp) -> [SessionEffect] {
    if direction == .forward, let note = entry.question {
      undoPosition += 1
      let moved = SessionWrite.moveUndo(to: undoPosition)
      message = SessionMessage(.information, "Redid “\(entry.label)” on #\(entry.task).")
      return send(Asking(token: makeToken(), task: entry.task, note: note, at: now), with: [moved])
    }
    if work?.refused.contains(where: { $0.task == entry.task }) == true {
      // It never went anywhere.
      undoPosition -= 1
      message = SessionMessage(.information, "Undid “\(entry.label)” on #\(entry.task).")
      return [.write([.moveUndo(to: undoPosition)])]
    }
    // The step is undone once the project has agreed; keys typed until then wait.
    takesBack = true
    return [.takeBackAsk(task: entry.task)]
  }

  /// Whether a question was taken back.
  mutating func receive(askTakenBack task: Int, isDone: Bool, _ lease: Lease?) -> [SessionEffect] {
    takesBack = false
    guard isDone else {
      message = SessionMessage(.warning, "Somebody is at #\(task) already: the question stays.")
      return []
    }
    work?.asks.removeAll { $0.task == task }
    work?.asked.remove(task)
    work?.open.insert(task)
    if let lease { work?.leases[task] = lease.until }
    undoPosition -= 1
    message = SessionMessage(.information, "Undid “question” on #\(task).")
    return [.write([keepAsks(), .moveUndo(to: undoPosition)])]
  }
}
