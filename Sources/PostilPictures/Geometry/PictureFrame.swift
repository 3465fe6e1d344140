/// Which part of a picture stands in which cells of a pane. All places are worked out with whole numbers, so that a cell
/// and its pixels find each other again at every zoom.
public struct PictureFrame: Sendable, Hashable {
  /// The nearest one can look: a pixel in so many columns.
  public static let mostColumnsAPixel = 16

  /// The size of the whole picture.
  public let picture: PixelSize
  /// Pixels a column.
  public let scale: PictureScale
  /// Pixels a row.
  public let rowScale: PictureScale
  /// The pixel in the top left corner of the first cell.
  public let originX: Int
  /// The same, from the top.
  public let originY: Int
  /// Columns of the pane before the picture.
  public let left: Int
  /// Rows of the pane above the picture.
  public let top: Int
  /// Columns that show some of the picture.
  public let columns: Int
  /// Rows that show some of the picture.
  public let rows: Int

  /// The frame of a picture in a pane of columns and rows.
  public init(picture: PixelSize, columns paneColumns: Int, rows paneRows: Int, cell: CellShape, view: PictureView) {
    let size = PixelSize(width: max(1, picture.width), height: max(1, picture.height))
    let pane = (columns: max(1, paneColumns), rows: max(1, paneRows))
    self.picture = size
    scale = Self.scale(of: size, in: pane, cell: cell, zoom: view.zoom)
    rowScale = scale.times(cell.height, cell.width)
    (originX, columns) = Self.stretch(
      length: size.width, cells: pane.columns, scale: scale, center: view.center?.x)
    (originY, rows) = Self.stretch(length: size.height, cells: pane.rows, scale: rowScale, center: view.center?.y)
    left = (pane.columns - columns) / 2
    top = (pane.rows - rows) / 2
  }

  private static func scale(
    of size: PixelSize, in pane: (columns: Int, rows: Int), cell: CellShape, zoom: PictureView.Zoom
  ) -> PictureScale {
    let across = PictureScale(pixels: size.width, columns: pane.columns)
    let down = PictureScale(pixels: size.height * cell.width, columns: pane.rows * cell.height)
    let nearest = PictureScale(pixels: 1, columns: mostColumnsAPixel)
    // A picture of a few pixels is not blown up to fill the screen.
    let whole = max(across, down, PictureScale(pixels: 1, columns: 4))
    switch zoom {
    case .fit: return whole
    case .fill: return max(min(across, down), nearest)
    case .scale(let scale): return max(min(scale, whole), nearest)
    }
  }

  /// The first pixel and the number of cells on one axis.
  private static func stretch(length: Int, cells: Int, scale: PictureScale, center: Double?) -> (Int, Int) {
    let needed = (length * scale.columns + scale.pixels - 1) / scale.pixels
    guard needed > cells else { return (0, needed) }
    let shown = Double(cells) * scale.value
    let middle = center ?? Double(length) / 2
    // The last origin at which the last pixel still stands in the last cell.
    let last = max(0, (length * scale.columns - cells * scale.pixels + scale.columns - 1) / scale.columns)
    let wanted = (middle - shown / 2).rounded()
    let origin = wanted.isFinite ? min(max(0, wanted), Double(min(last, length - 1))) : 0
    let remaining = length - Int(origin)
    return (Int(origin), min(cells, (remaining * scale.columns + scale.pixels - 1) / scale.pixels))
  }

  // MARK: There and back

  // A cell and a pixel stand for each other by their middles. Whichever is the larger one has the other's middle within it,
  // so the way back always ends where it began.

  /// The column, of the pane, that stands for a pixel; outside the picture's columns when it is not shown.
  public func column(ofPixel x: Int) -> Int { left + Self.cell(of: x - originX, scale: scale) }

  /// The row, of the pane, that stands for a pixel.
  public func row(ofPixel y: Int) -> Int { top + Self.cell(of: y - originY, scale: rowScale) }

  /// The pixel, counted from the left, in the middle of a column of the pane. Within the picture.
  public func x(ofColumn column: Int) -> Int {
    min(max(0, originX + Self.pixel(of: column - left, scale: scale)), picture.width - 1)
  }

  /// The pixel, counted from the top, in the middle of a row of the pane. Within the picture.
  public func y(ofRow row: Int) -> Int {
    min(max(0, originY + Self.pixel(of: row - top, scale: rowScale)), picture.height - 1)
  }

  private static func cell(of pixel: Int, scale: PictureScale) -> Int {
    floorDivision((2 * pixel + 1) * scale.columns, 2 * scale.pixels)
  }

  private static func pixel(of cell: Int, scale: PictureScale) -> Int {
    floorDivision((2 * cell + 1) * scale.pixels, 2 * scale.columns)
  }

  private static func floorDivision(_ dividend: Int, _ divisor: Int) -> Int {
    let quotient = dividend / divisor
    return dividend % divisor < 0 ? quotient - 1 : quotient
  }

  /// Whether a cell of the pane shows some of the picture.
  public func contains(column: Int, row: Int) -> Bool {
    column >= left && column < left + columns && row >= top && row < top + rows
  }

  /// Whether the whole picture is shown.
  public var isWhole: Bool {
    originX == 0 && originY == 0
      && columns * scale.pixels >= picture.width * scale.columns
      && rows * rowScale.pixels >= picture.height * rowScale.columns
  }
}
