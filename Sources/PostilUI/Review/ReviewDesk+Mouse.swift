import PostilCore
import PostilModel
import PostilScreen

extension ReviewDesk {
  /// What a click or a turn of the wheel leads to.
  mutating func handle(_ mouse: Key.Mouse, session: ReviewSession) -> [ReviewIntent] {
    guard isMouseOn, DeskLayout.mode(of: size) != .tooSmall else { return [] }
    if answering != nil, layers.isEmpty { return handOn(mouse, session: session) }
    switch mouse.action {
    case .scrollUp: return wheel(-1, at: mouse, session: session)
    case .scrollDown: return wheel(1, at: mouse, session: session)
    case .press, .doubleClick: return click(mouse, session: session)
    case .release: pictures.grip = nil
    case .drag: pictures.drag(to: mouse)
    }
    return []
  }

  private func hits(_ mouse: Key.Mouse) -> [ClickTarget] {
    targets.reversed().filter { $0.area.contains(x: mouse.x, y: mouse.y) }
  }

  /// While an own answer is given, the mouse is the questions' and the picture's; only what is beside them is scrolled here.
  private mutating func handOn(_ mouse: Key.Mouse, session: ReviewSession) -> [ReviewIntent] {
    guard var own = answering else { return [] }
    if mouse.action == .scrollUp || mouse.action == .scrollDown, own.isAtRest,
      case .reviewPane? = hits(mouse).first?.action
    {
      let intents = wheel(mouse.action == .scrollUp ? -1 : 1, at: mouse, session: session)
      if let number = session.current { answering?.desk.places[number] = places[number] }
      return intents
    }
    own.desk.targets = targets
    let outside = own.handle(.mouse(mouse))
    return follow(own, outside)
  }

  private mutating func wheel(_ distance: Int, at mouse: Key.Mouse, session: ReviewSession) -> [ReviewIntent] {
    if case .popup = layers.last { return runInPopup(distance > 0 ? .down : .up, session: session) ?? [] }
    if overlay != nil {
      scrollOverlay(by: 3 * distance)
      return []
    }
    for target in hits(mouse) {
      switch target.action {
      case .picture(let place):
        pictures.zoom(place, isNearer: distance < 0, at: mouse)
        return []
      case .reviewPane(.queue): return [.review(.move(by: distance))]
      case .reviewPane(.task):
        scrollTask(by: 3 * distance, session: session)
        return []
      case .reviewPane(.answers):
        cellTop = max(0, min(cache.cellRows - cache.cellPage, cellTop + distance))
        return []
      default: continue
      }
    }
    return []
  }

  private mutating func click(_ mouse: Key.Mouse, session: ReviewSession) -> [ReviewIntent] {
    pending = []
    pictures.grip = nil
    let found = hits(mouse)
    if !layers.isEmpty { return clickLayer(found, session: session) }
    switch found.first?.action {
    case .reviewPane(let pane):
      focus = pane
      return []
    case .picture(let place):
      focus = .task
      pictures.focused = place
      pictures.point(place, at: mouse)
      pictures.grab(place, mouse)
      return []
    case .task(let rank):
      focus = .queue
      return [.review(.moveTo(rank: rank))]
    case .answer(let row, let person):
      focus = .answers
      (self.row, column, cellTop) = (row, person, 0)
      lookAtQuestion()
      return []
    case .command(let command): return run(command, session: session)
    default: return []
    }
  }
}
