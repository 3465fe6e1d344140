import PostilCore
import PostilScreen

/// A message at the bottom of a desk: in the footer, or over the rows above it where it is longer.
struct MessagePicture {
  let message: SessionMessage

  /// The message's words with its mark.
  private var words: String { (message.kind == .information ? "" : "! ") + message.text }

  private var role: Role {
    switch message.kind {
    case .information: .messageInfo
    case .warning: .messageWarning
    case .error: .messageError
    }
  }

  /// Whether it is longer than the one row of a footer.
  func isLong(on size: Size) -> Bool { TextWidth.columns(of: words) > size.columns - 4 }

  /// Draws as much of it as the footer holds.
  func draw(in area: Rectangle, _ painter: inout Painter) {
    painter.text(words, x: area.x + 2, y: area.y, columns: area.width - 4, role)
  }

  /// Draws one that is long over the rows above the footer, whole.
  func drawWhole(on size: Size, _ painter: inout Painter) {
    guard isLong(on: size) else { return }
    let words = TextLayout(words, width: size.columns - 4)
    let rows = min(words.count, max(1, size.rows / 3))
    let area = Rectangle(x: 0, y: size.rows - rows, width: size.columns, height: rows)
    painter.fill(area, painter.theme[.text])
    for line in 0..<rows { painter.line(words, line, x: 2, y: area.y + line, role) }
  }
}
