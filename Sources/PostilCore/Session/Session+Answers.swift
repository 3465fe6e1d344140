import PostilModel
import PostilStore

extension Session {
  /// Gives an answer as a draft, as one undo step.
  mutating func answer(_ question: String, _ value: JSONValue?, label: String, at now: Timestamp) -> [SessionEffect] {
    guard let before = current?.snapshot, let number = current?.number, var answers = current?.answers else {
      return []
    }
    guard answers[question] != value else { return [] }
    answers[question] = value
    let writes = setDraft(answers, changing: question)
    guard let after = current?.snapshot else { return [] }
    let entry = UndoEntry(task: number, label: label, at: now, before: before, after: after)
    return [.write(writes + [pushUndo(entry)])] + rememberQuestion(question)
  }

  /// Puts other answers in the place of all of them as a draft, as one undo step.
  mutating func replaceAnswers(_ answers: [String: JSONValue], label: String, at now: Timestamp) -> [SessionEffect] {
    guard let before = current?.snapshot, let number = current?.number, current?.answers != answers else { return [] }
    let closed = closeEdit()
    let writes = setDraft(answers)
    guard let after = current?.snapshot else { return closed }
    let entry = UndoEntry(task: number, label: label, at: now, before: before, after: after)
    return closed + [.write(writes + [pushUndo(entry)])]
  }

  /// Chooses a label or a step.
  mutating func choose(_ choice: String, for name: String, at now: Timestamp) -> [SessionEffect] {
    guard let question = project.question(named: name), let current else { return [] }
    let subject = subject(of: question)
    guard let value = question.kind.answer(choosing: choice, from: current.answers[name], about: subject) else {
      if let problem = subject.flatMap({ question.kind.problem(withCandidates: $0.candidates) }) {
        message = SessionMessage(.warning, "“\(question.title)” \(problem). Skip it, and tell your lead.")
      }
      return []
    }
    // What speaks of responses is told in the words of its choice: ids may name the models that wrote them.
    let title = question.about == nil ? nil : question.kind.choices.first { $0.name == choice }?.title
    return give(value, to: question, completes: question.kind.completes(choosing: choice), label: title, at: now)
  }

  /// Takes the suggestion as one's own answer.
  mutating func takeSuggestion(for name: String, at now: Timestamp) -> [SessionEffect] {
    guard let question = project.question(named: name), let suggestion = suggestion(for: name) else {
      message = SessionMessage(.information, "There is no suggestion for this question.")
      return []
    }
    if let problem = question.kind.problem(with: suggestion.answer, about: subject(of: question)) {
      message = SessionMessage(.warning, "The suggestion cannot be taken: the question \(problem).")
      return []
    }
    return give(suggestion.answer, to: question, completes: true, at: now)
  }

  private mutating func give(
    _ value: JSONValue, to question: Question, completes: Bool, label: String? = nil, at now: Timestamp
  ) -> [SessionEffect] {
    guard let current else { return [] }
    let about = subject(of: question)
    let label =
      label ?? question.kind.summary(of: value) { id in about?.place(of: id).map(String.init) ?? id }
    var answers = current.answers
    answers[question.name] = value
    let isReturned = mark(of: current.number) == .sentBack
    let isWhole = completes && project.submitsAtOneKey
    guard isWhole, project.firstProblem(with: answers, subject: subject(of:)) == nil else {
      let effects = answer(question.name, value, label: label, at: now)
      if completes { focusNextQuestion(after: question.name) } else { focusedQuestion = question.name }
      return effects
    }
    if current.stored.state == .submitted, current.stored.answers == answers, current.draft == nil, !isReturned {
      return seekOpen(at: now)
    }
    return save(submission(of: answers), kind: submissionKind, label: label, at: now)
      + advance(isReply: isReturned, at: now)
  }

