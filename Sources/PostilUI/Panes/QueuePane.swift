import PostilCore
import PostilModel
import PostilScreen

extension Desk {
  /// Draws the queue's rows around the cursor.
  mutating func drawQueue(in area: Rectangle, hasTitle: Bool, session: Session, _ painter: inout Painter) {
    let queue = session.queue
    var y = area.y
    if hasTitle {
      let used = drawPaneTitle(.queue, x: area.x + 2, y: y, &painter)
      let open = "\(NumberText.grouped(session.openCount)) open"
      painter.text(open, endingAt: area.right - 2, y: y, columns: area.width - used - 6, .textDim)
      y += 2
    }
    if !queue.filter.isEverything { y += drawFilter(in: area, y: y - (hasTitle ? 1 : 0), session: session, &painter) }
    let page = area.bottom - y
    guard page > 0 else { return }
    guard queue.count > 0 else {
      let words =
        queue.isComplete
        ? session.work == nil ? "No task is shown." : "No task is yours."
        : "Looking for tasks" + painter.alphabet.string(.ellipsis)
      painter.text(words, x: area.x + 2, y: y, columns: area.width - 3, .textDim)
      return
    }
    followCursor(queue.cursor, count: queue.count, page: page)
    let last = min(queue.count, queueTop + page)
    let digits = String(queue.number(at: last - 1) ?? last).utf8.count
    for rank in queueTop..<last {
      let row = QueueRow(session: session, rank: rank, digits: max(3, digits), isFocused: focused == .queue)
      row.draw(in: Rectangle(x: area.x, y: y + rank - queueTop, width: area.width, height: 1), painter: &painter)
    }
  }

  private func drawFilter(in area: Rectangle, y: Int, session: Session, _ painter: inout Painter) -> Int {
    let queue = session.queue
    let count = NumberText.grouped(queue.count) + (queue.isComplete ? "" : "+")
    let start = painter.text(count, endingAt: area.right - 2, y: y, columns: 12, .textDim)
    let words = QueueFilterParser(questions: session.project.questions).text(of: queue.filter)
    painter.text(words, x: area.x + 2, y: y, columns: start - area.x - 3, .accent)
    painter.target(Rectangle(x: area.x, y: y, width: area.width, height: 1), .command(.filter))
    return 1
  }

  /// Scrolls as little as it takes to keep the cursor and three rows around it on the screen.
  private mutating func followCursor(_ cursor: Int, count: Int, page: Int) {
    let margin = min(3, (page - 1) / 2)
    if cursor < queueTop + margin { queueTop = cursor - margin }
    if cursor > queueTop + page - 1 - margin { queueTop = cursor - page + 1 + margin }
    queueTop = max(0, min(queueTop, count - page))
  }
}
