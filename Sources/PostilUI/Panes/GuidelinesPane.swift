import PostilCore
import PostilScreen

extension Desk {
  /// Draws the guidelines, with search hits marked.
  mutating func drawGuidelines(in area: Rectangle, hasTitle: Bool, session: Session, _ painter: inout Painter) {
    var body = area.inset(left: 2, right: 2)
    let width = min(body.width, DeskLayout.measure)
    if cache.guidelines?.width != width {
      cache.guidelines = GuidelinesContent(session.guidelines.text, width: width)
      if search?.scope == .guidelines { search?.find(in: cache.guidelines) }
    }
    guard let content = cache.guidelines else { return }
    if hasTitle {
      drawPaneTitle(.guidelines, x: body.x, y: body.y, &painter)
      let words = content.heading(at: guidelinesTop) ?? ""
      painter.text(words, endingAt: body.right, y: body.y, columns: max(0, body.width - 13), .textDim)
      body = body.inset(top: 2)
    }
    cache.guidelinesPage = max(1, body.height)
    if search?.scope == .guidelines, search?.wantsReveal == true, let hit = search?.currentHit {
      search?.wantsReveal = false
      if hit.text < guidelinesTop || hit.text >= guidelinesTop + body.height {
        guidelinesTop = max(0, hit.text - body.height / 3)
      }
    }
    let last = max(0, content.lines.count - body.height)
    guidelinesTop = max(0, min(guidelinesTop, last))
    content.draw(from: guidelinesTop, in: body, search: search?.scope == .guidelines ? search : nil, painter: &painter)
    drawMore(above: guidelinesTop > 0, below: guidelinesTop < last, in: body, x: area.right - 1, &painter)
  }
}
