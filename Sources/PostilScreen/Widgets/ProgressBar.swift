/// How far something is, in eighths of a column: `████████▍·········`, or `########..........` in ASCII.
public enum ProgressBar {
  /// The eighths of each column that are filled. Not empty once something is done, not full before all is.
  public static func eighths(done: Int, of total: Int, columns: Int) -> [Int] {
    let columns = max(0, columns)
    guard total > 0 else { return Array(repeating: 0, count: columns) }
    let all = columns * 8
    let part = Double(max(0, min(done, total))) / Double(total)
    var filled = Int(part * Double(all))
    if done > 0 { filled = max(filled, min(1, all)) }
    if done < total { filled = min(filled, max(0, all - 1)) }
    return (0..<columns).map { max(0, min(8, filled - $0 * 8)) }
  }

  /// The bar as text.
  public static func text(done: Int, of total: Int, columns: Int, alphabet: Alphabet) -> String {
    var text = ""
    for eighths in eighths(done: done, of: total, columns: columns) {
      if let scalar = Unicode.Scalar(alphabet.bar(eighths: eighths)) { text.unicodeScalars.append(scalar) }
    }
    return text
  }

  /// Draws the bar.
  public static func draw(
    on surface: inout Surface, x: Int, y: Int, columns: Int, done: Int, of total: Int, full: Style, empty: Style
  ) {
    for (column, eighths) in eighths(done: done, of: total, columns: columns).enumerated() {
      let scalar = surface.alphabet.bar(eighths: eighths)
      surface[x + column, y] = Cell(scalar: scalar, style: eighths > 0 ? full : empty)
    }
  }
}
