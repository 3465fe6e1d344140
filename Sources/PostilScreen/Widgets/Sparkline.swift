/// Numbers over time in one row, each as high as it is large: `▁▂▅▇█▃`, or `_.-=+*#@` in ASCII.
public enum Sparkline {
  /// The eighths of each column's height; 0 only for 0. The largest value is full.
  public static func eighths(_ values: [Int]) -> [Int] {
    let most = values.max() ?? 0
    guard most > 0 else { return values.map { _ in 0 } }
    return values.map { value in
      value <= 0 ? 0 : max(1, Int((Double(value) / Double(most) * 8).rounded()))
    }
  }

  /// Values added up so that at most so many columns are left; the last column may stand for fewer than the others.
  public static func fitted(_ values: [Int], columns: Int) -> [Int] {
    guard columns > 0, values.count > columns else { return columns > 0 ? values : [] }
    let each = (values.count + columns - 1) / columns
    return stride(from: 0, to: values.count, by: each).map { start in
      values[start..<min(start + each, values.count)].reduce(0, +)
    }
  }

  /// Draws values, fitted into the columns. Returns the columns that it took.
  @discardableResult
  public static func draw(
    on surface: inout Surface, x: Int, y: Int, columns: Int, values: [Int], style: Style
  ) -> Int {
    let heights = eighths(fitted(values, columns: columns))
    for (place, height) in heights.enumerated() {
      surface[x + place, y] = Cell(scalar: surface.alphabet.column(eighths: height), style: style)
    }
    return heights.count
  }

  /// The line as text.
  public static func text(_ values: [Int], columns: Int, alphabet: Alphabet) -> String {
    var text = ""
    for height in eighths(fitted(values, columns: columns)) {
      if let scalar = Unicode.Scalar(alphabet.column(eighths: height)) { text.unicodeScalars.append(scalar) }
    }
    return text
  }
}
