import PostilScreen

extension TerminalScreen {
  /// Characters that change how others are shown, or show nothing: none may come from data.
  private static let hidden: [ClosedRange<UInt32>] = [
    0x80...0x9f, 0xad...0xad, 0x61c...0x61c, 0x180e...0x180e, 0x200b...0x200f, 0x2028...0x202e, 0x2060...0x206f,
    0xfe00...0xfe0f, 0xfeff...0xfeff, 0xfff0...0xfffb, 0xfffe...0xffff, 0xe0000...0xe0fff,
  ]

  /// Writes a character at the cursor.
  mutating func put(_ scalar: Unicode.Scalar) {
    if Self.hidden.contains(where: { $0.contains(scalar.value) }) {
      violate("U+" + String(scalar.value, radix: 16, uppercase: true))
      return
    }
    let width = TextWidth.columns(of: scalar)
    if width == 0 { return mark(scalar) }
    if wrapIsPending || x + width > columns {
      x = 0
      lineFeed()
    }
    wrapIsPending = false
    if isInserting { insertCells(width) }
    clearHalves(from: x, to: x + width)
    last = String(scalar)
    cells[y][x] = Cell(text: last, style: style)
    if width == 2, x + 1 < columns { cells[y][x + 1] = Cell(text: "", style: style) }
    x += width
    if x >= columns {
      x = columns - 1
      wrapIsPending = true
    }
  }

  /// Adds a mark to the character before the cursor.
  private mutating func mark(_ scalar: Unicode.Scalar) {
    var place = wrapIsPending ? x : x - 1
    if place > 0, cells[y][place].text.isEmpty { place -= 1 }
    guard place >= 0 else { return violate("a mark at the beginning of a row") }
    cells[y][place].text.unicodeScalars.append(scalar)
    if cells[y][place].text.unicodeScalars.count > 3 { violate("more than two marks on one character") }
  }

  /// Half a wide character is none: the other half goes too.
  private mutating func clearHalves(from start: Int, to end: Int) {
    if start < columns, cells[y][start].text.isEmpty, start > 0 { cells[y][start - 1].text = " " }
    if end < columns, cells[y][end].text.isEmpty { cells[y][end].text = " " }
  }

  /// A control character.
  mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x08:
      x = max(0, x - 1)
      wrapIsPending = false
    case 0x09:
      x = min(columns - 1, (x / 8 + 1) * 8)
      wrapIsPending = false
    case 0x0a: lineFeed()
    case 0x0d:
      x = 0
      wrapIsPending = false
    default: violate("a control character 0x" + String(byte, radix: 16))
    }
  }

  mutating func lineFeed() {
    wrapIsPending = false
    if y == region.upperBound - 1 { scroll(1) } else { y = min(rows - 1, y + 1) }
  }

  /// Moves the rows of the region up, or down with a negative count.
  mutating func scroll(_ count: Int, from top: Int? = nil) {
    let range = (top ?? region.lowerBound)..<region.upperBound
    let blank = Array(repeating: Array(repeating: blank, count: columns), count: min(abs(count), range.count))
    let rest = range.count - blank.count
    let old = Array(cells[range])
    cells.replaceSubrange(range, with: count > 0 ? Array(old.suffix(rest)) + blank : blank + Array(old.prefix(rest)))
  }

  /// Blanks before the cursor's character, which moves right.
  mutating func insertCells(_ count: Int) {
    let count = min(count, columns - x)
    cells[y].removeLast(count)
    cells[y].insert(contentsOf: Array(repeating: blank, count: count), at: x)
  }

  /// An empty cell: it keeps the background, so the style.
  var blank: Cell { Cell(text: " ", style: style) }

  /// Empties columns of the cursor's row.
  mutating func erase(_ range: Range<Int>) {
    let range = range.clamped(to: 0..<columns)
    guard !range.isEmpty else { return }
    clearHalves(from: range.lowerBound, to: range.upperBound)
    for column in range { cells[y][column] = blank }
  }
}
