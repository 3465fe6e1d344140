import PostilScreen

/// What a terminal shows after the bytes that a program sent: a model of xterm as far as curses uses it.
///
/// It is strict. Whatever curses and the program's own modes do not need is noted in `violations`: that is how text from
/// data that reached the terminal raw is found.
public struct TerminalScreen: Sendable, CustomStringConvertible, CustomReflectable {
  /// One column of a row.
  public struct Cell: Sendable, Hashable {
    /// The character with its marks; empty in the second half of a wide one.
    public var text = " "
    /// How it looks.
    public var style = Style()
  }

  /// How a character looks.
  public struct Style: Sendable, Hashable {
    /// Colours by their numbers in the palette; nil for the terminal's own.
    public var foreground: Int?
    /// Colours by their numbers in the palette; nil for the terminal's own.
    public var background: Int?
    /// The parameters that switch attributes on: 1 bold, 2 faint, 3 italic, 4 underline, 7 reverse.
    public var attributes: Set<Int> = []
  }

  /// The size.
  public private(set) var columns: Int
  /// The size.
  public private(set) var rows: Int
  /// Where the cursor is, from 0.
  public internal(set) var x = 0
  /// Where the cursor is, from 0.
  public internal(set) var y = 0
  /// Private modes that are set (`25`: cursor, `1049`: second screen, `2004`: marked pastes, `1000`: mouse …).
  public internal(set) var modes: Set<Int> = [7, 25]
  /// What should never have been sent, in words, each kind once.
  public internal(set) var violations: [String] = []
  /// Whether a colour was ever asked for.
  public internal(set) var hasColor = false
  /// How many bytes were taken.
  public private(set) var count = 0

  var cells: [[Cell]]
  var style = Style()
  var wrapIsPending = false
  var isInserting = false
  var region: Range<Int>
  var last = ""
  private var pending: [UInt8] = []

  /// An empty screen.
  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    region = 0..<rows
    cells = Array(repeating: Array(repeating: Cell(), count: columns), count: rows)
  }

  /// Follows a change of the window's size: what fits stays.
  public mutating func resize(columns: Int, rows: Int) {
    cells = (0..<rows).map { row in
      let old = row < cells.count ? cells[row] : []
      return Array(old.prefix(columns)) + Array(repeating: Cell(), count: max(0, columns - old.count))
    }
    self.columns = columns
    self.rows = rows
    region = 0..<rows
    x = min(x, columns - 1)
    y = min(y, rows - 1)
    wrapIsPending = false
  }

  // MARK: What is seen

  /// The rows without blanks at their ends.
  public var lines: [String] { cells.map(Self.text) }

  /// All rows, each with an end of line.
  public var text: String { lines.map { $0 + "\n" }.joined() }

  /// One row without blanks at its end.
  public func line(_ row: Int) -> String { row < cells.count ? Self.text(cells[row]) : "" }

  /// Where a text stands first; nil when it is not on the screen.
  public func find(_ text: String) -> (x: Int, y: Int)? {
    for (y, row) in cells.enumerated() {
      let line = row.map(\.text)
      guard let range = line.joined().firstRange(of: text) else { continue }
      var bytes = line.joined()[..<range.lowerBound].utf8.count
      var x = 0
      while bytes > 0, x < line.count {
        bytes -= line[x].utf8.count
        x += 1
      }
      while x < line.count, line[x].isEmpty { x += 1 }
      return (x, y)
    }
    return nil
  }

  /// Whether a text is on the screen.
  public func contains(_ text: String) -> Bool { find(text) != nil }

  private static func text(_ row: [Cell]) -> String {
    var line = row.map(\.text).joined()
    while line.last == " " { line.removeLast() }
    return line
  }

  // MARK: What comes in

  /// Takes bytes, cut wherever they may be.
  public mutating func feed(_ bytes: some Sequence<UInt8>) {
    pending += bytes
    var index = 0
    while index < pending.count {
      guard let length = take(pending[index...]) else { break }
      index += length
      count += length
    }
    pending.removeFirst(index)
  }

  /// Takes one character or sequence; nil when it is not whole yet.
  private mutating func take(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.first else { return nil }
    switch first {
    case 0x1b: return takeEscape(bytes)
    case 0..<0x20: control(first)
    case 0x20..<0x7f: put(Unicode.Scalar(first))
    case 0x7f: violate("DEL")
    default: return takeScalar(bytes)
    }
    return 1
  }

  private mutating func takeScalar(_ bytes: ArraySlice<UInt8>) -> Int? {
    let length = bytes.first.map { $0 >= 0xf0 ? 4 : $0 >= 0xe0 ? 3 : $0 >= 0xc0 ? 2 : 1 } ?? 1
    guard bytes.count >= length else { return nil }
    guard length > 1, let text = String(validating: bytes.prefix(length), as: UTF8.self),
      let scalar = text.unicodeScalars.first
    else {
      violate("a byte \(bytes.first.map { String($0, radix: 16) } ?? "") that is no UTF-8")
      return 1
    }
    put(scalar)
    return length
  }

  /// What a failed test prints.
  public var description: String {
    "\(columns)x\(rows), cursor \(x),\(y), modes \(modes.sorted()), \(violations)\n\(text)"
  }
  /// Nothing below it: a failed test would print every cell.
  public var customMirror: Mirror { Mirror(self, children: [:]) }

  mutating func violate(_ words: String) {
    if !violations.contains(words) { violations.append(words) }
  }
}
