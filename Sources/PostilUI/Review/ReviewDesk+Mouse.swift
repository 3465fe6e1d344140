import PostilCore
import PostilModel
import PostilScreen

extension ReviewDesk {
  /// What a click or a turn of the wheel leads to.
  mutating func handle(_ mouse: Key.Mouse, session: ReviewSession) -> [ReviewIntent] {
    guard isMouseOn, DeskLayout.mode(of: size) != .tooSmall else { return [] }
    if answering != nil, layers.isEmpty { return handOn(mouse) }
    switch mouse.action {
    case .scrollUp: return wheel(-1, at: mouse, session: session)
    case .scrollDown: return wheel(1, at: mouse, session: session)
    case .press, .doubleClick: return click(mouse, session: session)
    case .release, .drag: return []
    }
  }

  private func hits(_ mouse: Key.Mouse) -> [ClickTarget] {
    targets.reversed().filter { $0.area.contains(x: mouse.x, y: mouse.y) }
  }

  /// While an own answer is given, the mouse is the questions'.
  private mutating func handOn(_ mouse: Key.Mouse) -> [ReviewIntent] {
    guard var own = answering else { return [] }
    own.desk.targets = targets
    return follow(own, own.handle(.mouse(mouse)))
  }

  private mutating func wheel(_ distance: Int, at mouse: Key.Mouse, session: ReviewSession) -> [ReviewIntent] {
    if case .popup = layers.last { return runInPopup(distance > 0 ? .down : .up, session: session) ?? [] }
    if overlay != nil {
      scrollOverlay(by: 3 * distance)
      return []
    }
    for target in hits(mouse) {
      switch target.action {
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
    let found = hits(mouse)
    if !layers.isEmpty { return clickLayer(found, session: session) }
    switch found.first?.action {
    case .reviewPane(let pane):
      focus = pane
      return []
    case .task(let rank):
      focus = .queue
      return [.review(.moveTo(rank: rank))]
    case .answer(let row, let person):
      focus = .answers
      (self.row, column, cellTop) = (row, person, 0)
      return []
    case .command(let command): return run(command, session: session)
    default: return []
    }
  }
}
