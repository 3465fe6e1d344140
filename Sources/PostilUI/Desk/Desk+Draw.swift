public import PostilCore
import PostilModel
public import PostilScreen

extension Desk {
  /// The picture of the desk. Changes nothing but what scrolling goes by and what clicks mean.
  ///
  /// Most keys change little: it begins with the last picture where that has the same frame, and panes whose part of it
  /// is still true stay as they are.
  public mutating func draw(session: Session, size: Size, context: DeskContext) -> Surface {
    self.size = size
    let mode = DeskLayout.mode(of: size)
    fitWriting(session)
    followMended(session)
    // How the rows are shared out depends on how many the text takes.
    let isSharing = mode == .stacked && !hasPictures || hasCandidates && mode == .columns
    if isSharing, let pane = layout().panes[.task] { layTask(session, pane: pane) }
    let questions = QuestionsPane(desk: self, session: session)
    let strip = ThreadStrip(session, width: size.columns)
    let questionRows = isSharing ? questions.rows(width: size.columns) + strip.rows : 0
    let layout = handingRowsOver(
      layout(questionRows: questionRows, strip: strip), questionRows: questionRows, session: session)
    let frame = FramePicture(layout: layout, context: context, focused: focused)
    let last = cache.frame == frame ? cache.surface : nil
    cache.surface = nil
    cache.frame = frame
    var painter = Painter(size: size, context: context, over: last)
    if mode == .tooSmall {
      TooSmallPicture(size: size).draw(&painter)
    } else {
      if last == nil { drawRules(layout, &painter) }
      painter.clear(layout.status)
      StatusLine(session: session, mode: mode, focused: focused).draw(in: layout.status, painter: &painter)
      if let tabs = layout.tabs {
        painter.clear(tabs)
        drawTabs(in: tabs, &painter)
      }
      if let area = layout.strip {
        painter.clear(area)
        strip.draw(in: area, more: keyText(.history), painter: &painter)
      }
      drawPanes(layout, questions: questions, session: session, &painter)
      keepOrDrawFooter(layout, session: session, &painter)
      drawLongMessage(session, &painter)
      drawLayers(session: session, &painter)
      if !layers.isEmpty || !pending.isEmpty || hasLongMessage(session) { painter.dropPictures() }
    }
    targets = painter.targets
    if layers.isEmpty, pending.isEmpty, !hasLongMessage(session) { cache.surface = painter.surface }
    return painter.surface
  }

  /// Fits the editor to its pane.
  private mutating func fitWriting(_ session: Session) {
    guard case .text(var buffer) = writing?.content, let question = focusedQuestion(session),
      let pane = layout().panes[.questions]
    else { return }
    let least = (question.kind as? TextQuestion)?.rows ?? 1
    buffer.resize(width: TextPane.textWidth(pane.width) + 1, height: buffer.height)
    let most = EditorRows.most(for: question, on: size)
    buffer.resize(width: buffer.width, height: max(least, min(buffer.visualLineCount, most)))
    writing?.content = .text(buffer)
  }

  private func drawRules(_ layout: DeskLayout, _ painter: inout Painter) {
    let end = size.columns
    for y in layout.rules { painter.rule(x: 1, y: y, width: end - 2) }
    // A column begins and ends in the rules above and below it, so that they join.
    for column in layout.columns {
      painter.column(x: column.x, y: column.rows.lowerBound - 1, height: column.rows.count + 2)
    }
    for inner in layout.inners {
      let start = inner.columns.lowerBound == 0 ? 1 : inner.columns.lowerBound - 1
      painter.rule(x: start, y: inner.y, width: inner.columns.upperBound - 1 - start)
      guard let pane = inner.pane else { continue }
      drawPaneTitle(pane, x: inner.columns.lowerBound + 2, y: inner.y, isInRule: true, &painter)
    }
    for column in layout.grid?.columns ?? [] {
      painter.column(x: column.x, y: column.rows.lowerBound - 1, height: column.rows.count + 2)
    }
  }

  /// A pane's heading, in the accent colour when it has the focus.
  @discardableResult
  func drawPaneTitle(_ pane: Pane, x: Int, y: Int, isInRule: Bool = false, _ painter: inout Painter) -> Int {
    let title = isInRule ? " " + pane.title + " " : pane.title
    return painter.text(title, x: isInRule ? x - 1 : x, y: y, focused == pane ? .titleFocused : .title)
  }

