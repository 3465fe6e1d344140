import PostilModel
import PostilStore

extension Session {
  /// Submits the answers that stand, if nothing is missing.
  ///
  /// - Parameter reply: what is said to the one who sent the annotation back.
  mutating func submit(reply: String = "", at now: Timestamp) -> [SessionEffect] {
    guard let current else { return [] }
    let silent = questions.filter { $0.isRequired && $0.kind.silence != nil && current.answers[$0.name] == nil }
    let answers = silent.reduce(into: current.answers) { $0[$1.name] = $1.kind.silence }
    if let problem = project.firstProblem(with: answers, subject: subject(of:)) {
      let title = project.question(named: problem.question)?.title ?? problem.question
      focusedQuestion = problem.question
      message = SessionMessage(.warning, "Not submitted: “\(title)” \(problem.reason).")
      return []
    }
    let isReturned = mark(of: current.number) == .sentBack
    if current.stored.state == .submitted, current.draft == nil, !isReturned { return advance(at: now) }
    if let question = silent.first, meansSilence(question, answers) == false { return [] }
    if reply.isEmpty, hasNewDoubt(about: answers) { return [] }
    let annotation = submission(of: answers)
    return save(annotation, kind: submissionKind, label: "submit", reply: reply, at: now)
      + advance(isReply: isReturned, at: now)
  }

  /// Whether nothing said is meant as an answer: asked once, taken the second time.
  private mutating func meansSilence(_ question: Question, _ answers: [String: JSONValue]) -> Bool {
    guard let current, doubted?.task != current.number || doubted?.answers != answers else { return true }
    doubted = (current.number, answers)
    focusedQuestion = question.name
    message = SessionMessage(
      .warning, "Nothing is marked in “\(question.title)”. Submit once more if there is nothing to mark.")
    return false
  }

  /// Tells what may be an oversight in the answers, once; the second submit of the same answers is meant.
  private mutating func hasNewDoubt(about answers: [String: JSONValue]) -> Bool {
    guard let current, doubted?.task != current.number || doubted?.answers != answers else { return false }
    for question in questions {
      guard let answer = answers[question.name],
        let doubt = question.kind.doubt(about: answer, subject(of: question))
      else { continue }
      doubted = (current.number, answers)
      focusedQuestion = question.name
      message = SessionMessage(.warning, "This is \(doubt). Submit once more if you mean it.")
      return true
    }
    return false
  }

  /// Passes over the current task.
  mutating func skip(reason: String, at now: Timestamp) -> [SessionEffect] {
    guard let current else { return [] }
    let isReturned = mark(of: current.number) == .sentBack
    var annotation = submission(of: current.answers)
    annotation.state = .skipped
    annotation.skipReason = reason
    return save(annotation, kind: .skipped, label: "skip", at: now) + advance(isReply: isReturned, at: now)
  }

  /// Changes the mark or the comment, at once and without touching the draft.
  mutating func mark(_ label: String, at now: Timestamp, _ change: (inout Annotation) -> Void) -> [SessionEffect] {
    guard var annotation = current?.stored else { return [] }
    change(&annotation)
    guard annotation != current?.stored else { return [] }
    return save(annotation, kind: .marked, label: label, keepsDraft: true, at: now)
  }

  var submissionKind: AnnotationEvent.Kind { current?.stored.state == .submitted ? .revised : .submitted }

  func submission(of answers: [String: JSONValue]) -> Annotation {
    var annotation = current?.stored ?? Annotation()
    annotation.state = .submitted
    annotation.answers = project.relevantAnswers(answers)
    for question in project.questions {
      guard let answer = annotation.answers[question.name] else { continue }
      annotation.answers[question.name] = question.kind.finished(answer, about: subject(of: question))
    }
    annotation.shown = (current?.candidates ?? [:]).mapValues { $0.map(\.id) }
    annotation.skipReason = ""
    return annotation
  }

