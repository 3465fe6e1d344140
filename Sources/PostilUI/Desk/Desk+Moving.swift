import PostilCore
import PostilModel
import PostilScreen

extension Desk {
  /// Moves within the focused pane, or the focus itself.
  mutating func move(_ command: Command, session: Session) -> [Intent] {
    let page = max(1, self.page - 1)
    switch command {
    case .down: return step(by: 1, session: session)
    case .up: return step(by: -1, session: session)
    case .pageDown: return scroll(by: page, session: session)
    case .pageUp: return scroll(by: -page, session: session)
    case .halfPageDown: return scroll(by: max(1, page / 2), session: session)
    case .halfPageUp: return scroll(by: -max(1, page / 2), session: session)
    case .top: return scroll(by: -10_000_000, session: session)
    case .bottom: return scroll(by: 10_000_000, session: session)
    case .focusLeft: return stepsCandidate(by: -1) ? moveCandidate(by: -1, session: session) : focusNeighbour(-1)
    case .focusRight: return stepsCandidate(by: 1) ? moveCandidate(by: 1, session: session) : focusNeighbour(1)
    case .nextQuestion: return moveQuestion(by: 1, session: session)
    case .previousQuestion: return moveQuestion(by: -1, session: session)
    default: return []
    }
  }

  private mutating func step(by distance: Int, session: Session) -> [Intent] {
    switch focused {
    case .queue: [.session(.move(by: distance))]
    case .task, .guidelines, .candidates: scroll(by: distance, session: session)
    case .questions: moveChoice(by: distance, session: session)
    }
  }

  /// The rows of the page that `scroll` scrolls.
  private var page: Int {
    if focused == .guidelines { return cache.guidelinesPage }
    if focused == .questions, hasMoreQuestions { return cache.questionsPage }
    return scrollsCandidates ? candidatePage : cache.taskPage
  }

  /// Whether scrolling is meant for the candidates: always but when the task itself has the focus.
  private var scrollsCandidates: Bool { hasCandidates && focused != .task }

  /// Whether questions and notes are longer than their pane.
  private var hasMoreQuestions: Bool { cache.questionsRows > cache.questionsPage }

  /// Scrolls the guidelines or the questions if they have the focus and the latter are longer than their pane, else the
  /// task's text or its candidates.
  mutating func scroll(by distance: Int, session: Session) -> [Intent] {
    if focused == .questions, hasMoreQuestions {
      questionsTop = max(0, min(cache.questionsRows - cache.questionsPage, questionsTop + distance))
      isScrollingQuestions = true
      return []
    }
    if focused == .guidelines, showsGuidelines {
      guidelinesTop = max(0, min(cache.guidelinesRows - cache.guidelinesPage, guidelinesTop + distance))
      return []
    }
    return scrollsCandidates
      ? scrollCandidates(by: distance, session: session) : scrollTask(by: distance, session: session)
  }

  /// Scrolls the task's text.
  mutating func scrollTask(by distance: Int, session: Session) -> [Intent] {
    guard let number = session.current?.number else { return [] }
    let last = max(0, cache.taskRows - cache.taskPage)
    let top = min(last, taskTop(number))
    let row = max(0, min(last, top + distance))
    if row == top {
      if last == 0 { say("All of the text is on the screen.") }
      return []
    }
    places[number] = row
    return [.session(.remember(key: "scroll", .array([.integer(Int64(number)), .integer(Int64(row))])))]
  }

  /// Moves the cursor over the choices, from one question into the next.
  mutating func moveChoice(by distance: Int, session: Session) -> [Intent] {
    let asked = session.questions
    guard let index = asked.firstIndex(where: { $0.name == session.focusedQuestion }) else {
      return asked.first.map { [.session(.focus(question: $0.name))] } ?? []
    }
    let target = choiceCursor + distance
    if target >= 0, target < max(1, rowCount(asked[index], session)) {
      choiceCursor = target
      return []
    }
    let next = index + distance.signum()
    guard asked.indices.contains(next) else { return [] }
    expected = (asked[next].name, distance > 0 ? 0 : max(0, rowCount(asked[next], session) - 1))
    return [.session(.focus(question: asked[next].name))]
  }

