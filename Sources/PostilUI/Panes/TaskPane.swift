import PostilCore
import PostilModel
import PostilScreen

extension Desk {
  /// Draws the task: a line that says which, and its fields, scrolled to where they were left.
  mutating func drawTask(in area: Rectangle, session: Session, _ painter: inout Painter) {
    let inner = area.inset(left: 2, right: 2)
    if pictures.sheet != nil { return drawSheet(in: inner, session: session, &painter) }
    guard let current = session.current else { return drawNoTask(in: inner, session: session, &painter) }
    let isRoomy = area.height >= 10
    let whole = inner.inset(top: isRoomy ? 2 : 1)
    var body = whole
    cache.taskPage = max(1, body.height)
    guard let record = current.task else {
      painter.text("#\(current.number)", x: inner.x, y: inner.y, .title)
      painter.text("The task is being read" + painter.alphabet.string(.ellipsis), x: inner.x, y: body.y, .textDim)
      return
    }
    layTask(session, pane: area)
    guard let content = cache.content else { return }
    if !pictures.items.isEmpty, painter.pictures != nil {
      body = body.inset(bottom: body.height - Self.textRows(content.rows, of: body.height))
      cache.taskPage = max(1, body.height)
      cache.pictureBody = whole.height
      let above = Self.rowsAbove(content.rows, of: whole.height)
      drawPictures(in: whole.inset(top: above), session: session, &painter)
    }
    cache.taskRows = content.rows
    reveal(content, task: current.number)
    let last = max(0, content.rows - body.height)
    // Kept as it was on a screen that is smaller now and may be larger again.
    let top = min(taskTop(current.number), last)
    drawTaskTitle(
      in: inner, current: current, record: record, mark: session.mark(of: current.number), top: top,
      rows: content.rows, &painter)
    content.draw(from: top, in: body, search: search?.scope == .task ? search : nil, painter: &painter)
    guard content.rows > body.height else { return }
    drawMore(above: top > 0, below: top < last, in: body, x: area.right - 1, &painter)
  }

  /// The row that a task begins with: where it was scrolled to; else, where responses are judged, the last turn of the
  /// conversation that they answer. It may be too far down for a last page.
  func taskTop(_ task: Int) -> Int {
    if let row = places.known(task) { return row }
    guard hasCandidates, let content = cache.content, content.task == task else { return 0 }
    return content.lastTurn
  }

  /// Lays the task's fields out for a pane, unless that was done for the last picture.
  mutating func layTask(_ session: Session, pane: Rectangle) {
    guard let current = session.current, let record = current.task else { return }
    let width = min(pane.width - 4, DeskLayout.measure)
    guard cache.content?.task != current.number || cache.content?.width != width else { return }
    cache.content = TaskContent(
      record, project: session.project, width: width, leavesPicturesOut: !pictures.items.isEmpty)
  }

  /// Signs at the right edge where the text goes on.
  func drawMore(above: Bool, below: Bool, in body: Rectangle, x: Int, _ painter: inout Painter) {
    if above { painter.sign(.moreAbove, x: x, y: body.y, .textDim) }
    if below { painter.sign(.moreBelow, x: x, y: body.bottom - 1, .textDim) }
  }

  private mutating func reveal(_ content: TaskContent, task: Int) {
    guard search?.scope == .task, search?.wantsReveal == true, let hit = search?.currentHit else { return }
    // What stands in another pane is shown there.
    guard let row = content.row(of: hit) else { return }
    search?.wantsReveal = false
    let top = min(taskTop(task), max(0, content.rows - cache.taskPage))
    if row < top || row >= top + cache.taskPage { places[task] = max(0, row - cache.taskPage / 3) }
  }

