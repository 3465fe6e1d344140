import PostilCore
import PostilModel
import PostilScreen

extension Desk {
  /// Why a command does nothing here and now, in words; nil when it does something.
  func disabledReason(_ command: Command, session: Session) -> String? {
    switch command {
    case .submit, .skip, .flag, .comment, .choose, .takeSuggestion, .clearAnswer, .externalEditor:
      return session.readOnlyReason ?? reasonWithoutTask(session) ?? reasonForAnswers(command, session: session)
    case .undo: return session.readOnlyReason ?? (session.canUndo ? nil : "There is nothing to undo.")
    case .redo: return session.readOnlyReason ?? (session.canRedo ? nil : "There is nothing to redo.")
    case .nextQuestion, .previousQuestion:
      return reasonWithoutTask(session) ?? (session.questions.isEmpty ? "No question is asked about this task." : nil)
    case .nextHit, .previousHit:
      return search == nil ? "No search is on. \(keyText(.search)) begins one." : nil
    case .search: return reasonWithoutTask(session)
    case .history: return reasonWithoutTask(session)
    case .guidelines:
      return session.guidelines.text.isEmpty ? "This project has no guidelines: write them in guidelines.md." : nil
    case .outline:
      return cache.guidelineHeadings.isEmpty || !showsGuidelines
        ? "Open the guidelines first: \(keyText(.guidelines)). They must have headings." : nil
    case .clearFilter: return session.queue.filter.isEverything ? "All tasks are shown already." : nil
    case .nextTask, .previousTask, .firstTask, .lastTask, .nextOpen, .previousOpen:
      return session.queue.count == 0
        ? session.work != nil && session.queue.filter.isEverything
          ? "No task is yours." : "The queue is empty. \(keyText(.clearFilter)) shows all tasks."
        : nil
    case .nextReturned: return session.sentBack.isEmpty ? "Nothing has come back to you." : nil
    case .nextTheme: return themes.count < 2 ? "There is only one theme." : nil
    case .focusLeft, .focusRight:
      // The focused question may know a way within itself.
      if focused == .questions { return nil }
      let step = command == .focusLeft ? -1 : 1
      return neighbour(step) == nil && !stepsCandidate(by: step) ? "There is no pane on that side." : nil
    case .rank, .tie, .rankHigher, .rankLower, .setAside, .takeBack, .raise, .lower, .writeNote, .addEvidence,
      .supported, .refuted, .notEnough, .deleteEvidence:
      return session.readOnlyReason ?? reasonWithoutTask(session) ?? reasonWithoutContext(command, session: session)
    case .nextTurn, .previousTurn: return reasonForTurn(command)
    case .nextCandidate, .previousCandidate, .arrange, .zoom, .compareTwo, .scrollTogether:
      return reasonWithoutTask(session) ?? reasonForCandidates(command)
    default:
      if CommandTable.description(of: command).contexts == [.boxes] {
        return session.readOnlyReason ?? reasonWithoutTask(session) ?? reasonWithoutContext(command, session: session)
          ?? reasonForRegions(command, session: session)
      }
      if CommandTable.description(of: command).contexts == [.pictures] {
        return reasonWithoutTask(session) ?? reasonForPictures(command)
      }
      return EditorCommand(command) != nil && writing == nil ? "Nothing is being written." : nil
    }
  }

  /// The first key of a command, or its name for the palette.
  func keyText(_ command: Command) -> String {
    keymap.keys(of: command).first ?? ":\(command.rawValue)"
  }

  private func reasonWithoutTask(_ session: Session) -> String? {
    guard let current = session.current else {
      if session.work != nil, session.queue.filter.isEverything {
        return session.isSettling
          ? "A task is being looked for." : "Nothing is left for you here. \(keyText(.reload)) looks again."
      }
      return session.queue.filter.isEverything
        ? "There is no task here yet: import some." : "No task matches the filter. \(keyText(.clearFilter)) shows all."
    }
    return current.isLoaded ? nil : "The task is still being read."
  }

  /// Why a command of some questions' own does nothing while another question has the focus.
  private func reasonWithoutContext(_ command: Command, session: Session) -> String? {
    let row = CommandTable.description(of: command)
    if let own = questionContext(session), row.contexts.contains(own) { return nil }
    let kinds = CommandContext.questions.filter(row.contexts.contains).map(\.rawValue).joined(separator: " or ")
    return "That works in questions of the kind \(kinds): go to one with \(keyText(.nextQuestion))."
  }

  private func reasonForAnswers(_ command: Command, session: Session) -> String? {
    guard let question = focusedQuestion(session) else {
      return [.submit, .skip, .flag, .comment].contains(command) ? nil : "No question is asked about this task."
    }
    switch command {
    case .takeSuggestion:
      return session.suggestion(for: question.name) == nil ? "There is no suggestion for “\(question.title)”." : nil
    case .clearAnswer:
      return session.current?.answers[question.name] == nil ? "“\(question.title)” has no answer to take away." : nil
    case .externalEditor:
      let pane = QuestionPanes.pane(for: question)
      let part = writing?.part ?? pane.part(question, at: self, session)
      if case .text = pane.form(question, part: part) { return nil }
      return "The focused question takes no text: go to one with \(keyText(.nextQuestion))."
    default: return nil
    }
  }
}
