import PostilCore
import PostilModel
import PostilScreen

extension ReviewDesk {
  /// Opens what is read over the panes, or closes it. The overview is worked out anew.
  mutating func toggle(_ wanted: ReviewOverlay) -> [ReviewIntent] {
    overlay = overlay == wanted ? nil : wanted
    overlayTop = 0
    return overlay == .overview ? [.review(.report)] : []
  }

  /// What commands mean while something is read over the panes; nil for those that have their own meaning.
  mutating func runInOverlay(_ command: Command, session: ReviewSession) -> [ReviewIntent]? {
    guard let open = overlay, layers.isEmpty else { return nil }
    let page = max(1, cache.overlayPage - 1)
    switch command {
    case .back: return toggle(open)
    case .down: scrollOverlay(by: 1)
    case .up: scrollOverlay(by: -1)
    case .pageDown: scrollOverlay(by: page)
    case .pageUp: scrollOverlay(by: -page)
    case .halfPageDown: scrollOverlay(by: max(1, page / 2))
    case .halfPageUp: scrollOverlay(by: -max(1, page / 2))
    case .top: scrollOverlay(by: -1_000_000)
    case .bottom: scrollOverlay(by: 1_000_000)
    case .reload where open == .overview: return [.review(.report)]
    case .overview, .guidelines, .outline, .help, .palette, .nextTheme, .toggleMouse, .quit, .suspend, .repaint:
      return nil
    default:
      // Nothing is decided about a task that is not before the eyes.
      let name = open == .overview ? "overview" : "guidelines"
      say("\(keyText(open == .overview ? .overview : .guidelines)) closes the \(name) first.")
    }
    return []
  }

  mutating func scrollOverlay(by distance: Int) {
    overlayTop = max(0, min(cache.overlayRows - cache.overlayPage, overlayTop + distance))
  }

  /// Draws what is read over the whole body of the screen.
  mutating func draw(
    _ overlay: ReviewOverlay, in area: Rectangle, session: ReviewSession, _ painter: inout Painter
  ) {
    switch overlay {
    case .overview: drawOverview(in: area, session: session, &painter)
    case .guidelines: drawGuidelines(in: area, session: session, &painter)
    }
  }

  private mutating func drawGuidelines(in area: Rectangle, session: ReviewSession, _ painter: inout Painter) {
    let inner = area.inset(left: 2, right: 2)
    painter.clip = area
    defer { painter.clip = painter.surface.bounds }
    let width = min(inner.width, DeskLayout.measure)
    if cache.guidelines?.width != width {
      cache.guidelines = GuidelinesContent(session.guidelines.text, width: width)
    }
    guard let content = cache.guidelines else { return }
    fitOverlay(rows: content.lines.count, page: inner.height)
    content.draw(from: overlayTop, in: inner, search: nil, painter: &painter)
    drawMore(in: inner, x: area.right - 1, &painter)
  }

  private mutating func fitOverlay(rows: Int, page: Int) {
    (cache.overlayRows, cache.overlayPage) = (rows, max(1, page))
    overlayTop = max(0, min(overlayTop, rows - page))
  }

  private func drawMore(in area: Rectangle, x: Int, _ painter: inout Painter) {
    if overlayTop > 0 { painter.sign(.moreAbove, x: x, y: area.y, .textDim) }
    if overlayTop + area.height < cache.overlayRows { painter.sign(.moreBelow, x: x, y: area.bottom - 1, .textDim) }
  }

  /// Draws the overview over the whole body of the screen.
  private mutating func drawOverview(in area: Rectangle, session: ReviewSession, _ painter: inout Painter) {
    let inner = area.inset(left: 2, right: 2)
    painter.clip = area
    defer { painter.clip = painter.surface.bounds }
    guard let report = session.report else {
      let words =
        session.reportProblem.map { "There is no overview: \($0)." }
        ?? "The overview is being worked out" + painter.alphabet.string(.ellipsis)
      painter.text(words, x: inner.x, y: inner.y, columns: inner.width, .textDim)
      (cache.overlayRows, cache.overlayPage) = (1, 1)
      return
    }
    let content = OverviewContent(report, project: session.project, width: inner.width)
    fitOverlay(rows: content.rows.count, page: inner.height)
    for (offset, row) in content.rows.dropFirst(overlayTop).prefix(inner.height).enumerated() {
      row.draw(x: inner.x, y: inner.y + offset, right: inner.right, &painter)
    }
    drawMore(in: inner, x: area.right - 1, &painter)
  }
}