  private func drawTaskTitle(
    in area: Rectangle, current: CurrentTask, record: AnnotationTask, mark: TaskMark?, top: Int, rows: Int,
    _ painter: inout Painter
  ) {
    var right = area.right
    if rows > cache.taskPage {
      let words = "\(top + 1)-\(min(rows, top + cache.taskPage)) of \(rows)"
      right = painter.text(words, endingAt: right, y: area.y, columns: 24, .textDim) - 2
    }
    var x = area.x
    let number = focused == .task ? Role.titleFocused : .title
    x += painter.text("#\(current.number)", x: x, y: area.y, columns: right - x, number) + 2
    let words = StateSign.word(current.state, mark)
    painter.sign(StateSign.sign(current.state, mark), x: x, y: area.y, StateSign.role(current.state, mark))
    x += 2 + painter.text(words, x: x + 2, y: area.y, columns: right - x - 2, .textDim) + 2
    if current.stored.isFlagged, right - x > 10 {
      painter.sign(.flagged, x: x, y: area.y, .stateFlagged)
      x += 2 + painter.text("not sure", x: x + 2, y: area.y, .stateFlagged) + 2
    }
    guard right - x > 6 else { return }
    x += painter.text(record.id, x: x, y: area.y, columns: right - x, .textDim) + 2
    let about = Self.origin(of: record)
    if !about.isEmpty, right - x > 6 { painter.text(about, x: x, y: area.y, columns: right - x, .textDim) }
  }

  /// Language, source, author and license, as far as the record tells.
  private static func origin(of record: AnnotationTask) -> String {
    func text(_ keys: String...) -> String? {
      keys.lazy.compactMap { record.metadata[$0]?.string }.first { !$0.isEmpty }
    }
    let source = [text("source"), text("author"), text("license", "licence")].compactMap { $0 }.joined(separator: ", ")
    return [text("language", "lang"), source.isEmpty ? nil : source].compactMap { $0 }.joined(separator: " · ")
  }

  private mutating func drawNoTask(in area: Rectangle, session: Session, _ painter: inout Painter) {
    cache.taskRows = 0
    let words: [String]
    if let work = session.work, session.queue.filter.isEverything {
      return drawNothingLeft(in: area, work.nothingLeft, isLooking: session.isSettling, &painter)
    }
    if session.progress.total == 0 {
      words = ["There is no task yet.", "Leave with q and import some:", "postil import FILE"]
    } else if session.queue.isComplete {
      words = [
        "No task matches the filter.",
        "\(keyText(.clearFilter)) shows all tasks, \(keyText(.filter)) changes the filter.",
      ]
    } else {
      words = ["Looking for tasks" + painter.alphabet.string(.ellipsis)]
    }
    for (row, line) in words.enumerated() {
      painter.text(line, x: area.x, y: area.y + 2 + row, columns: area.width, row == 0 ? .text : .textDim)
    }
  }

  /// The end of the queue, where tasks are handed out: why there is no other, and what to do.
  private func drawNothingLeft(
    in area: Rectangle, _ nothing: NothingLeftWords?, isLooking: Bool, _ painter: inout Painter
  ) {
    guard let nothing else {
      let words = isLooking ? "Looking for a task" + painter.alphabet.string(.ellipsis) : "No task is here."
      painter.text(words, x: area.x, y: area.y + 2, columns: area.width, .textDim)
      return
    }
    let width = min(area.width, DeskLayout.measure)
    var y = area.y + (area.height >= 10 ? 2 : 0)
    painter.text("Nothing left for you", x: area.x, y: y, columns: width, .title)
    y += area.height >= 10 ? 2 : 1
    let keys =
      "The desk looks again by itself; \(keyText(.reload)) looks now. \(keyText(.previousTask)) goes back over what "
      + "you have done, \(keyText(.back)) leaves."
    for (words, role) in [(nothing.reason, Role.text), (nothing.advice, .text), (keys, .textDim)] {
      let layout = TextLayout(words, width: width)
      for line in 0..<layout.count { painter.line(layout, line, x: area.x, y: y + line, role) }
      y += layout.count + (area.height >= 10 ? 1 : 0)
    }
  }
}
