/// A picture of the whole screen in cells: what panes draw on, what tests read, what the terminal sends the difference of.
public struct Surface: Sendable, Hashable {
  /// The size.
  public let size: Size
  /// The cells, row by row; `size.columns * size.rows` of them.
  public private(set) var cells: [Cell]
  /// Where the terminal's cursor stands, or nil when hidden.
  public var cursor: Position?

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
  public init(size: Size, style: Style = .plain) {
    self.size = size
    cells = Array(repeating: Cell(scalar: 0x20, style: style), count: max(0, size.columns) * max(0, size.rows))
  }

  /// The whole surface as a rectangle.
  public var bounds: Rectangle { Rectangle(x: 0, y: 0, width: size.columns, height: size.rows) }

  /// The cell at a place. Writing outside does nothing; reading outside gives a blank. Writing over one half of a wide
  /// character blanks the other half.
  public subscript(x: Int, y: Int) -> Cell {
    get { bounds.contains(x: x, y: y) ? cells[y * size.columns + x] : .blank }
    set {
      guard bounds.contains(x: x, y: y) else { return }
      set(newValue, x: x, y: y)
    }
  }

  private mutating func set(_ cell: Cell, x: Int, y: Int) {
    let index = y * size.columns + x
    let old = cells[index]
    if old.width == 0, x > 0, cells[index - 1].width == 2 {
      cells[index - 1] = Cell(scalar: 0x20, style: cells[index - 1].style)
    }
    if old.width == 2, x + 1 < size.columns { cells[index + 1] = Cell(scalar: 0x20, style: cells[index + 1].style) }
    guard cell.width == 2 else {
      cells[index] = cell
      return
    }
    guard x + 1 < size.columns else {
      cells[index] = Cell(scalar: 0x20, style: cell.style)
      return
    }
    if cells[index + 1].width == 2, x + 2 < size.columns {
      cells[index + 2] = Cell(scalar: 0x20, style: cells[index + 2].style)
    }
    cells[index] = cell
    cells[index + 1] = .continuation(style: cell.style)
  }
}
