import PostilPictures

extension PictureFrame {
  /// The pixel that a cursor on a picture comes to from another, so many cells further; where a cell shows less than a pixel, so
  /// many pixels. It stays within the picture, and may leave what is shown of it.
  func pixel(from pixel: PictureRequest.Probe, cellsAcross across: Int, cellsDown down: Int) -> PictureRequest.Probe {
    var to = pixel
    if across != 0 {
      to.x =
        scale.magnifies
        ? pixel.x + across : originX + Self.middle(ofCell: column(ofPixel: pixel.x) - left + across, scale)
    }
    if down != 0 {
      to.y =
        rowScale.magnifies
        ? pixel.y + down : originY + Self.middle(ofCell: row(ofPixel: pixel.y) - top + down, rowScale)
    }
    return within(to)
  }

  /// The same pixel, or the nearest one of the picture.
  func within(_ pixel: PictureRequest.Probe) -> PictureRequest.Probe {
    .init(x: min(max(0, pixel.x), picture.width - 1), y: min(max(0, pixel.y), picture.height - 1))
  }

  /// The pixel in the middle of a cell, counted from the first one shown; beyond the pane too.
  private static func middle(ofCell cell: Int, _ scale: PictureScale) -> Int {
    Int((Double(2 * cell + 1) * scale.value / 2).rounded(.down))
  }

  /// The pixel in the middle of what is shown.
  var middlePixel: PictureRequest.Probe {
    .init(x: x(ofColumn: left + columns / 2), y: y(ofRow: top + rows / 2))
  }

  /// The pixel in a cell of the pane; nil outside of the picture. At the edge of the picture it is the pixel at its edge, so that
  /// whoever points there reaches it where a cell shows several.
  func pixel(column: Int, row: Int) -> PictureRequest.Probe? {
    guard contains(column: column, row: row) else { return nil }
    var pixel = PictureRequest.Probe(x: x(ofColumn: column), y: y(ofRow: row))
    let last = (x: picture.width - 1, y: picture.height - 1)
    if column == self.column(ofPixel: 0) { pixel.x = 0 }
    if column == self.column(ofPixel: last.x) { pixel.x = last.x }
    if row == self.row(ofPixel: 0) { pixel.y = 0 }
    if row == self.row(ofPixel: last.y) { pixel.y = last.y }
    return pixel
  }
}