  private func rowCount(_ question: Question, _ session: Session) -> Int {
    QuestionPanes.pane(for: question).rowCount(question, at: self, session)
  }

  /// Goes to the next or previous question; onto a text it begins to write, as in a form.
  mutating func moveQuestion(by distance: Int, session: Session, stops: Bool = false) -> [Intent] {
    let asked = session.questions
    hasChosenPane = true
    focus = .questions
    guard let index = asked.firstIndex(where: { $0.name == session.focusedQuestion }) else {
      return asked.first.map { [.session(.focus(question: $0.name))] } ?? []
    }
    if stops, !asked.indices.contains(index + distance) { return [] }
    let next = asked[(index + distance + asked.count) % asked.count]
    let start = QuestionPanes.pane(for: next).cursorStart(next, answer: session.current?.answers[next.name])
    var intents: [Intent] = []
    if next.name == asked[index].name {
      choiceCursor = start
    } else {
      expected = (next.name, start)
      intents.append(.session(.focus(question: next.name)))
    }
    if case .text = QuestionPanes.form(of: next) { return intents + beginWriting(next, session: session) }
    return intents
  }

  // MARK: Panes

  /// The panes that the focus can walk to, from left to right.
  private var walk: [Pane] {
    let shown = DeskLayout.mode(of: size) == .tabs
    let layout = layout()
    return Pane.allCases.filter { pane in
      if shown { return isThere(pane) }
      // The folded queue has no pane, and still its cursor moves when it has the focus.
      return layout.panes[pane] != nil || pane == .queue && !layout.isWide
    }
  }

  /// Whether a pane has a tab.
  func isThere(_ pane: Pane) -> Bool {
    switch pane {
    case .guidelines: showsGuidelines
    case .candidates: hasCandidates
    case .queue, .task, .questions: true
    }
  }

  /// The pane beside the focused one.
  func neighbour(_ distance: Int) -> Pane? {
    let walk = walk
    guard let index = walk.firstIndex(of: focused) else { return walk.first }
    return walk.indices.contains(index + distance) ? walk[index + distance] : nil
  }

  private mutating func focusNeighbour(_ distance: Int) -> [Intent] {
    guard let pane = neighbour(distance) else {
      say("There is no pane on that side.")
      return []
    }
    return setFocus(pane)
  }

  /// Puts the focus on a pane, and keeps that for the next start.
  mutating func setFocus(_ pane: Pane) -> [Intent] {
    hasChosenPane = true
    guard focus != pane else { return [] }
    focus = pane
    return [.session(.remember(key: "focus", .string(pane.rawValue)))]
  }

  mutating func toggleGuidelines() -> [Intent] {
    showsGuidelines.toggle()
    let intents = setFocus(showsGuidelines ? .guidelines : .task)
    if !showsGuidelines, search?.scope == .guidelines { search = nil }
    return intents + [.session(.remember(key: "guidelines", .bool(showsGuidelines)))]
  }

  mutating func toggleQueue() -> [Intent] {
    switch DeskLayout.mode(of: size) {
    case .columns:
      if showsGuidelines, size.columns < DeskLayout.widthForGuidelinesAndQueue {
        showsGuidelines = false
        showsQueueInColumns = true
      } else {
        showsQueueInColumns.toggle()
      }
      return [.session(.remember(key: "queue", .bool(showsQueueInColumns)))]
    case .stacked:
      showsQueueStacked.toggle()
      if showsQueueStacked { showsGuidelines = false }
      return []
    case .tabs: return setFocus(focused == .queue ? .task : .queue)
    case .tooSmall: return []
    }
  }

  /// Takes the layout that was left.
  mutating func restore(from remembered: [String: JSONValue]) {
    if let name = remembered["focus"]?.string, let pane = Pane(rawValue: name) {
      focus = pane
      hasChosenPane = true
    }
    if let shown = remembered["queue"]?.bool { showsQueueInColumns = shown }
    if hasCandidates { restoreCandidates(from: remembered) } else if focus == .candidates { focus = .task }
    if let shown = remembered["guidelines"]?.bool { showsGuidelines = shown }
    if focus == .guidelines, !showsGuidelines { focus = .task }
    if let place = remembered["scroll"]?.array, place.count == 2, let task = place[0].int, let row = place[1].int {
      places[task] = row
    }
  }
}