  /// Puts a save of the current task into the outbox and on its way, as one undo step.
  mutating func save(
    _ annotation: Annotation, kind: AnnotationEvent.Kind, label: String, keepsDraft: Bool = false, reply: String = "",
    at now: Timestamp
  ) -> [SessionEffect] {
    guard let before = current?.snapshot, let number = current?.number else { return [] }
    var writes = enqueue(annotation, kind: kind, keepsDraft: keepsDraft, reply: reply, at: now)
    guard let after = current?.snapshot else { return [] }
    writes.append(pushUndo(UndoEntry(task: number, label: label, at: now, before: before, after: after)))
    if annotation.state == .submitted, before.stored.state != .submitted {
      pace.note(now)
      writes.append(.place(key: "pace", value: pace.value))
    }
    return [.write(writes)] + deliverNext() + topUp()
  }

  /// Makes `annotation` what is stored of the current task, here at once and in the project as soon as it can be.
  mutating func enqueue(
    _ annotation: Annotation, kind: AnnotationEvent.Kind, keepsDraft: Bool, reply: String = "", at now: Timestamp
  ) -> [SessionWrite] {
    guard let current else { return [] }
    var annotation = annotation
    annotation.revision = current.stored.revision
    annotation.guidelinesVersion = guidelines.version
    annotation.activeMilliseconds += current.activeMilliseconds
    annotation.keysPressed += current.keysPressed
    let save = AnnotationSave(
      token: makeToken(), task: current.number, annotator: annotator, kind: kind, annotation: annotation, at: now,
      reply: reply)
    outbox.append(save)
    noteInWork(save)
    noteReturned(save)
    var writes: [SessionWrite] = [.enqueue(save)]
    count(from: current.stored, to: annotation)
    annotation.revision += 1
    annotation.savedAt = now
    self.current?.stored = annotation
    self.current?.activeMilliseconds = 0
    self.current?.keysPressed = 0
    loaded[current.number]?.annotation = annotation
    if !keepsDraft, current.draft != nil {
      self.current?.draft = nil
      drafts.remove(current.number)
      writes.append(.dropDraft(task: current.number))
    } else if current.draft != nil {
      // A mark raises the revision: the draft stands over the marked annotation now.
      writes.append(.beginDraft(task: current.number, revision: annotation.revision))
    }
    writes += forgetActiveTime(of: current.number)
    showInQueue(annotation, number: current.number)
    updateSaving()
    return writes
  }

  /// Sends the oldest save that waits, unless one is under way.
  mutating func deliverNext() -> [SessionEffect] {
    guard !isDelivering, let first = outbox.first else { return [] }
    isDelivering = true
    return [.deliver(first)]
  }

  /// Tries again to send what waits. Called after a while by the workspace.
  mutating func retryDelivery() -> [SessionEffect] { deliverNext() + sendAsks() }

  /// Says where the work is.
  mutating func updateSaving() {
    if let sessionFileProblem {
      saving = .unsafe(reason: sessionFileProblem)
    } else if outbox.isEmpty {
      saving = .saved(progress.saves)
    } else if let outboxProblem {
      saving = .waiting(count: outbox.count, reason: outboxProblem)
    } else {
      saving = .saving
    }
  }

  /// Moves the counters on before the project has answered; its own numbers replace them when the outbox is empty.
  private mutating func count(from old: Annotation, to new: Annotation) {
    func step(_ holds: (Annotation) -> Bool) -> Int { (holds(new) ? 1 : 0) - (holds(old) ? 1 : 0) }
    progress.submitted += step { $0.state == .submitted }
    progress.skipped += step { $0.state == .skipped }
    progress.flagged += step { $0.isFlagged }
  }

  mutating func showInQueue(_ annotation: Annotation, number: Int) {
    queue.update(number: number) { row in
      row.state = annotation.state
      row.answers = annotation.answers
      row.isFlagged = annotation.isFlagged
      row.hasComment = !annotation.comment.isEmpty
      row.savedAt = annotation.savedAt
    }
  }
}