  private func drawTabs(in area: Rectangle, _ painter: inout Painter) {
    let tabs = Pane.allCases.filter(isThere).map { pane in
      TabsPicture.Tab(title: pane.title, isShown: pane == focused, action: .pane(pane))
    }
    TabsPicture(tabs: tabs, keys: "\(keyText(.focusLeft)) \(keyText(.focusRight))").draw(in: area, &painter)
  }

  private mutating func drawPanes(
    _ layout: DeskLayout, questions: QuestionsPane, session: Session, _ painter: inout Painter
  ) {
    let hasTitles = (layout.mode == .columns && !layout.isWide) || layout.isBeside
    if let ranked = layout.ranked {
      painter.clip = ranked
      drawRankedLine(in: ranked, session: session, &painter)
    }
    for (pane, area) in layout.panes.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      painter.clip = area
      painter.target(area, .pane(pane))
      switch pane {
      case .queue: keepOrDrawQueue(in: area, hasTitle: layout.mode != .tabs, session: session, &painter)
      case .task: keepOrDrawTask(in: area, session: session, &painter)
      case .candidates: drawCandidates(in: area, layout: layout, session: session, &painter)
      case .guidelines:
        painter.clear(area)
        drawGuidelines(in: area, hasTitle: layout.mode != .tabs, session: session, &painter)
      case .questions:
        painter.clear(area)
        var inner = area
        if hasTitles {
          drawPaneTitle(.questions, x: area.x + 2, y: area.y, &painter)
          inner = area.inset(top: 2)
        } else if layout.mode == .tabs, area.height > 12 {
          inner = area.inset(top: 1)
        }
        if layout.strip == nil { inner = drawStrip(in: inner, above: questions, session: session, &painter) }
        painter.clip = inner
        (questionsTop, cache.questionsRows) = questions.draw(
          in: inner, top: questionsTop, isScrolled: isScrollingQuestions, painter: &painter)
        cache.questionsPage = max(1, inner.height)
      }
    }
    painter.clip = painter.surface.bounds
  }

  /// What was written about the task, above the questions. Returns the area that is left for them.
  private func drawStrip(
    in area: Rectangle, above questions: QuestionsPane, session: Session, _ painter: inout Painter
  ) -> Rectangle {
    let strip = ThreadStrip(session, width: area.width)
    guard !strip.isEmpty else { return area }
    let rows = strip.rows(of: area.height, sharedWith: questions.rows(width: area.width))
    let top = Rectangle(x: area.x, y: area.y, width: area.width, height: rows)
    strip.draw(in: top, more: keyText(.history), painter: &painter)
    return area.inset(top: rows)
  }

  /// Leaves the queue as it is in the last picture where that is still true, else draws it.
  private mutating func keepOrDrawQueue(
    in area: Rectangle, hasTitle: Bool, session: Session, _ painter: inout Painter
  ) {
    let picture = QueuePicture(session: session)
    if painter.isOverLast, let kept = cache.queue, kept.picture == picture {
      painter.targets += kept.targets
      return
    }
    painter.clear(area)
    let before = painter.targets.count
    drawQueue(in: area, hasTitle: hasTitle, session: session, &painter)
    cache.queue = (picture, Array(painter.targets[before...]))
  }

  /// Leaves the task as it is in the last picture where that is still true, else draws it.
  private mutating func keepOrDrawTask(in area: Rectangle, session: Session, _ painter: inout Painter) {
    // Pictures come and go by themselves.
    if pictures.items.isEmpty, pictures.sheet == nil {
      let picture = TaskPicture(
        session: session, top: taskTop(session.current?.number ?? 0), search: search?.scope == .task ? search : nil)
      if painter.isOverLast, cache.task == picture { return }
    }
    painter.clear(area)
    drawTask(in: area, session: session, &painter)
    // Showing a hit may have moved the text, so the place is asked for again.
    cache.task = TaskPicture(
      session: session, top: taskTop(session.current?.number ?? 0), search: search?.scope == .task ? search : nil)
  }

  /// Leaves the footer as it is in the last picture where that is still true, else draws it.
  private mutating func keepOrDrawFooter(_ layout: DeskLayout, session: Session, _ painter: inout Painter) {
    let picture = FooterPicture(desk: self, session: session)
    if painter.isOverLast, let kept = cache.footer, kept.picture == picture {
      painter.targets += kept.targets
      return
    }
    painter.clear(layout.footer)
    let before = painter.targets.count
    drawFooter(layout, session: session, &painter)
    cache.footer = (picture, Array(painter.targets[before...]))
  }
}
