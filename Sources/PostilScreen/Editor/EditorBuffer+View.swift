extension EditorBuffer {
  /// Takes a size: columns (at least 3, one of them for the cursor behind a full line) and rows. The topmost text stays.
  public mutating func resize(width: Int, height: Int) {
    let columns = max(3, width)
    let rows = max(1, height)
    guard columns != self.width || rows != self.height else { return }
    if columns != self.width {
      let top = layout.start(ofLine: min(scroll, layout.count - 1))
      self.width = columns
      layout = EditorLayout(content.string.utf8.span, width: columns - 1)
      scroll = layout.line(containing: top)
      leans = false
    }
    self.height = rows
    showCursor()
  }

  /// The cursor's column and row within the editor, from 0.
  public var cursorPosition: Surface.Position {
    Surface.Position(x: min(cursorColumn, width - 1), y: currentLine - scroll)
  }

  /// The visible lines from the top, as bytes of the text.
  public var visibleLines: [Range<Int>] {
    (scroll..<min(layout.count, scroll + height)).map { layout.range(ofLine: $0) }
  }

  /// The offset at a cell of the editor, on a boundary of clusters; cells outside count as the nearest inside.
  public func offset(atX x: Int, y: Int) -> Int {
    let line = max(0, min(scroll + y, layout.count - 1))
    return content.snappedBack(offset(atColumn: max(0, x), line: line))
  }

  /// Puts the cursor at a cell; with `extending` (a drag, a shifted click) it selects up to there.
  public mutating func click(x: Int, y: Int, extending: Bool = false) {
    lastAction = .other
    history.close()
    anchor = extending ? anchor ?? cursor : nil
    isMark = false
    place(at: max(0, x), line: max(0, min(scroll + y, layout.count - 1)))
    goal = nil
    showCursor()
  }

  /// Selects the word at a cell: a double click.
  public mutating func selectWord(x: Int, y: Int) {
    click(x: x, y: y)
    let run = EditorWords.run(at: cursor, in: content)
    anchor = run.lowerBound
    cursor = run.upperBound
    showCursor()
  }

  /// Scrolls by lines and takes the cursor along where it would leave the view: the mouse wheel.
  public mutating func scroll(by lines: Int) {
    history.close()
    scroll = max(0, min(scroll + lines, layout.count - height))
    let line = currentLine
    let wanted = max(scroll, min(line, scroll + height - 1))
    guard wanted != line else { return }
    let column = goal ?? cursorColumn
    if !isMark { anchor = nil }
    place(at: column, line: wanted)
    goal = column
    // A cluster that reaches over two lines may have taken the cursor to the line before.
    showCursor()
  }

  /// Draws the text into a rectangle and, with `focused`, places the terminal's cursor. A rectangle of another size than
  /// the last ``resize(width:height:)`` gave is wrapped for anew.
  public func draw(
    on surface: inout Surface, in rectangle: Rectangle, styles: EditorStyles = EditorStyles(), focused: Bool = true
  ) {
    guard !rectangle.isEmpty else { return }
    guard rectangle.width == width && rectangle.height == height || rectangle.width < 3 else {
      var copy = self
      copy.resize(width: rectangle.width, height: rectangle.height)
      return copy.draw(on: &surface, in: rectangle, styles: styles, focused: focused)
    }
    for row in 0..<min(rectangle.height, layout.count - scroll) {
      drawLine(scroll + row, on: &surface, y: rectangle.y + row, in: rectangle, styles)
    }
    guard focused else { return }
    let position = cursorPosition
    guard position.x < rectangle.width, (0..<rectangle.height).contains(position.y) else { return }
    surface.cursor = Surface.Position(x: rectangle.x + position.x, y: rectangle.y + position.y)
  }

  private func drawLine(_ line: Int, on surface: inout Surface, y: Int, in area: Rectangle, _ styles: EditorStyles) {
    let range = layout.range(ofLine: line)
    let bytes = content.string.utf8.span
    let run = Surface.Run(
      x: area.x, y: y, columns: area.width, clip: area, style: styles.text, overflow: .cut)
    let selected = selection.map { [Highlight($0, style: styles.selection)] } ?? []
    let columns = surface.draw(bytes, range, run, highlights: selected, tab: Self.tab)
    // A selected newline shows as one selected blank.
    let end = range.upperBound
    guard selection?.contains(end) == true, end < bytes.count, bytes[end] == 0x0A, columns < area.width else { return }
    surface[area.x + columns, y] = Cell(scalar: 0x20, style: styles.selection.over(styles.text))
  }

  /// The visual line that the cursor is shown on.
  var currentLine: Int {
    let line = layout.line(containing: cursor)
    return leans && line > 0 && layout.start(ofLine: line) == cursor ? line - 1 : line
  }

  /// The cursor's column within its visual line.
  var cursorColumn: Int {
    let range = layout.range(ofLine: currentLine)
    let bytes = content.string.utf8.span
    var column = 0
    var index = range.lowerBound
    while index < min(cursor, range.upperBound) {
      let glyph = SafeText.glyph(at: index, in: bytes, column: column, tab: Self.tab)
      column += glyph.columns
      index += glyph.length
    }
    return column
  }

  /// The byte of the cluster that covers a column of a visual line; the line's end when the column lies behind it.
  func offset(atColumn wanted: Int, line: Int) -> Int {
    let range = layout.range(ofLine: line)
    let bytes = content.string.utf8.span
    var column = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let glyph = SafeText.glyph(at: index, in: bytes, column: column, tab: Self.tab)
      if column + glyph.columns > wanted { break }
      column += glyph.columns
      index += glyph.length
    }
    return index
  }

  /// Scrolls as little as it takes to show the cursor, and never past the end while there is text above.
  mutating func showCursor() {
    let line = currentLine
    if line < scroll { scroll = line }
    if line >= scroll + height { scroll = line - height + 1 }
    scroll = max(0, min(scroll, layout.count - height))
  }
}
