/// A picture of the whole screen in cells: what panes draw on, what tests read, what the terminal sends the difference of.
///
/// A wide character takes two cells: one of width 2 and behind it one of width 0. Whatever writes over one half of it
/// blanks the other half, so that a surface never holds half a character.
public struct Surface: Sendable, Hashable {
  /// The size.
  public let size: Size
  /// The cells, row by row; `size.columns * size.rows` of them.
  public internal(set) var cells: [Cell]
  /// Where the terminal's cursor stands, or nil when hidden.
  public var cursor: Position?
  /// Pictures in the terminal's own pixels, over cells that are blank.
  public var pictures: [SurfacePicture] = []
  /// The signs that may be drawn. With `ascii` nothing but ASCII ever enters a cell.
  public let alphabet: Alphabet
  /// How the signs look that stand for control characters and the like; laid over the style of the text around them.
  public let controlStyle: Style

  /// A column and a row.
  public struct Position: Sendable, Hashable {
    /// The column, from 0.
    public var x: Int
    /// The row, from 0.
    public var y: Int
    /// A position.
    public init(x: Int, y: Int) {
      self.x = x
      self.y = y
    }
  }

  /// A surface of blanks.
  public init(
    size: Size, style: Style = .plain, alphabet: Alphabet = .unicode,
    controlStyle: Style = Style(attributes: .reverse)
  ) {
    self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    self.alphabet = alphabet
    self.controlStyle = controlStyle
    cells = Array(repeating: .blank(style: style), count: self.size.columns * self.size.rows)
  }

  /// The whole surface as a rectangle.
  public var bounds: Rectangle { Rectangle(x: 0, y: 0, width: size.columns, height: size.rows) }

  /// The cell at a place. Writing outside does nothing; reading outside gives a blank. Writing over one half of a wide
  /// character blanks the other half; a wide character that does not fit into the row becomes a blank.
  ///
  /// Cells written here are sent as they are. Text from data goes through `draw`, which makes it safe.
  public subscript(x: Int, y: Int) -> Cell {
    get { bounds.contains(x: x, y: y) ? cells[y * size.columns + x] : .blank }
    set {
      guard bounds.contains(x: x, y: y), newValue.width != 0 else { return }
      let wide = newValue.width == 2
      guard !wide || x + 1 < size.columns else { return self[x, y] = .blank(style: newValue.style) }
      let row = y * size.columns
      beginRun(x, row: row)
      cells[row + x] = newValue
      if wide { cells[row + x + 1] = .continuation(style: newValue.style) }
      endRun(x + (wide ? 2 : 1), row: row)
    }
  }

  /// Blanks the first half of a wide character whose second half is about to be written over at `x`.
  @inline(__always)
  mutating func beginRun(_ x: Int, row: Int) {
    if x > 0, x < size.columns, cells[row + x].width == 0 {
      cells[row + x - 1] = .blank(style: cells[row + x - 1].style)
    }
  }

  /// Blanks the second half of a wide character whose first half was just written over before `x`.
  @inline(__always)
  mutating func endRun(_ x: Int, row: Int) {
    if x < size.columns, cells[row + x].width == 0 { cells[row + x] = .blank(style: cells[row + x].style) }
  }

  /// Blanks an area.
  public mutating func fill(_ area: Rectangle, style: Style) { fill(area, with: .blank(style: style)) }

  /// Fills an area with a cell of width 1.
  public mutating func fill(_ area: Rectangle, with cell: Cell) {
    let area = area.intersection(bounds)
    guard !area.isEmpty, cell.width == 1 else { return }
    for y in area.y..<area.bottom {
      let row = y * size.columns
      beginRun(area.x, row: row)
      endRun(area.right, row: row)
    }
    let columns = size.columns
    cells.withUnsafeMutableBufferPointer { cells in
      let first = area.y * columns + area.x
      for index in first..<first + area.width { cells[index] = cell }
      // The other rows are copies of the first: memory moves faster than cells.
      let row = UnsafeBufferPointer(rebasing: cells[first..<first + area.width])
      for y in 1..<max(1, area.height) {
        let start = first + y * columns
        _ = UnsafeMutableBufferPointer(rebasing: cells[start..<start + area.width]).update(fromContentsOf: row)
      }
    }
  }

  /// Copies an area of another surface; halves of wide characters at its edges become blanks.
  public mutating func copy(_ area: Rectangle, of other: Surface, toX x: Int, y: Int) {
    let area = area.intersection(other.bounds)
    for row in 0..<area.height {
      for column in 0..<area.width {
        let cell = other.cells[(area.y + row) * other.size.columns + area.x + column]
        let isTail = cell.width == 0
        if isTail && column > 0 { continue }
        let isCut = isTail || cell.width == 2 && column + 1 == area.width
        self[x + column, y + row] = isCut ? .blank(style: cell.style) : cell
      }
    }
  }
}
