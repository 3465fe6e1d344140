public import PostilModel
import PostilStore

extension Session {
  /// Takes an action and says what is to be done outside, in order.
  public mutating func apply(_ action: SessionAction, at now: Timestamp) -> [SessionEffect] {
    var effects = noteActivity(at: now)
    if work != nil { noteKey(at: now) }
    if action.isAboutTask { current?.keysPressed += 1 }
    if endsEdit(action) { effects += closeEdit() }
    switch action {
    case .answer, .choose, .edit, .change, .takeSuggestion, .submit, .answerReturned, .ask, .skip, .setFlagged,
      .comment:
      effects += judge(action, at: now)
    case .endEdit: break
    case .undo: effects += requestUndo(.back)
    case .redo: effects += requestUndo(.forward)
    case .move(let distance): effects += move(to: queue.cursor + distance, at: now)
    case .moveTo(let rank):
      noteJump()
      effects += move(to: rank, at: now)
    case .goTo(let name): effects += go(to: name, at: now)
    case .goToNextOpen: effects += seekOpen(at: now)
    case .goToPreviousOpen: effects += goToPreviousOpen(at: now)
    case .goToNextReturned: effects += goToNextReturned(at: now)
    case .goBack: effects += goBack(at: now)
    case .setFilter(let filter): effects += setFilter(filter, at: now)
    case .reload: effects += reload()
    case .readAround(let behind, let ahead):
      reading = (behind ?? Self.behind, ahead ?? Self.ahead)
      effects += prefetch()
    case .focus(let question):
      focusedQuestion = question
      effects += rememberQuestion(question)
    case .loadHistory: effects += current.map { [.loadHistory(task: $0.number)] } ?? []
    case .remember(let key, let value):
      remembered[key] = value
      effects.append(.write([.place(key: key, value: value)]))
    case .say(let message): self.message = message
    case .dismissMessage:
      message = nil
      tellNews(work?.untold ?? [])
    }
    return effects
  }

  private mutating func judge(_ action: SessionAction, at now: Timestamp) -> [SessionEffect] {
    if let readOnlyReason {
      message = SessionMessage(.warning, "Nothing can be saved: \(readOnlyReason).")
      return []
    }
    guard let current, current.isLoaded else {
      message = SessionMessage(.warning, current == nil ? "There is no task here." : "The task is still being read.")
      return []
    }
    switch action {
    case .answer(let question, let value, let label): return answer(question, value, label: label, at: now)
    case .choose(let question, let choice): return choose(choice, for: question, at: now)
    case .edit(let question, let text, let part): return edit(question, text, part: part, at: now)
    case .change(let question, let value, let part, let label):
      return change(question, value, part: part, label: label, at: now)
    case .takeSuggestion(let question): return takeSuggestion(for: question, at: now)
    case .submit: return submit(at: now)
    case .answerReturned(let reply): return submit(reply: reply, at: now)
    case .ask(let note): return ask(note: note, at: now)
    case .skip(let reason): return skip(reason: reason, at: now)
    case .setFlagged(let isFlagged):
      return mark(isFlagged ? "not sure" : "sure again", at: now) { $0.isFlagged = isFlagged }
    case .comment(let text): return mark("comment", at: now) { $0.comment = text }
    default: return []
    }
  }

  /// Keeps which question was before the annotator, so that the next start finds it.
  mutating func rememberQuestion(_ name: String) -> [SessionEffect] {
    guard remembered["question"] != .string(name) else { return [] }
    remembered["question"] = .string(name)
    return [.write([.place(key: "question", value: .string(name))])]
  }

  /// Whether an action is something else than going on with the text that is being written.
  private func endsEdit(_ action: SessionAction) -> Bool {
    guard let openEdit else { return false }
    switch action {
    case .edit(let question, _, let part), .change(let question, _, let part, _):
      return question != openEdit.question || part != openEdit.part || current?.number != openEdit.task
    case .remember, .say, .dismissMessage, .loadHistory, .readAround: return false
    default: return true
    }
  }
}
