import PostilCore
import PostilModel
import PostilScreen

extension Desk {
  /// What a click or a turn of the wheel leads to.
  mutating func handle(_ mouse: Key.Mouse, session: Session) -> [Intent] {
    guard isMouseOn, DeskLayout.mode(of: size) != .tooSmall else { return [] }
    if case .firstRun = layers.last {
      if mouse.action == .press { layers.removeLast() }
      return []
    }
    switch mouse.action {
    case .scrollUp: return wheel(-3, at: mouse, session: session)
    case .scrollDown: return wheel(3, at: mouse, session: session)
    case .press, .doubleClick: return click(mouse, session: session)
    case .release:
      if pictures.grip != nil {
        pictures.grip = nil
        return []
      }
      return regions.drag == nil ? drop(at: mouse, session: session) : releaseOnPicture(mouse, session: session)
    case .drag:
      if pictures.grip != nil {
        pictures.drag(to: mouse)
      } else if regions.drag == nil {
        follow(mouse)
      } else {
        return dragOnPicture(mouse, session: session)
      }
      return []
    }
  }

  func hits(_ mouse: Key.Mouse) -> [ClickTarget] {
    targets.reversed().filter { $0.area.contains(x: mouse.x, y: mouse.y) }
  }

  private mutating func wheel(_ distance: Int, at mouse: Key.Mouse, session: Session) -> [Intent] {
    if case .popup = layers.last { return runInPopup(distance > 0 ? .down : .up, session: session) ?? [] }
    for target in hits(mouse) {
      switch target.action {
      case .picture(let place):
        pictures.zoom(place, isNearer: distance < 0, at: mouse)
        return []
      case .pane(.queue): return [.session(.move(by: distance.signum()))]
      case .pane(.task): return scrollTask(by: distance, session: session)
      case .pane(.guidelines):
        guidelinesTop = max(0, min(cache.guidelinesRows - cache.guidelinesPage, guidelinesTop + distance))
        return []
      case .candidate(let place): return scrollCandidates(by: distance, place: place, session: session)
      case .pane(.candidates): return scrollCandidates(by: distance, session: session)
      case .pane(.questions):
        let question = focusedQuestion(session)
        if let question, question.kind is RankingQuestion,
          let intents = moveOverRanks(by: distance.signum(), question, session: session)
        {
          return intents
        }
        return moveChoice(by: distance.signum(), session: session)
      case .text(let question, let part) where writing?.question == question && writing?.part == part:
        return scrollEditor(distance)
      default: continue
      }
    }
    return []
  }

  private mutating func scrollEditor(_ distance: Int) -> [Intent] {
    guard var writing, case .text(var buffer) = writing.content else { return [] }
    buffer.scroll(by: distance)
    writing.content = .text(buffer)
    self.writing = writing
    return []
  }

  private mutating func click(_ mouse: Key.Mouse, session: Session) -> [Intent] {
    pending = []
    pictures.grip = nil
    let found = hits(mouse)
    if !layers.isEmpty { return clickLayer(found, session: session) }
    drag = found.first.flatMap { drag(from: $0.action, session: session) }
    guard let target = found.first, drag == nil else { return [] }
    var intents: [Intent] = []
    let isSameText = target.action == writing.map { .text(question: $0.question, part: $0.part) }
    if writing != nil, !isSameText { intents = endWriting() }
    switch target.action {
    case .pane(let pane): return intents + setFocus(pane)
    case .task(let rank): return intents + setFocus(.queue) + [.session(.moveTo(rank: rank))]
    case .question(let name):
      intents += setFocus(.questions)
      return session.focusedQuestion == name ? intents : intents + [.session(.focus(question: name))]
    case .choice(let name, let place):
      guard let question = session.project.question(named: name), place < question.kind.choices.count else { return [] }
      expected = (name, place)
      if session.focusedQuestion == name { choiceCursor = place }
      return intents + setFocus(.questions)
        + choose(question.kind.choices[place].name, of: question, session: session)
    case .text(let name, let part):
      return intents + clickText(name, part, area: target.area, mouse: mouse, session: session)
    case .cell(let name, let candidate, let aspect):
      candidateCursor = candidate
      return intents + focusRow(aspect, of: name, session: session)
    case .row(let name, let row):
      guard let question = session.project.question(named: name) else { return intents }
      intents += focusRow(row, of: name, session: session)
      return intents + (QuestionPanes.pane(for: question).take(row: row, question, at: &self, session) ?? [])
    case .candidate(let place):
      return intents + setFocus(.candidates) + goToCandidate(place, session: session)
    case .regionChoice(let name, let place):
      guard let question = session.project.question(named: name), let kind = question.kind as? BoxesQuestion,
        kind.keyedChoices.indices.contains(place)
      else { return intents }
      guard session.focusedQuestion == name else { return intents + [.session(.focus(question: name))] }
      return intents + choose(region: kind.keyedChoices[place].name, question, session: session)
    case .picture(let place):
      pictures.focused = place
      return intents + press(onPicture: place, mouse, session: session)
    case .command(let command): return intents + run(command, session: session)
    case .ranked, .popup, .popupRow, .reviewPane, .answer: return intents
    }
  }

  /// Puts the cursor on a row of a question.
  private mutating func focusRow(_ row: Int, of name: String, session: Session) -> [Intent] {
    expected = (name, row)
    choiceCursor = row
    let focus: [Intent] = session.focusedQuestion == name ? [] : [.session(.focus(question: name))]
    return setFocus(.questions) + focus
  }

  private mutating func clickText(
    _ name: String, _ part: String, area: Rectangle, mouse: Key.Mouse, session: Session
  ) -> [Intent] {
    guard let question = session.project.question(named: name) else { return [] }
    var intents: [Intent] = []
    if writing?.question != name || writing?.part != part {
      intents = beginWriting(question, part: part, session: session)
    }
    guard var writing, case .text(var buffer) = writing.content else { return intents }
    buffer.resize(width: area.width, height: area.height)
    if mouse.action == .doubleClick {
      buffer.selectWord(x: mouse.x - area.x, y: mouse.y - area.y)
    } else {
      buffer.click(x: mouse.x - area.x, y: mouse.y - area.y)
    }
    writing.content = .text(buffer)
    self.writing = writing
    return intents
  }
}
