import PostilCore
import PostilModel
import PostilScreen

extension ReviewDesk {
  // MARK: The queue

  mutating func drawQueue(in area: Rectangle, hasTitle: Bool, session: ReviewSession, _ painter: inout Painter) {
    let queue = session.queue
    var y = area.y
    if hasTitle {
      let title = queue.filter == ReviewFilter() ? "To settle" : "Queue"
      let used = painter.text(title, x: area.x + 2, y: y, focused == .queue ? .titleFocused : .title)
      let words = session.isMeasuring ? "measuring" + painter.alphabet.string(.ellipsis) : "by disagreement"
      if used + words.utf8.count + 6 <= area.width {
        painter.text(words, endingAt: area.right - 2, y: y, columns: area.width - used - 6, .textDim)
      }
      y += 2
    }
    if queue.filter != ReviewFilter() {
      let words = parser(session).text(of: queue.filter)
      let top = y - (hasTitle ? 1 : 0)
      painter.text(words, x: area.x + 2, y: top, columns: area.width - 4, .accent)
      painter.target(Rectangle(x: area.x, y: top, width: area.width, height: 1), .command(.filter))
      y = top + 1
    }
    let page = area.bottom - y
    guard page > 0 else { return }
    guard queue.count > 0 else { return drawEmptyQueue(in: area, y: y, session: session, &painter) }
    followCursor(queue.cursor, count: queue.count, page: page)
    let last = min(queue.count, queueTop + page)
    let digits = max(3, queue.rows[queueTop..<last].map { String($0.number).utf8.count }.max() ?? 3)
    for rank in queueTop..<last {
      guard let row = queue.row(at: rank) else { continue }
      let line = Rectangle(x: area.x, y: y + rank - queueTop, width: area.width, height: 1)
      painter.target(line, .task(rank: rank))
      ReviewRow(row: row, isCursor: rank == queue.cursor, isFocused: focused == .queue, digits: digits)
        .draw(in: line, painter: &painter)
    }
  }

  private func drawEmptyQueue(in area: Rectangle, y: Int, session: ReviewSession, _ painter: inout Painter) {
    let words =
      !session.queue.isComplete || session.isMeasuring
      ? "Looking for tasks" + painter.alphabet.string(.ellipsis)
      : session.queue.filter == ReviewFilter() ? "Nothing is to settle." : "No task is shown."
    painter.text(words, x: area.x + 2, y: y, columns: area.width - 3, .textDim)
  }

  /// Scrolls as little as it takes to keep the cursor and three rows around it on the screen.
  private mutating func followCursor(_ cursor: Int, count: Int, page: Int) {
    let margin = min(3, (page - 1) / 2)
    if cursor < queueTop + margin { queueTop = cursor - margin }
    if cursor > queueTop + page - 1 - margin { queueTop = cursor - page + 1 + margin }
    queueTop = max(0, min(queueTop, count - page))
  }

  // MARK: The task

  /// Lays the task's fields out for a width, its responses below them, unless that was done for the last picture.
  mutating func layTask(_ session: ReviewSession, width: Int) {
    guard let task = session.task?.task else {
      if cache.content?.task != session.current { cache.content = nil }
      return
    }
    guard cache.content?.task != task.number || cache.content?.width != width else { return }
    cache.content = TaskContent(
      task, project: session.project, width: width, showsCandidates: true, leavesPicturesOut: hasPicture)
  }

  mutating func drawTask(in area: Rectangle, session: ReviewSession, _ painter: inout Painter) {
    let inner = area.inset(left: 2, right: 2)
    guard let number = session.current else { return drawNoTask(in: inner, session: session, &painter) }
    guard let task = session.task else {
      painter.text("#\(number)", x: inner.x, y: inner.y, .title)
      painter.text("The task is being read" + painter.alphabet.string(.ellipsis), x: inner.x, y: inner.y + 1, .textDim)
      return
    }
    let whole = inner.inset(top: area.height >= 8 ? 2 : 1)
    var body = whole
    layTask(session, width: min(inner.width - 1, DeskLayout.measure))
    guard let content = cache.content else { return }
    if painter.pictures != nil, hasPicture {
      body = body.inset(bottom: body.height - Desk.textRows(content.rows, of: body.height))
      drawPictures(in: whole.inset(top: Desk.rowsAbove(content.rows, of: whole.height)), session: session, &painter)
    }
    cache.taskRows = content.rows
    cache.taskPage = max(1, body.height)
    // The keys that scroll belong to the own answer while it is given.
    answering?.desk.cache.taskRows = cache.taskRows
    answering?.desk.cache.taskPage = cache.taskPage
    reveal(content, task: number)
    let last = max(0, content.rows - body.height)
    let top = min(places[number], last)
    drawTitle(task, in: inner, top: top, session: session, &painter)
    content.draw(from: top, in: body, search: search, painter: &painter)
    if top > 0 { painter.sign(.moreAbove, x: area.right - 1, y: body.y, .textDim) }
    if top < last { painter.sign(.moreBelow, x: area.right - 1, y: body.bottom - 1, .textDim) }
  }

