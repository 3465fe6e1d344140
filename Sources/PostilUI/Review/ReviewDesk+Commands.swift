import PostilCore
import PostilModel
import PostilScreen

extension ReviewDesk {
  /// Does a command, or says why it does nothing here.
  mutating func run(_ command: Command, session: ReviewSession) -> [ReviewIntent] {
    switch command {
    case .quit: return [.outside(.quit(0))]
    case .suspend: return [.outside(.suspend)]
    case .repaint: return [.outside(.repaint)]
    default: break
    }
    if let intents = runInPopup(command, session: session) { return intents }
    if let intents = runInOverlay(command, session: session) { return intents }
    if let reason = disabledReason(command, session: session) {
      say(reason)
      return []
    }
    return decide(command, session: session) ?? go(command, session: session) ?? look(command, session: session)
  }

  private mutating func decide(_ command: Command, session: ReviewSession) -> [ReviewIntent]? {
    switch command {
    case .acceptMajority: return [.review(.acceptMajority)]
    case .acceptPerson: return accept(place: column, session: session)
    case .ownAnswer:
      beginAnswer(session)
      return []
    case .mendAnswer:
      mendAnswer(session)
      return []
    case .sendBack:
      guard let person else { return [] }
      ask(.sendBack(annotator: person.name), session: session)
      return []
    case .askOneMore: return [.review(.askOneMore)]
    case .toggleGold: return [.review(.toggleGold)]
    case .errorType:
      open(.errorTypes, session: session)
      return []
    case .reopen: return [.review(.reopen)]
    case .toggleChecked: return [.review(.toggleChecked)]
    case .acceptUnanimous: return [.review(.acceptUnanimous)]
    case .undo: return [.review(.undo)]
    case .redo: return [.review(.redo)]
    default: return nil
    }
  }

  /// Accepts the answers of the person in a column.
  mutating func accept(place: Int, session: ReviewSession) -> [ReviewIntent] {
    if let reason = disabledReason(.acceptPerson, session: session) {
      say(reason)
      return []
    }
    guard let people = matrix?.people, people.indices.contains(place) else {
      let count = matrix?.people.count ?? 0
      say(
        count == 0 ? "Nobody has answered this task." : "Only \(count) have answered: there is no number \(place + 1).")
      return []
    }
    return [.review(.accept(annotator: people[place].name))]
  }

  private mutating func go(_ command: Command, session: ReviewSession) -> [ReviewIntent]? {
    switch command {
    case .nextTask: return [.review(.move(by: 1))]
    case .previousTask: return [.review(.move(by: -1))]
    case .firstTask: return [.review(.moveTo(rank: 0))]
    case .lastTask: return [.review(.moveTo(rank: session.queue.count - 1))]
    case .goToTask, .filter, .search:
      ask(command == .goToTask ? .goTo : command == .filter ? .filter : .search, session: session)
      return []
    case .clearFilter: return [.review(.setFilter(ReviewFilter()))]
    case .reload: return [.review(.reload)]
    case .down: return step(by: 1, session: session)
    case .up: return step(by: -1, session: session)
    case .pageDown: return scroll(by: max(1, page - 1), session: session)
    case .pageUp: return scroll(by: -max(1, page - 1), session: session)
    case .halfPageDown: return scroll(by: max(1, page / 2), session: session)
    case .halfPageUp: return scroll(by: -max(1, page / 2), session: session)
    // In the queue there is nothing to scroll but its rows.
    case .top:
      return focused == .queue ? go(.firstTask, session: session) : scroll(by: -10_000_000, session: session)
    case .bottom:
      return focused == .queue ? go(.lastTask, session: session) : scroll(by: 10_000_000, session: session)
    case .focusLeft: return sideways(-1)
    case .focusRight: return sideways(1)
    default: return nil
    }
  }

  private mutating func look(_ command: Command, session: ReviewSession) -> [ReviewIntent] {
    switch command {
    case .overview: return toggle(.overview)
    case .guidelines: return toggle(.guidelines)
    case .outline: open(.outline, session: session)
    case .nextHit: step(by: 1)
    case .previousHit: step(by: -1)
    case .history:
      open(.history, session: session)
      return [.review(.loadHistory)]
    case .nextTheme: open(.themes, session: session)
    case .help: open(.help, session: session)
    case .palette: open(.palette, session: session)
    case .toggleMouse:
      isMouseOn.toggle()
      say(isMouseOn ? "The mouse is on." : "The mouse is off: the terminal selects text again.")
      return [.outside(.setMouse(isMouseOn))]
    case .back:
      guard search == nil else {
        search = nil
        return []
      }
      guard !pictures.isZoomed else {
        pictures.isZoomed = false
        return []
      }
      return [.outside(.quit(0))]
    default: _ = pictures.run(command)
    }
    return []
  }

  // MARK: Moving

  private mutating func step(by distance: Int, session: ReviewSession) -> [ReviewIntent] {
    switch focused {
    case .queue: return [.review(.move(by: distance))]
    case .task: return scroll(by: distance, session: session)
    case .answers:
      let last = (matrix?.rows.count ?? 0) - 1
      let target = row + distance
      guard target >= 0, target <= last else {
        say(distance < 0 ? "This is the first question." : "This is the last question.")
        return []
      }
      (row, cellTop) = (target, 0)
      lookAtQuestion()
      return []
    }
  }

  /// Over the people first, then from pane to pane.
  private mutating func sideways(_ distance: Int) -> [ReviewIntent] {
    let people = matrix?.people.count ?? 0
    if focused == .answers, (0..<people).contains(column + distance) {
      (column, cellTop) = (column + distance, 0)
      return []
    }
    let walk: [ReviewPane] = DeskLayout.mode(of: size) == .tabs ? ReviewPane.allCases : [.queue, .answers]
    guard let index = walk.firstIndex(of: focused), walk.indices.contains(index + distance) else {
      say(focused == .answers && people > 0 ? "This is the last one who answered." : "There is no pane on that side.")
      return []
    }
    focus = walk[index + distance]
    return []
  }

  /// The rows of a page of what scrolling is meant for.
  private var page: Int { scrollsCell ? cache.cellPage : cache.taskPage }

  /// Whether scrolling is meant for the whole value of the cell: while its pane has the focus and it is longer than that.
  private var scrollsCell: Bool { focused == .answers && cache.cellRows > cache.cellPage }

  private mutating func scroll(by distance: Int, session: ReviewSession) -> [ReviewIntent] {
    if scrollsCell {
      cellTop = max(0, min(cache.cellRows - cache.cellPage, cellTop + distance))
    } else {
      scrollTask(by: distance, session: session)
    }
    return []
  }

  mutating func scrollTask(by distance: Int, session: ReviewSession) {
    guard let number = session.current else { return }
    let last = max(0, cache.taskRows - cache.taskPage)
    let top = min(last, places[number])
    let target = max(0, min(last, top + distance))
    if last == 0 { say("All of the text is on the screen.") }
    if target != top { places[number] = target }
  }

  /// What reads and writes filters.
  func parser(_ session: ReviewSession) -> ReviewFilterParser {
    let here = matrix?.people.map(\.name) ?? []
    let others = session.roster.people.map(\.name).filter { !here.contains($0) }
    return ReviewFilterParser(questions: session.project.questions, annotators: here + others)
  }
}
