/// A text wrapped for a width: its lines as byte ranges, so that search hits, spans and cursors map exactly to cells and
/// back.
///
/// Every byte belongs to exactly one line or to a break that the wrapping swallowed: an end of line (`\n`, `\r\n`), or
/// blanks that no longer fitted behind the last word. Lines break behind blanks, and before or behind wide characters
/// where East Asian punctuation allows it; a word wider than the width is broken between clusters. A text that ends
/// with an end of line has an empty last line; the empty text has one empty line.
public struct TextLayout: Sendable, Hashable {
  /// Where a line is drawn: a line and a column of it, from 0.
  public struct Position: Sendable, Hashable {
    /// The line, from 0.
    public var line: Int
    /// The column, from 0.
    public var column: Int
    /// A position.
    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  /// The source.
  public let text: String
  /// The columns it was wrapped for; at least 2, so that wide characters have a place.
  public let width: Int
  /// The distance of tab stops.
  public let tab: Int
  private let lines: [Line]

  struct Line: Sendable, Hashable {
    var start: UInt32
    var end: UInt32
  }

  /// Wraps a text of less than 4 GB.
  ///
  /// - Parameter keepsWords: false breaks lines where the width ends and swallows no blanks there: the columns of code keep
  ///   their places.
  public init(_ text: String, width: Int, tab: Int = 4, keepsWords: Bool = true) {
    self.text = text
    self.width = max(2, width)
    self.tab = max(1, tab)
    var wrapper = LineWrapper(width: self.width, tab: self.tab, keepsWords: keepsWords)
    lines = wrapper.lines(of: text.utf8.span)
  }

  /// The number of lines; at least 1.
  public var count: Int { lines.count }

  /// The bytes of a line that are drawn, without what its break swallowed.
  public func range(ofLine line: Int) -> Range<Int> { Int(lines[line].start)..<Int(lines[line].end) }

  /// The bytes of a line and of the break behind it.
  public func fullRange(ofLine line: Int) -> Range<Int> {
    Int(lines[line].start)..<(line + 1 < lines.count ? Int(lines[line + 1].start) : text.utf8.count)
  }

  /// The line that holds a byte or swallowed it. Bytes past the end belong to the last line.
  public func line(containing byte: Int) -> Int {
    var low = 0
    var high = lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lines[middle].start) <= byte { low = middle } else { high = middle }
    }
    return low
  }

  /// Where a byte is drawn. A byte within a cluster is where its cluster begins; a swallowed one at the end of its line.
  public func position(of byte: Int) -> Position {
    let line = line(containing: byte)
    return Position(line: line, column: column(of: byte, line: line))
  }

  private func column(of byte: Int, line: Int) -> Int {
    let range = range(ofLine: line)
    let bytes = text.utf8.span
    var column = 0
    var index = range.lowerBound
    while index < min(byte, range.upperBound) {
      let glyph = SafeText.glyph(at: index, in: bytes, column: column, tab: tab)
      if index + glyph.length > byte { break }
      column += glyph.columns
      index += glyph.length
    }
    return column
  }

  /// The byte of the cluster that covers a column; the end of the line when the column lies behind it. Lines outside
  /// count as the first or the last.
  public func byte(at position: Position) -> Int {
    let range = range(ofLine: max(0, min(position.line, lines.count - 1)))
    let bytes = text.utf8.span
    var column = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let glyph = SafeText.glyph(at: index, in: bytes, column: column, tab: tab)
      if column + glyph.columns > position.column { return index }
      column += glyph.columns
      index += glyph.length
    }
    return range.upperBound
  }

  /// Whether a line goes on in the next one for want of width.
  public func isBroken(line: Int) -> Bool {
    guard line + 1 < lines.count else { return false }
    let end = Int(lines[line].end)
    return end == Int(lines[line + 1].start) || text.utf8.span[end] != 0x0A && text.utf8.span[end] != 0x0D
  }

  /// The columns that a line takes.
  public func columns(ofLine line: Int) -> Int { column(of: range(ofLine: line).upperBound, line: line) }
}