  /// Whether a choice says once more what the annotator had said of a task that came back: they stand by it, and may
  /// want to say why.
  public func standsBy(_ choice: String, for name: String) -> Bool {
    guard let current, mark(of: current.number) == .sentBack, current.stored.state == .submitted,
      let question = project.question(named: name), project.submitsAtOneKey
    else { return false }
    let value = question.kind.answer(choosing: choice, from: current.answers[name], about: subject(of: question))
    return value != nil && value == current.stored.answers[name]
  }

  /// Changes a text while it is being written. The undo step stays open until something else is done.
  mutating func edit(_ question: String, _ text: String, part: String, at now: Timestamp) -> [SessionEffect] {
    guard let answers = current?.answers else { return [] }
    let asked = project.question(named: question)
    let value = asked?.kind.answer(
      writing: text, part: part, from: answers[question], about: asked.flatMap(subject(of:)))
    return change(question, value, part: part, label: "writing", at: now)
  }

  /// Changes an answer step by step. The undo step stays open until something else is done.
  mutating func change(
    _ question: String, _ value: JSONValue?, part: String, label: String, at now: Timestamp
  ) -> [SessionEffect] {
    guard let before = current?.snapshot, let number = current?.number, var answers = current?.answers else {
      return []
    }
    guard answers[question] != value else { return [] }
    answers[question] = value
    var writes = setDraft(answers, changing: question)
    if openEdit == nil {
      let entry = UndoEntry(task: number, label: label, at: now, before: before, after: nil)
      openEdit = OpenEdit(task: number, question: question, part: part, entry: entry)
      writes.append(pushUndo(entry))
    }
    openEdit?.entry.label = label
    return [.write(writes)] + rememberQuestion(question)
  }

  /// Ends the undo step of the text that was being written: from here on it leads back to what stands now.
  mutating func closeEdit() -> [SessionEffect] {
    guard var entry = openEdit?.entry, let current, current.number == openEdit?.task else {
      openEdit = nil
      return []
    }
    openEdit = nil
    entry.after = current.snapshot
    return [.write([.replaceUndoTop(entry)])]
  }

  /// Makes the answers the draft of the current task, or drops the draft when they are what is stored.
  mutating func setDraft(_ answers: [String: JSONValue]?, changing question: String? = nil) -> [SessionWrite] {
    guard let current else { return [] }
    let hadDraft = current.draft != nil
    // Answers equal to the stored ones need no draft, whether the task is submitted or untouched.
    guard let answers, answers != current.baseAnswers else {
      self.current?.draft = nil
      drafts.remove(current.number)
      return hadDraft ? [.dropDraft(task: current.number)] : []
    }
    self.current?.draft = answers
    if !hadDraft { drafts.insert(current.number) }
    if hadDraft, let question { return [.draft(task: current.number, question: question, answer: answers[question])] }
    var writes: [SessionWrite] = [
      .dropDraft(task: current.number),
      .beginDraft(task: current.number, revision: current.stored.revision),
    ]
    for (name, value) in answers { writes.append(.draft(task: current.number, question: name, answer: value)) }
    return writes
  }

  /// Puts the focus on the next question that wants an answer, or leaves it where it is.
  mutating func focusNextQuestion(after name: String) {
    let asked = questions
    guard let index = asked.firstIndex(where: { $0.name == name }) else { return }
    let order = asked[(index + 1)...] + asked[..<index]
    focusedQuestion = order.first { current?.answers[$0.name] == nil || isUnfinished($0) }?.name ?? name
  }

  /// The question that a newly opened task begins with: the first that keeps it from being submitted, else the first.
  mutating func focusFirstQuestion() {
    let asked = questions
    focusedQuestion = (asked.first(where: isUnfinished) ?? asked.first)?.name
    if let place = returnsTo, place.task == current?.number, asked.contains(where: { $0.name == place.question }) {
      focusedQuestion = place.question
    }
  }

  /// Whether a question lacks an answer that it must have, or has one that is not done: half an order, say.
  private func isUnfinished(_ question: Question) -> Bool {
    guard let answer = current?.answers[question.name] else { return question.isRequired }
    return question.kind.problem(with: answer, about: subject(of: question)) != nil
  }
}
