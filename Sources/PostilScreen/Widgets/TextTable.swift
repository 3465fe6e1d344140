/// Rows of short texts in columns that stand straight, wide characters among them.
public struct TextTable: Sendable, Hashable {
  /// On which side a column's texts stand.
  public enum Alignment: Sendable, Hashable {
    /// Texts.
    case left
    /// Numbers.
    case right
  }

  private let rows: [[String]]
  private let alignments: [Alignment]
  /// The columns that each column of the table takes.
  public let widths: [Int]

  /// A table.
  /// - Parameters:
  ///   - alignments: one for each column; further columns stand on the left.
  ///   - columns: the most that the whole may take, with two blanks between columns. The widest columns give way first.
  public init(_ rows: [[String]], alignments: [Alignment] = [], columns: Int = .max) {
    self.rows = rows
    let count = rows.map(\.count).max() ?? 0
    self.alignments = alignments + Array(repeating: .left, count: max(0, count - alignments.count))
    var widths = Array(repeating: 0, count: count)
    for row in rows {
      for (column, text) in row.enumerated() { widths[column] = max(widths[column], TextWidth.columns(of: text)) }
    }
    var excess = widths.reduce(0, +) + 2 * max(0, count - 1) - columns
    while columns < .max, excess > 0, let widest = widths.max(), widest > 1, let at = widths.firstIndex(of: widest) {
      widths[at] -= 1
      excess -= 1
    }
    self.widths = widths
  }

  /// The lines, without blanks at their ends. Texts are cut, not made safe; drawing does that.
  public func lines(alphabet: Alphabet = .unicode) -> [String] {
    rows.map { row in
      var line = ""
      for (column, text) in row.enumerated() {
        if column > 0 { line += "  " }
        line += TextWidth.pad(
          text, to: widths[column], right: alignments[column] == .right, ellipsis: alphabet.string(.ellipsis))
      }
      while line.utf8.last == 0x20 { line.removeLast() }
      return line
    }
  }
}
