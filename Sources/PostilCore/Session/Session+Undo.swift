import PostilModel
import PostilStore

extension Session {
  /// Appends to the undo log; what could have been redone is gone.
  mutating func pushUndo(_ entry: UndoEntry) -> SessionWrite {
    undoPosition += 1
    undoCount = undoPosition
    return .pushUndo(entry)
  }

  /// Asks for the entry to undo or redo.
  mutating func requestUndo(_ direction: UndoDirection) -> [SessionEffect] {
    if let readOnlyReason {
      message = SessionMessage(.warning, "Nothing can be saved: \(readOnlyReason).")
      return []
    }
    let isPossible = direction == .back ? canUndo : canRedo
    guard isPossible else {
      message = SessionMessage(.information, direction == .back ? "Nothing to undo." : "Nothing to redo.")
      return []
    }
    let position = direction == .back ? undoPosition - 1 : undoPosition
    return [.fetchUndo(position: position, direction: direction)]
  }

  /// Goes to the entry's task, and undoes there as soon as it has been read.
  mutating func receive(undo entry: UndoEntry?, _ direction: UndoDirection, at now: Timestamp) -> [SessionEffect] {
    guard let entry else {
      message = SessionMessage(.error, "The undo log cannot be read. Nothing was changed.")
      return []
    }
    var effects: [SessionEffect] = []
    if work != nil {
      effects += adopt(entry.task)
      if entry.question != nil {
        return effects + showAssigned(entry.task, at: now) + undoAsk(entry, direction, at: now)
      }
    }
    pendingUndo = PendingUndo(entry: entry, direction: direction)
    if current?.number != entry.task { effects += show(task: entry.task, at: now) }
    return effects + finishUndo(at: now)
  }

  /// Does the undo that waits, if its task is there.
  mutating func finishUndo(at now: Timestamp) -> [SessionEffect] {
    guard let pending = pendingUndo, let current, current.number == pending.entry.task, current.isLoaded else {
      return []
    }
    pendingUndo = nil
    var entry = pending.entry
    var writes: [SessionWrite] = []
    // A text that was being written when the program was killed: its step ends in what stands now.
    if entry.after == nil {
      entry.after = current.snapshot
      writes.append(.replaceUndoTop(entry))
    }
    let target = pending.direction == .back ? entry.before : entry.after ?? current.snapshot
    if !Self.sameContent(target.stored, current.stored) {
      let kind: AnnotationEvent.Kind = pending.direction == .back ? .retracted : .restored
      if current.stored.state == .submitted, target.stored.state != .submitted { pace.takeBack() }
      writes += enqueue(target.stored, kind: kind, keepsDraft: true, at: now)
    }
    writes += setDraft(target.draft)
    undoPosition += pending.direction == .back ? -1 : 1
    writes.append(.moveUndo(to: undoPosition))
    focusChange(between: entry.before, and: entry.after)
    let verb = pending.direction == .back ? "Undid" : "Redid"
    message = SessionMessage(.information, "\(verb) “\(entry.label)” on #\(entry.task).")
    return [.write(writes)] + deliverNext()
  }

  /// Puts the focus on the question whose answer a step changed, so that the eye finds what was undone.
  private mutating func focusChange(between before: AnnotationSnapshot, and after: AnnotationSnapshot?) {
    let one = before.draft ?? before.stored.answers
    let other = after.map { $0.draft ?? $0.stored.answers } ?? [:]
    if let changed = questions.first(where: { one[$0.name] != other[$0.name] }) {
      focusedQuestion = changed.name
    } else {
      focusFirstQuestion()
    }
  }

  private static func sameContent(_ one: Annotation, _ other: Annotation) -> Bool {
    one.state == other.state && one.answers == other.answers && one.isFlagged == other.isFlagged
      && one.comment == other.comment && one.skipReason == other.skipReason
  }
}
