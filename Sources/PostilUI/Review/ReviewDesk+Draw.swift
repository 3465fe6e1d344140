public import PostilCore
import PostilModel
public import PostilScreen

extension ReviewDesk {
  /// The picture of the desk. Changes nothing but what scrolling goes by and what clicks mean.
  public mutating func draw(session: ReviewSession, size: Size, context: DeskContext) -> Surface {
    self.size = size
    answering?.desk.size = size
    wantedPictures = []
    var painter = Painter(size: size, context: context)
    guard DeskLayout.mode(of: size) != .tooSmall else {
      TooSmallPicture(size: size).draw(&painter)
      targets = painter.targets
      return painter.surface
    }
    let lines = matrix.flatMap { matrix in session.task.map { MatrixLine.lines(matrix, task: $0) } } ?? []
    let layout = layout(session, lines: lines, now: painter.now)
    let overlay = answering == nil ? overlay : nil
    if overlay != nil {
      for y in [1, size.rows - 2] { painter.rule(x: 1, y: y, width: size.columns - 2) }
    } else {
      drawRules(layout, &painter)
    }
    ReviewStatusLine(session: session, mode: layout.mode, isQueueFocused: focused == .queue)
      .draw(in: layout.status, painter: &painter)
    if let overlay {
      let body = Rectangle(x: 0, y: 2, width: size.columns, height: size.rows - 4)
      draw(overlay, in: body, session: session, &painter)
    } else {
      drawPanes(layout, lines: lines, session: session, &painter)
    }
    if let own = layout.own { drawOwn(in: own, layout: layout, &painter) }
    drawFooter(layout, session: session, &painter)
    drawLayers(session: session, &painter)
    if liesOverPictures(session) { painter.dropPictures() }
    targets = painter.targets
    return painter.surface
  }

  /// Whether something lies over the panes, so that pictures in real pixels would show through.
  private func liesOverPictures(_ session: ReviewSession) -> Bool {
    if !layers.isEmpty || !pending.isEmpty
      || message(session).map({ MessagePicture(message: $0).isLong(on: size) }) == true
    {
      return true
    }
    guard let answering else { return false }
    return !answering.desk.layers.isEmpty || !answering.desk.pending.isEmpty
      || answering.desk.hasLongMessage(answering.answer.session)
  }

  private mutating func drawPanes(
    _ layout: ReviewLayout, lines: [MatrixLine], session: ReviewSession, _ painter: inout Painter
  ) {
    if let tabs = layout.tabs { drawTabs(in: tabs, &painter) }
    for (pane, area) in layout.panes.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      painter.clip = area
      painter.target(area, .reviewPane(pane))
      switch pane {
      case .queue: drawQueue(in: area, hasTitle: layout.mode != .tabs, session: session, &painter)
      case .task: drawTask(in: area, session: session, &painter)
      case .answers: drawAnswers(in: area, lines: lines, layout: layout, session: session, &painter)
      }
    }
    painter.clip = painter.surface.bounds
  }

  /// The layout of this screen.
  private mutating func layout(_ session: ReviewSession, lines: [MatrixLine], now: Timestamp) -> ReviewLayout {
    var wish = ReviewLayout.Wish()
    wish.shown = focused
    wish.isAnswering = answering != nil
    wish.isPicture = hasPicture
    wish.isWhole = isPictureWhole
    wish.shownWhileAnswering = answering?.shown
    if let answering { wish.questionRows = answering.rows(width: size.columns) }
    let width = min(ReviewLayout.bodyWidth(size, wish) - 5, DeskLayout.measure)
    layTask(session, width: width)
    // A picture takes whatever the answers leave.
    wish.taskRows = hasPicture ? size.rows : (cache.content?.rows ?? 4) + 2
    let value = cell(session, width: width, now: now)
    // While a picture is marked, what all said counts more than one of them whole.
    wish.answerRows = hasPicture && answering != nil ? lines.count + 1 : lines.count + 4 + min(value?.rows ?? 0, 8)
    return ReviewLayout(size: size, wish)
  }

  private func drawRules(_ layout: ReviewLayout, _ painter: inout Painter) {
    for y in layout.rules { painter.rule(x: 1, y: y, width: size.columns - 2) }
    if let column = layout.column {
      painter.column(x: column, y: layout.rows.lowerBound - 1, height: layout.rows.count + 2)
    }
    if let inner = layout.inner {
      let start = inner.x == 0 ? 1 : inner.x - 1
      let end = layout.isOwnBeside ? inner.right + 1 : inner.right - 1
      painter.rule(x: start, y: inner.y, width: end - start)
    }
  }

  private func drawTabs(in area: Rectangle, _ painter: inout Painter) {
    var tabs = ReviewPane.allCases.map { pane in
      TabsPicture.Tab(title: pane.title, isShown: pane == focused, action: .reviewPane(pane))
    }
    if let answering {
      tabs = [(ReviewPane.answers, Pane.queue), (.task, .task), (nil, .questions)].map { shown, pane in
        TabsPicture.Tab(title: shown?.title ?? "Your answer", isShown: answering.shown == shown, action: .pane(pane))
      }
    }
    TabsPicture(tabs: tabs, keys: "\(keyText(.focusLeft)) \(keyText(.focusRight))").draw(in: area, &painter)
  }

  // MARK: An answer of one's own

  private mutating func drawOwn(in area: Rectangle, layout: ReviewLayout, _ painter: inout Painter) {
    guard var own = answering else { return }
    var inner = area
    if layout.isOwnBeside {
      painter.text("Your answer", x: area.x + 2, y: area.y, columns: area.width - 3, .titleFocused)
      inner = area.inset(top: 2)
    } else if layout.mode == .stacked {
      painter.text(" Your answer ", x: area.x + 2, y: area.y - 1, .titleFocused)
    }
    painter.clip = inner
    let pane = QuestionsPane(desk: own.desk, session: own.answer.session)
    (own.desk.questionsTop, own.desk.cache.questionsRows) = pane.draw(
      in: inner, top: own.desk.questionsTop, isScrolled: own.desk.isScrollingQuestions, painter: &painter)
    own.desk.cache.questionsPage = max(1, inner.height)
    painter.clip = painter.surface.bounds
    answering = own
  }
}
