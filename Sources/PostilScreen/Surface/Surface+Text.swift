extension Surface {
  /// What happens to text that does not fit.
  public enum Overflow: Sendable, Hashable {
    /// It ends with an ellipsis in the last column.
    case ellipsis
    /// It just ends.
    case cut
  }

  /// Draws a text on one row, made safe (see `SafeText`). Ends of lines within become blanks. A cluster is drawn whole
  /// or not at all.
  /// - Parameters:
  ///   - x: the column of the first character; may lie left of the clip, then the beginning is not seen.
  ///   - columns: the most columns to use.
  ///   - clip: nothing is drawn outside; the whole surface if nil.
  /// - Returns: the columns used from `x` on.
  @discardableResult
  public mutating func draw(
    _ text: String, x: Int, y: Int, columns: Int = .max, clip: Rectangle? = nil, style: Style = .plain,
    overflow: Overflow = .ellipsis
  ) -> Int {
    let bytes = text.utf8.span
    let run = Run(x: x, y: y, columns: columns, clip: clip, style: style, overflow: overflow)
    return draw(bytes, 0..<bytes.count, run, highlights: [], tab: 4)
  }

  /// Draws one line of a wrapped text.
  /// - Parameters:
  ///   - highlights: sorted, not overlapping (see `Highlight.layered(_:)`); their styles are laid over `style`.
  /// - Returns: the columns used from `x` on.
  @discardableResult
  public mutating func draw(
    _ layout: TextLayout, line: Int, x: Int, y: Int, clip: Rectangle? = nil, style: Style = .plain,
    highlights: [Highlight] = []
  ) -> Int {
    let run = Run(x: x, y: y, columns: layout.width, clip: clip, style: style, overflow: .cut)
    return draw(
      layout.text.utf8.span, layout.range(ofLine: line), run, highlights: highlights, tab: layout.tab)
  }

  /// Draws the lines of a wrapped text that an area shows, the line `first` on top. Does not blank what is not written.
  public mutating func draw(
    _ layout: TextLayout, from first: Int, in area: Rectangle, style: Style = .plain, highlights: [Highlight] = []
  ) {
    for row in 0..<area.height where first + row >= 0 && first + row < layout.count {
      draw(
        layout, line: first + row, x: area.x, y: area.y + row, clip: area, style: style, highlights: highlights)
    }
  }

  /// Draws one of the program's own signs.
  public mutating func draw(_ sign: Sign, x: Int, y: Int, style: Style = .plain) {
    self[x, y] = Cell(scalar: alphabet.scalar(sign), style: style)
  }

  struct Run {
    var x: Int
    var y: Int
    var columns: Int
    var clip: Rectangle?
    var style: Style
    var overflow: Overflow
  }

  mutating func draw(
    _ text: Span<UInt8>, _ range: Range<Int>, _ run: Run, highlights: [Highlight], tab: Int
  ) -> Int {
    let area = run.clip.map { $0.intersection(bounds) } ?? bounds
    let right = run.columns < area.right - run.x ? run.x + run.columns : area.right
    guard run.y >= area.y, run.y < area.bottom, run.x < right else { return 0 }
    var pen = Pen(left: area.x, right: right, row: run.y * size.columns, x: run.x, style: run.style)
    var ranges = HighlightCursor(highlights, from: range.lowerBound)
    var index = range.lowerBound
    var cut = run.x
    while index < range.upperBound {
      if index >= ranges.change { pen.style = ranges.advance(to: index, over: run.style) }
      var glyph = SafeText.glyph(at: index, in: text, column: pen.x - run.x, tab: tab)
      if glyph.kind == .newline { glyph.columns = 1 }
      if pen.x + glyph.columns > right {
        if run.overflow == .ellipsis { drawEllipsis(at: cut, &pen) }
        break
      }
      if pen.x < right { cut = pen.x + glyph.columns < right ? pen.x + glyph.columns : cut }
      write(glyph, at: index, in: text, &pen)
      index += glyph.length
    }
    if pen.hasWritten { endRun(pen.x, row: pen.row) }
    return pen.x - run.x
  }

  private mutating func drawEllipsis(at cut: Int, _ pen: inout Pen) {
    let end = pen.x
    pen.x = cut
    put(alphabet.scalar(.ellipsis), width: 1, &pen)
    while pen.x < end { put(0x20, width: 1, &pen) }
    if pen.hasWritten { endRun(pen.x, row: pen.row) }
    pen.x = cut + 1
  }

  @inline(__always)
  private mutating func write(_ glyph: Glyph, at index: Int, in text: Span<UInt8>, _ pen: inout Pen) {
    switch glyph.kind {
    case .text:
      put(glyph.scalar, glyph.mark1, glyph.mark2, width: glyph.columns, &pen)
    case .blank, .tab, .newline:
      for _ in 0..<glyph.columns { put(0x20, width: 1, &pen) }
    case .control:
      let style = pen.style
      pen.style = controlStyle.over(style)
      put(glyph.scalar, width: 1, &pen)
      pen.style = style
    case .pieces:
      SafeText.forEachPiece(of: glyph, at: index, in: text) { scalar, mark1, mark2, width in
        put(scalar, mark1, mark2, width: width, &pen)
      }
    }
  }

  /// Writes one character at the pen and moves it on; what lies left of the clip is not written.
  @inline(__always)
  private mutating func put(_ scalar: UInt32, _ mark1: UInt32 = 0, _ mark2: UInt32 = 0, width: Int, _ pen: inout Pen) {
    let place = pen.row + pen.x
    let isSeen = pen.x >= pen.left
    pen.x += width
    guard pen.x > pen.left else { return }
    if !pen.hasWritten {
      pen.hasWritten = true
      beginRun(max(pen.x - width, pen.left), row: pen.row)
    }
    if alphabet == .ascii && (scalar >= 0x80 || mark1 != 0) {
      let sign = mark1 == 0 ? Alphabet.ascii(for: scalar) : 0x3F
      for offset in 0..<width where pen.x - width + offset >= pen.left {
        cells[place + offset] = Cell(scalar: sign, style: pen.style)
      }
    } else if isSeen {
      cells[place] = Cell(scalar: scalar, mark1: mark1, mark2: mark2, width: UInt8(width), style: pen.style)
      if width == 2 { cells[place + 1] = .continuation(style: pen.style) }
    } else {
      cells[place + 1] = .blank(style: pen.style)
    }
  }

  private struct Pen {
    let left: Int
    let right: Int
    let row: Int
    var x: Int
    var style: Style
    var hasWritten = false
  }
}
