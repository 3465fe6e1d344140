import PostilCore
import PostilModel
import PostilScreen

extension Desk {
  /// Draws what is ranked so far, by the places of the candidates: `Ranked   2 > 4 = 1`.
  func drawRankedLine(in area: Rectangle, session: Session, _ painter: inout Painter) {
    painter.clear(area)
    guard let field = candidates.field, let question = RankWords.question(of: field, session: session),
      let order = RankWords.order(of: field, session: session),
      let list = session.current?.candidates[field]
    else { return }
    var x = area.x + 2
    x += painter.text("Ranked", x: x, y: area.y, columns: area.right - x, .metadataName) + 3
    func place(_ id: String) -> String { list.firstIndex { $0.id == id }.map { "\($0 + 1)" } ?? "?" }
    let rest = list.count { order.rank(of: $0.id) == nil && !order.isSetAside($0.id) }
    let isTopFull = (question.kind as? RankingQuestion)?.top.map { order.ranked.count >= $0 } ?? false
    let goesOn = !order.tiers.isEmpty && rest > 0 && (order.isTying || !isTopFull)
    let words = order.text(place) + (goesOn ? " " + painter.alphabet.string(.ellipsis) : "")
    x += painter.text(words.isEmpty ? "nothing yet" : words, x: x, y: area.y, columns: area.right - x - 2, .text) + 3
    let aside = order.setAside.map { place($0.id) }.joined(separator: ", ")
    if !aside.isEmpty { painter.text("set aside \(aside)", x: x, y: area.y, columns: area.right - x - 2, .textDim) }
  }
}
