import PostilScreen

/// Rows of cells as lines whose columns stand below each other.
enum TextColumns {
  /// The lines; columns that are empty in all rows are left out. Cells must be safe to show.
  static func text(_ rows: [[String]], rightAligned: Set<Int> = []) -> String {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? TextWidth.columns(of: $0[column]) : 0 }.max() ?? 0
    }
    var text = ""
    for row in rows {
      var line = ""
      for (column, cell) in row.enumerated() where widths[column] > 0 {
        let blanks = String(repeating: " ", count: widths[column] - TextWidth.columns(of: cell))
        line += (line.isEmpty ? "" : "  ") + (rightAligned.contains(column) ? blanks + cell : cell + blanks)
      }
      while line.last == " " { line.removeLast() }
      text += line + "\n"
    }
    return text
  }
}
