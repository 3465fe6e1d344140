import CNcurses
import Glibc
import PostilScreen

/// Hands surfaces to curses: only what differs from the surface before.
struct Painter {
  private var pairs: PairCache
  private let isUnicode: Bool
  /// What the screen shows; nil when that is not known.
  private(set) var shown: Surface?
  private var line: [cchar_t] = []
  private var cursorIsVisible = true
  private var style = Style.plain
  private var attributes: attr_t = 0
  private var pair: Int32 = 0

  init(pairs: PairCache, isUnicode: Bool) {
    self.pairs = pairs
    self.isUnicode = isUnicode
  }

  /// Shows a surface on a screen of a size; what lies outside the surface is blank. Nothing is sent when nothing changed.
  ///
  /// Returns what is to be sent after it: pictures in the terminal's own pixels, of which curses knows nothing.
  mutating func present(_ surface: Surface, on size: Size) -> [UInt8] {
    if pairs.isFull, pairs.reset() { forget() }
    let before = shown?.size == surface.size ? shown : nil
    if before == nil { werase(cn_stdscr()) }
    let isChanged = draw(surface, over: before, on: size)
    let pictures = PixelChange(from: before, to: surface)
    guard isChanged || before == nil || before?.cursor != surface.cursor || pictures.isAny else { return [] }
    // Cells that a picture hid are blank to curses: they are sent again to erase it.
    for rows in pictures.erased { wredrawln(cn_stdscr(), Int32(rows.lowerBound), Int32(rows.count)) }
    cn_frame_begin()
    placeCursor(surface.cursor)
    shown = surface
    wrefresh(cn_stdscr())
    cn_frame_end()
    return pictures.bytes
  }

  /// Shows the last surface once more, every cell sent.
  mutating func repaint(on size: Size) -> [UInt8] {
    guard let last = shown else { return [] }
    forget()
    return present(last, on: size)
  }

  /// The next surface is sent whole: the screen was changed by others, or has a new size.
  mutating func forget() {
    shown = nil
    clearok(cn_curscr(), true)
  }

  // MARK: Rows

  /// Writes the changed part of each row to the window; true when there was any.
  private mutating func draw(_ surface: Surface, over before: Surface?, on size: Size) -> Bool {
    let columns = surface.size.columns
    let width = min(columns, size.columns)
    if line.count < width + 1 { line = Array(repeating: cchar_t(), count: width + 1) }
    var isChanged = false
    surface.cells.withUnsafeBufferPointer { cells in
      let old = before?.cells ?? []
      old.withUnsafeBufferPointer { old in
        if let first = old.baseAddress, first == cells.baseAddress { return }
        for row in 0..<min(surface.size.rows, size.rows) {
          let range = row * columns..<row * columns + width
          let now = UnsafeBufferPointer(rebasing: cells[range])
          let then = old.isEmpty ? nil : UnsafeBufferPointer(rebasing: old[range])
          guard let span = Self.changedSpan(now, then) else { continue }
          isChanged = true
          write(now, span, row: row)
        }
      }
    }
    return isChanged
  }

  /// The columns from the first to the last changed cell, whole characters; nil when the rows are the same.
  private static func changedSpan(
    _ now: UnsafeBufferPointer<Cell>, _ then: UnsafeBufferPointer<Cell>?
  ) -> Range<Int>? {
    guard let then, let left = now.baseAddress, let right = then.baseAddress else {
      return now.isEmpty ? nil : 0..<now.count
    }
    guard memcmp(left, right, now.count * MemoryLayout<Cell>.stride) != 0 else { return nil }
    var first = 0
    while first < now.count, now[first] == then[first] { first += 1 }
    guard first < now.count else { return nil }
    var last = now.count - 1
    while now[last] == then[last] { last -= 1 }
    // Half a wide character, new or old, takes its other half along.
    while first > 0, now[first].width == 0 || then[first].width == 0 { first -= 1 }
    while last + 1 < now.count, now[last + 1].width == 0 || then[last + 1].width == 0 { last += 1 }
    return first..<last + 1
  }

  private mutating func write(_ cells: UnsafeBufferPointer<Cell>, _ span: Range<Int>, row: Int) {
    var count: Int32 = 0
    var column = span.lowerBound
    while column < span.upperBound {
      let cell = cells[column]
      if cell.style != style { take(cell.style) }
      let isWhole = cell.width == 1 || (cell.width == 2 && column + 1 < cells.count)
      if cell.width == 1, cell.scalar >= 0x20, cell.scalar < 0x7f, cell.marks == (0, 0) {
        put(cell.scalar, at: &count)
      } else if isWhole {
        putWide(cell, at: &count)
      } else {
        put(0x20, at: &count)
      }
      column += max(1, isWhole ? Int(cell.width) : 1)
    }
    mvwadd_wchnstr(cn_stdscr(), Int32(row), Int32(span.lowerBound), line, count)
  }

  private mutating func take(_ newStyle: Style) {
    style = newStyle
    pair = pairs.pair(of: newStyle)
    attributes = Self.attributes(of: newStyle.attributes)
  }

  private mutating func put(_ scalar: UInt32, _ mark1: UInt32 = 0, _ mark2: UInt32 = 0, at count: inout Int32) {
    cn_cell(&line[Int(count)], scalar, mark1, mark2, attributes, pair)
    count += 1
  }

  /// A character beyond ASCII, if libc gives it the columns that the surface does. If not, curses would place all that
  /// follows wrongly, so a sign of the right width stands for it.
  private mutating func putWide(_ cell: Cell, at count: inout Int32) {
    let fits = cn_width(cell.scalar) == Int32(cell.width)
    if fits, isUnicode {
      let marks = cell.marks
      put(cell.scalar, Self.mark(marks.first), Self.mark(marks.second), at: &count)
    } else if fits, cell.scalar < 0x7f {
      put(cell.scalar, at: &count)
    } else {
      put(isUnicode ? 0xfffd : 0x3f, at: &count)
      if cell.width == 2 { put(0x20, at: &count) }
    }
  }

  /// The mark if it takes no column, else 0. Joiners and variation selectors would join or widen what follows.
  private static func mark(_ scalar: UInt32) -> UInt32 {
    if scalar == 0 || scalar == 0x200d || (scalar >= 0xfe00 && scalar <= 0xfe0f) { return 0 }
    return cn_width(scalar) == 0 ? scalar : 0
  }

  private static func attributes(of set: Style.Attributes) -> attr_t {
    var bits: attr_t = 0
    if set.contains(.bold) { bits |= cn_bold }
    // Curses knows no line through; faint comes nearest.
    if set.contains(.dim) || set.contains(.strikethrough) { bits |= cn_dim }
    if set.contains(.italic) { bits |= cn_italic }
    if set.contains(.underline) { bits |= cn_underline }
    if set.contains(.reverse) { bits |= cn_reverse }
    return bits
  }

  private mutating func placeCursor(_ cursor: Surface.Position?) {
    if let cursor {
      leaveok(cn_stdscr(), false)
      wmove(cn_stdscr(), Int32(cursor.y), Int32(cursor.x))
    } else {
      // A hidden cursor may stay wherever the last change left it.
      leaveok(cn_stdscr(), true)
    }
    guard cursorIsVisible != (cursor != nil) else { return }
    cursorIsVisible = cursor != nil
    curs_set(cursorIsVisible ? 1 : 0)
  }
}
