import PostilCore
import PostilModel
import PostilScreen

extension Desk {
  /// Does a command, or says why it does nothing here.
  mutating func run(_ command: Command, session: Session) -> [Intent] {
    if let intents = runAnywhere(command) { return intents }
    if let intents = runInPopup(command, session: session) { return intents }
    if layers.isEmpty, let intents = runOnSheet(command, session: session) { return intents }
    if let reason = disabledReason(command, session: session) {
      say(reason)
      return []
    }
    if let editing = EditorCommand(command) { return edit(editing, session: session) }
    var intents: [Intent] = []
    if writing != nil, command != .externalEditor, command != .help, command != .palette { intents = endWriting() }
    if let question = focusedQuestion(session),
      let own = QuestionPanes.pane(for: question).run(command, question, at: &self, session)
    {
      return intents + own
    }
    return intents + runOnDesk(command, session: session)
  }

  /// What works wherever the keys go.
  private mutating func runAnywhere(_ command: Command) -> [Intent]? {
    switch command {
    case .quit: [.quit(0)]
    case .suspend: [.suspend]
    case .repaint: [.repaint]
    default: nil
    }
  }

  private mutating func runOnDesk(_ command: Command, session: Session) -> [Intent] {
    switch command {
    case .submit, .skip, .flag, .comment, .takeSuggestion, .clearAnswer, .choose, .undo, .redo, .externalEditor:
      return judge(command, session: session)
    case .down, .up, .pageDown, .pageUp, .halfPageDown, .halfPageUp, .top, .bottom, .focusLeft, .focusRight,
      .nextQuestion, .previousQuestion:
      return move(command, session: session)
    case .nextTask, .previousTask, .nextOpen, .previousOpen, .nextReturned, .firstTask, .lastTask, .goToTask, .goBack,
      .filter, .clearFilter, .sort, .reload:
      return go(command, session: session)
    case .nextCandidate, .previousCandidate, .arrange, .zoom, .compareTwo, .scrollTogether:
      return runOnCandidates(command, session: session)
    default: return runOnPictures(command, session: session) ?? look(command, session: session)
    }
  }

  private mutating func judge(_ command: Command, session: Session) -> [Intent] {
    let question = focusedQuestion(session)
    switch command {
    case .submit: return submit(session)
    case .skip: return ask(.skip, session: session)
    case .comment: return ask(.comment, session: session)
    case .flag:
      if let skill = session.skillToAsk { return ask(.ask(skill), session: session) }
      return [.session(.setFlagged(session.current?.stored.isFlagged != true))]
    case .undo: return [.session(.undo)]
    case .redo: return [.session(.redo)]
    case .choose:
      guard let question else { return [] }
      let choices = question.kind.choices
      guard !choices.isEmpty else { return beginWriting(question, session: session) }
      return choose(choices[min(choiceCursor, choices.count - 1)].name, of: question, session: session)
    case .takeSuggestion: return question.map { [.session(.takeSuggestion(question: $0.name))] } ?? []
    case .clearAnswer: return question.map { [.session(.answer(question: $0.name, nil))] } ?? []
    case .externalEditor:
      guard let question else { return [] }
      let current = writing.flatMap { $0.question == question.name ? $0 : nil }
      let part = current?.part ?? QuestionPanes.pane(for: question).part(question, at: self, session)
      externalPart = part
      return [.editExternally(question: question.name, text: current?.text ?? text(of: question, part, session))]
    default: return []
    }
  }

  /// Submits; what came back is submitted with a reply.
  private mutating func submit(_ session: Session) -> [Intent] {
    guard let current = session.current, session.mark(of: current.number) == .sentBack,
      session.project.firstProblem(with: current.answers, subject: session.subject(of:)) == nil
    else { return [.session(.submit)] }
    return ask(.reply, session: session)
  }

  private mutating func go(_ command: Command, session: Session) -> [Intent] {
    switch command {
    case .nextTask: return [.session(.move(by: 1))]
    case .previousTask: return [.session(.move(by: -1))]
    case .nextOpen: return [.session(.goToNextOpen)]
    case .previousOpen: return [.session(.goToPreviousOpen)]
    case .nextReturned: return [.session(.goToNextReturned)]
    case .firstTask: return [.session(.moveTo(rank: 0))]
    case .lastTask: return [.session(.moveTo(rank: max(0, session.queue.count - 1)))]
    case .goToTask: return ask(.goTo, session: session)
    case .goBack: return [.session(.goBack)]
    case .filter: return ask(.filter, session: session)
    case .clearFilter: return [.session(.setFilter(QueueFilter()))]
    case .sort:
      open(.sort, session: session)
      return []
    case .reload:
      // What has come is told instead.
      return [.session(.say(SessionMessage(.information, "The queue is read again."))), .session(.reload)]
    default: return []
    }
  }

  private mutating func look(_ command: Command, session: Session) -> [Intent] {
    switch command {
    case .search: return ask(.search, session: session)
    case .nextHit: step(by: 1)
    case .previousHit: step(by: -1)
    case .guidelines: return toggleGuidelines()
    case .toggleQueue: return toggleQueue()
    case .outline: open(.outline, session: session)
    case .history:
      open(.history, session: session)
      return [.session(.loadHistory)]
    case .nextTheme: open(.themes, session: session)
    case .help: open(.help, session: session)
    case .palette: open(.palette, session: session)
    case .toggleMouse:
      isMouseOn.toggle()
      say(isMouseOn ? "The mouse is on." : "The mouse is off: the terminal selects text again.")
      return [.setMouse(isMouseOn), .session(.remember(key: "mouse", .bool(isMouseOn)))]
    case .back: return leave(session)
    default: break
    }
    return []
  }

  /// `q`: the search ends first, then what is open beside the task, then the desk.
  private mutating func leave(_ session: Session) -> [Intent] {
    if search != nil {
      search = nil
      return []
    }
    if showsGuidelines, focused == .guidelines { return toggleGuidelines() }
    if let intents = closeCandidates(session) { return intents }
    if pictures.sheet != nil { return closeSheet() }
    if hasPictures, pictures.isZoomed {
      pictures.isZoomed = false
      return []
    }
    return [.quit(0)]
  }
}
