extension Surface {
  /// The rows as plain text, trailing blanks trimmed.
  public var lines: [String] {
    (0..<size.rows).map { y in
      var line = ""
      for cell in cells[(y * size.columns)..<((y + 1) * size.columns)] where cell.width > 0 {
        for value in [cell.scalar, cell.marks.first, cell.marks.second] where value != 0 {
          if let scalar = Unicode.Scalar(value) { line.unicodeScalars.append(scalar) }
        }
      }
      while line.utf8.last == 0x20 { line.removeLast() }
      return line
    }
  }

  /// The whole surface as plain text: its rows, each ended by `\n`.
  public var text: String { lines.map { $0 + "\n" }.joined() }

  /// The styles as a grid of letters, one a cell, and what each letter stands for, in the order of their first cells.
  /// `.` is the plain style.
  /// - Parameter name: a style's name, say the role it came from; its numbers are printed if nil.
  public func styleGrid(naming name: (Style) -> String? = { _ in nil }) -> (rows: [String], legend: [String]) {
    let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    var seen: [Style: Int] = [:]
    var order: [Style] = []
    let rows = (0..<size.rows).map { y in
      String(
        (0..<size.columns).map { x -> Character in
          let style = cells[y * size.columns + x].style
          if style == .plain { return "." }
          let number = seen[style] ?? order.count
          if number == order.count {
            seen[style] = number
            order.append(style)
          }
          return number < letters.count ? letters[number] : "#"
        })
    }
    let legend = order.prefix(letters.count).enumerated().map { "\(letters[$0]) \(name($1) ?? $1.description)" }
    return (rows, legend)
  }
}