  private func drawTitle(
    _ task: ReviewTask, in area: Rectangle, top: Int, session: ReviewSession, _ painter: inout Painter
  ) {
    var right = area.right
    if cache.taskRows > cache.taskPage {
      let words = "\(top + 1)-\(min(cache.taskRows, top + cache.taskPage)) of \(cache.taskRows)"
      right = painter.text(words, endingAt: right, y: area.y, columns: 24, .textDim) - 2
    }
    var x = area.x
    let isFocused = focused == .task
    x += painter.text("#\(task.task.number)", x: x, y: area.y, isFocused ? .titleFocused : .title) + 2
    let (sign, role) = ReviewRow.sign(task.standing)
    painter.sign(sign, x: x, y: area.y, role)
    x += 2 + painter.text(ReviewRow.state(task.standing), x: x + 2, y: area.y, columns: right - x - 2, .textDim) + 2
    if task.gold != nil, right - x > 7 {
      painter.sign(.gold, x: x, y: area.y, .stateGold)
      x += 2 + painter.text("gold", x: x + 2, y: area.y, .stateGold) + 2
    }
    if !session.errorType.isEmpty, right - x > 12 {
      x += painter.text("[\(session.errorType)]", x: x, y: area.y, columns: right - x, .disagree) + 2
    }
    if right - x > 6 { painter.text(task.task.id, x: x, y: area.y, columns: right - x, .textDim) }
  }

  private mutating func drawNoTask(in area: Rectangle, session: ReviewSession, _ painter: inout Painter) {
    (cache.taskRows, cache.taskPage) = (0, 1)
    guard session.queue.isComplete, !session.isMeasuring else {
      painter.text(
        "Looking for tasks" + painter.alphabet.string(.ellipsis), x: area.x, y: area.y + 1, columns: area.width,
        .textDim)
      return
    }
    let isDefault = session.queue.filter == ReviewFilter()
    let words = [
      isDefault ? "Nothing is to settle." : "No task matches the filter.",
      isDefault
        ? "\(keyText(.filter)) shows others: state:unanimous, state:waiting, state:all."
        : "\(keyText(.clearFilter)) shows what is to settle, \(keyText(.filter)) changes the filter.",
    ]
    for (row, line) in words.enumerated() {
      painter.text(line, x: area.x, y: area.y + 1 + row, columns: area.width, row == 0 ? .text : .textDim)
    }
  }

  // MARK: The answers

  /// The answer under the cursor whole, laid out for a width unless that was done for the last picture.
  mutating func cell(_ session: ReviewSession, width: Int, now: Timestamp) -> CellValue? {
    guard let matrix, let task = session.task else { return nil }
    let key = ReviewCache.CellKey(
      task: task.task.number, revision: session.revision, row: row, column: column, width: width)
    if let known = cache.cell, known.key == key { return known.value }
    let value = CellValue(task, matrix, row: row, column: column, width: width, now: now)
    cache.cell = (key, value)
    return value
  }

  mutating func drawAnswers(
    in area: Rectangle, lines: [MatrixLine], layout: ReviewLayout, session: ReviewSession, _ painter: inout Painter
  ) {
    guard let matrix, let task = session.task else { return }
    guard !matrix.people.isEmpty else {
      painter.text("Nobody has answered yet.", x: area.x + 2, y: area.y, columns: area.width - 3, .textDim)
      return
    }
    var area = area
    if layout.mode == .tabs {
      painter.text(
        "#\(task.task.number)  " + task.standing.preview, x: area.x + 2, y: area.y, columns: area.width - 4, .textDim)
      area = area.inset(top: area.height > 8 ? 2 : 1)
    }
    let width = min(area.width - 5, DeskLayout.measure)
    let value = cell(session, width: width, now: painter.now)
    // While an answer is given, what all said counts more than one of them whole.
    let isTight = answering != nil && area.height < 14
    let cellRows = isTight ? 0 : value.map { $0.rows + 2 } ?? 0
    let pane = MatrixPane(
      matrix: matrix, lines: lines, lastTitle: task.resolution == nil ? "majority" : "final", row: row, column: column,
      hasFocus: focused == .answers && answering == nil)
    let wanted = lines.count + 1
    let room = max(min(wanted, area.height), area.height - min(cellRows, max(4, area.height * 45 / 100)))
    let height = min(wanted, wanted + cellRows <= area.height ? wanted : min(room, area.height - min(cellRows, 4)))
    matrixTop = pane.top(matrixTop, page: max(1, height - 1))
    let columns = pane.columns(width: area.width - 4, first: matrixLeft)
    matrixLeft = columns.first
    let upper = Rectangle(x: area.x, y: area.y, width: area.width, height: height)
    painter.clip = upper
    pane.draw(in: upper, top: matrixTop, columns: columns, &painter)
    if matrixTop > 0 { painter.sign(.moreAbove, x: area.right - 1, y: upper.y + 1, .textDim) }
    if matrixTop + height - 1 < lines.count {
      painter.sign(.moreBelow, x: area.right - 1, y: upper.bottom - 1, .textDim)
    }
    let lower = Rectangle(
      x: area.x, y: upper.bottom + 1, width: area.width, height: area.bottom - upper.bottom - 1)
    painter.clip = lower
    if let value { drawCell(value, in: lower, &painter) }
  }

  private mutating func drawCell(_ value: CellValue, in area: Rectangle, _ painter: inout Painter) {
    guard area.height > 1 else {
      (cache.cellRows, cache.cellPage) = (0, 1)
      return
    }
    let inner = area.inset(left: 2, right: 2)
    let used = painter.text(value.title, x: inner.x, y: inner.y, columns: inner.width, .title) + 3
    if inner.width - used > 8 {
      painter.text(value.note, x: inner.x + used, y: inner.y, columns: inner.width - used, .textDim)
    }
    let body = inner.inset(top: 1)
    cache.cellRows = value.rows
    cache.cellPage = max(1, body.height)
    cellTop = max(0, min(cellTop, value.rows - body.height))
    value.draw(in: body, top: cellTop, &painter)
    if cellTop > 0 { painter.sign(.moreAbove, x: area.right - 1, y: body.y, .textDim) }
    if cellTop + body.height < value.rows {
      painter.sign(.moreBelow, x: area.right - 1, y: body.bottom - 1, .textDim)
    }
  }
}
