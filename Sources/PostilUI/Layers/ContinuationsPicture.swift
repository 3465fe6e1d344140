import PostilCore
import PostilScreen

/// The ways to go on after a prefix key, at the bottom of a desk.
struct ContinuationsPicture {
  /// The keys typed so far.
  let typed: [Key]
  /// What can follow them.
  let ways: [Keymap.Continuation]
  /// The screen's size.
  let size: Size

  func draw(_ painter: inout Painter) {
    guard !ways.isEmpty else { return }
    let rows = min(ways.count, size.rows - 4)
    let isDouble = ways.count > rows
    let width = min(size.columns - 2, isDouble ? 78 : 92)
    let area = Rectangle(x: 1, y: size.rows - rows - 3, width: width, height: rows + 2)
    painter.target(area, .popup)
    let inner = painter.frame(area, title: KeyStroke.text(typed))
    let base = painter.style(.popup)
    let column = isDouble ? inner.width / 2 : inner.width
    for (index, way) in ways.enumerated() where index < rows * (isDouble ? 2 : 1) {
      let x = inner.x + index / rows * column
      let y = inner.y + index % rows
      let row = CommandTable.description(of: way.command)
      painter.text(way.keys, x: x, y: y, columns: 4, .key, on: base)
      let used = painter.text(row.label, x: x + 4, y: y, columns: column - 5, .text, on: base)
      if !isDouble { painter.text(row.help, x: x + 22, y: y, columns: column - 23, .textDim, on: base) }
      painter.target(Rectangle(x: x, y: y, width: max(used + 4, column - 1), height: 1), .command(way.command))
    }
  }
}
