import PostilScreen

/// A row of the overview: pieces at fixed columns.
struct OverviewRow: Sendable {
  /// A piece of a row.
  enum Piece: Sendable {
    case text(String, Role)
    /// Ends before the column where the next piece begins.
    case number(String, Role)
    case bar(done: Int, of: Int)
    case spark([Int])
  }

  /// Each piece with the column where it begins and those that it may take.
  var pieces: [(x: Int, columns: Int, piece: Piece)] = []
  var isHeading = false

  /// A row of text.
  static func text(_ text: String, _ role: Role = .text, x: Int = 0, columns: Int = 400) -> OverviewRow {
    OverviewRow(pieces: [(x, columns, .text(text, role))])
  }

  /// The heading of a part.
  static func heading(_ text: String, note: String = "") -> OverviewRow {
    var row = OverviewRow(pieces: [(0, 400, .text(text, .titleFocused))], isHeading: true)
    if !note.isEmpty { row.pieces.append((TextWidth.columns(of: text) + 3, 400, .text(note, .textDim))) }
    return row
  }

  func draw(x left: Int, y: Int, right: Int, _ painter: inout Painter) {
    for (x, columns, piece) in pieces {
      let start = left + x
      let room = min(columns, right - start)
      guard room > 0 else { continue }
      switch piece {
      case .text(let text, let role): painter.text(text, x: start, y: y, columns: room, role)
      case .number(let text, let role): painter.text(text, endingAt: start + room, y: y, columns: room, role)
      case .bar(let done, let total): painter.bar(x: start, y: y, columns: room, done: done, of: total)
      case .spark(let values): painter.spark(values, x: start, y: y, columns: room)
      }
    }
  }
}
