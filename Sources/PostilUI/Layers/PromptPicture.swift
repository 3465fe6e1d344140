import PostilModel
import PostilScreen

/// A line at the bottom that asks for something, as it is drawn: the line itself, and above it what was wrong with it and
/// the ways to go on.
struct PromptPicture {
  /// What stands before the line.
  let label: String
  /// What is typed.
  let entry: LineInput
  /// What is typed is all selected: the next letter takes its place.
  var isSelected = false
  /// What to do, dim.
  let hint: String
  /// Whether the hint stays when something is typed.
  var isHintKept = false
  /// What was wrong with the line when it was entered; empty for nothing.
  var problem = ""
  /// The ways to go on.
  var ways: [QueueFilterCompletion] = []
  /// The one under the cursor.
  var cursor = 0

  /// Draws all of it over a desk on a screen.
  func draw(on size: Size, _ painter: inout Painter) {
    drawAbove(on: size, &painter)
    painter.hideCursor()
    drawLine(in: Rectangle(x: 0, y: size.rows - 1, width: size.columns, height: 1), &painter)
  }

  /// Draws the line, in the place of the footer.
  func drawLine(in area: Rectangle, _ painter: inout Painter) {
    // Over whatever stands there: a desk may have drawn its footer already.
    painter.fill(area, painter.theme[.text])
    var x = area.x + 2
    x += painter.text(label, x: x, y: area.y, columns: area.width / 2, .accent) + 2
    painter.entry(entry, x: x, y: area.y, columns: area.right - x - 2)
    let width = TextWidth.columns(of: entry.text)
    if isSelected, width <= area.right - x - 3 {
      painter.text(entry.text, x: x, y: area.y, columns: width, .selection, on: painter.style(.input))
    }
    var end = x + TextWidth.columns(of: entry.text) + 3
    if !entry.isEmpty, !isHintKept { return }
    if entry.isEmpty { end -= 1 }
    painter.text(hint, x: end, y: area.y, columns: area.right - end - 2, .textDim)
  }

  private func drawAbove(on size: Size, _ painter: inout Painter) {
    let ways = Array(ways.prefix(min(8, size.rows - 5)))
    let width = min(size.columns - 2, 96)
    let words = TextLayout(problem, width: max(8, width - 6))
    let problemRows = problem.isEmpty ? 0 : min(3, words.count)
    guard !ways.isEmpty || problemRows > 0 else { return }
    let height = ways.count + problemRows + 2
    let area = Rectangle(x: 1, y: size.rows - 1 - height, width: width, height: height)
    painter.target(area, .popup)
    let inner = painter.frame(area, title: "Tab takes, up and down choose")
    let base = painter.style(.popup)
    for line in 0..<problemRows {
      painter.line(words, line, x: inner.x, y: inner.y + line, .messageWarning, on: base)
    }
    let pieces = min(24, (ways.map { TextWidth.columns(of: $0.piece) }.max() ?? 0))
    for (index, way) in ways.enumerated() {
      let y = inner.y + problemRows + index
      let isCursor = index == min(cursor, ways.count - 1)
      let row = isCursor ? painter.style(.popupCursor, on: base) : base
      if isCursor {
        painter.fill(Rectangle(x: inner.x, y: y, width: inner.width, height: 1), row)
        painter.sign(.cursor, x: inner.x, y: y, .accent, on: row)
      }
      painter.text(way.piece, x: inner.x + 2, y: y, columns: pieces, .key, on: row)
      painter.text(way.help, x: inner.x + pieces + 4, y: y, columns: inner.width - pieces - 4, .textDim, on: row)
    }
  }
}
