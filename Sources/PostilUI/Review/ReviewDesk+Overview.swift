import PostilCore
import PostilModel
import PostilScreen

extension ReviewDesk {
  /// Opens the overview, worked out anew, or closes it.
  mutating func toggleOverview(_ session: ReviewSession) -> [ReviewIntent] {
    showsOverview.toggle()
    overviewTop = 0
    return showsOverview ? [.review(.report)] : []
  }

  /// What commands mean while the overview is open; nil for those that have their own meaning.
  mutating func runInOverview(_ command: Command, session: ReviewSession) -> [ReviewIntent]? {
    guard showsOverview, layers.isEmpty else { return nil }
    let page = max(1, cache.overviewPage - 1)
    switch command {
    case .overview, .back: return toggleOverview(session)
    case .down: scrollOverview(by: 1)
    case .up: scrollOverview(by: -1)
    case .pageDown: scrollOverview(by: page)
    case .pageUp: scrollOverview(by: -page)
    case .halfPageDown: scrollOverview(by: max(1, page / 2))
    case .halfPageUp: scrollOverview(by: -max(1, page / 2))
    case .top: scrollOverview(by: -1_000_000)
    case .bottom: scrollOverview(by: 1_000_000)
    case .reload: return [.review(.report)]
    case .help, .palette, .nextTheme, .toggleMouse, .quit, .suspend, .repaint: return nil
    default:
      // Nothing is decided about a task that is not before the eyes.
      say("\(keyText(.overview)) closes the overview first.")
    }
    return []
  }

  mutating func scrollOverview(by distance: Int) {
    overviewTop = max(0, min(cache.overviewRows - cache.overviewPage, overviewTop + distance))
  }

  /// Draws the overview over the whole body of the screen.
  mutating func drawOverview(in area: Rectangle, session: ReviewSession, _ painter: inout Painter) {
    let inner = area.inset(left: 2, right: 2)
    painter.clip = area
    defer { painter.clip = painter.surface.bounds }
    guard let report = session.report else {
      let words =
        session.reportProblem.map { "There is no overview: \($0)." }
        ?? "The overview is being worked out" + painter.alphabet.string(.ellipsis)
      painter.text(words, x: inner.x, y: inner.y, columns: inner.width, .textDim)
      (cache.overviewRows, cache.overviewPage) = (1, 1)
      return
    }
    let content = OverviewContent(report, project: session.project, width: inner.width)
    cache.overviewRows = content.rows.count
    cache.overviewPage = max(1, inner.height)
    overviewTop = max(0, min(overviewTop, content.rows.count - inner.height))
    for (offset, row) in content.rows.dropFirst(overviewTop).prefix(inner.height).enumerated() {
      row.draw(x: inner.x, y: inner.y + offset, right: inner.right, &painter)
    }
    if overviewTop > 0 { painter.sign(.moreAbove, x: area.right - 1, y: inner.y, .textDim) }
    if overviewTop + inner.height < content.rows.count {
      painter.sign(.moreBelow, x: area.right - 1, y: inner.bottom - 1, .textDim)
    }
  }
}
