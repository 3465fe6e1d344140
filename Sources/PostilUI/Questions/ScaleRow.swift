import PostilModel
import PostilScreen

/// The steps of a scale on one row, its ends named below.
struct ScaleRow {
  let view: QuestionView
  let steps: [Choice]
  /// The chosen step's name.
  let chosen: String?
  let lowest: String
  let highest: String

  /// Whether the steps fit on a row.
  func fits(_ width: Int) -> Bool { 4 + steps.count * 4 <= width }

  /// The columns of a step: brackets and a digit, and the cursor's sign before them.
  private func step(_ width: Int) -> Int { 4 + steps.count * 5 <= width ? 5 : 4 }

  private var hasEnds: Bool { !lowest.isEmpty || !highest.isEmpty }

  /// The ends on lines of their own, `1 = mostly wrong`, where one line does not hold both.
  private func endLines(_ width: Int) -> [TextLayout] {
    guard TextWidth.columns(of: lowest) + 2 + TextWidth.columns(of: highest) > width - 6 else { return [] }
    let named = [(steps.first, lowest), (steps.last, highest)].filter { !$0.1.isEmpty }
    return named.map { TextLayout("\($0.0?.name ?? "") = \($0.1)", width: max(8, width - 6)) }
  }

  /// The rows in a width.
  func height(width: Int) -> Int {
    hasEnds ? 1 + max(1, endLines(width).reduce(0) { $0 + $1.count }) : 1
  }

  func draw(in area: Rectangle, painter: inout Painter) {
    let step = step(area.width)
    for (place, choice) in steps.enumerated() {
      let x = area.x + 3 + place * step
      let isChosen = choice.name == chosen
      let base = place == view.cursor ? painter.style(.cursor, on: painter.theme[.text]) : nil
      if place == view.cursor { painter.sign(.cursor, x: x, y: area.y, .accent, on: base) }
      // Brackets tell the chosen step without colour; the cursor's sign stands before them.
      let text = isChosen ? "[" + choice.name + "]" : " " + choice.name + " "
      // A step is a key only where pressing it gives that step.
      let isKey = view.keys.indices.contains(place) && view.keys[place].map(String.init) == choice.name
      let look: Role = isChosen ? .labelChosen : isKey ? .key : .label
      painter.text(text, x: x + 1, y: area.y, columns: step - 1, look, on: base)
      painter.target(
        Rectangle(x: x, y: area.y, width: step, height: 1), .choice(question: view.question.name, choice: place))
    }
    if hasEnds { drawEnds(y: area.y + 1, area: area, painter: &painter) }
  }

  private func drawEnds(y: Int, area: Rectangle, painter: inout Painter) {
    var row = y
    for layout in endLines(area.width) {
      for line in 0..<layout.count { painter.line(layout, line, x: area.x + 5, y: row + line, .textDim) }
      row += layout.count
    }
    guard row == y else { return }
    let right = area.x + 4 + steps.count * step(area.width)
    let left = area.x + 5 + painter.text(lowest, x: area.x + 5, y: y, columns: area.width - 6, .textDim) + 2
    let end = max(right - 1, min(area.right - 1, left + TextWidth.columns(of: highest)))
    painter.text(highest, endingAt: end, y: y, columns: end - left, .textDim)
  }
}
