import PostilPictures
import Testing

@Suite("Where a picture stands in a pane")
struct PictureFrameTests {
  private static let sizes = [(1, 1), (3, 7), (640, 480), (4000, 3000), (10, 5000), (60_000, 40_000), (119, 79)]
  private static let panes = [(120, 40), (60, 20), (7, 3), (1, 1)]
  private static let cells = [CellShape.usual, CellShape(width: 9, height: 17), CellShape(width: 10, height: 20)]
  private static let zooms: [PictureView.Zoom] = [
    .fit, .fill, .scale(PictureScale(pixels: 1, columns: 1)), .scale(PictureScale(pixels: 1, columns: 2)),
    .scale(PictureScale(pixels: 1, columns: 16)), .scale(PictureScale(pixels: 7, columns: 3)),
    .scale(PictureScale(pixels: 64, columns: 1)),
  ]

  private func forEachFrame(_ body: (PictureFrame, (columns: Int, rows: Int)) -> Void) {
    for (width, height) in Self.sizes {
      let size = PixelSize(width: width, height: height)
      for (columns, rows) in Self.panes {
        for cell in Self.cells {
          for zoom in Self.zooms {
            for share in [nil, 0, 0.37, 1, 2] as [Double?] {
              let center = share.map { PixelPoint(x: Double(width) * $0, y: Double(height) * $0) }
              let view = PictureView(zoom: zoom, center: center)
              body(PictureFrame(picture: size, columns: columns, rows: rows, cell: cell, view: view), (columns, rows))
            }
          }
        }
      }
    }
  }

  @Test("A cell and its pixel find each other again, at every zoom and place")
  func thereAndBack() {
    var wrong: [String] = []
    forEachFrame { frame, _ in
      for column in frame.left..<frame.left + frame.columns {
        let x = frame.x(ofColumn: column)
        let back = frame.column(ofPixel: x)
        // Where several columns show one pixel, and where the last one is half empty, the pixel is what comes back.
        let isSame =
          frame.scale.magnifies || x == frame.picture.width - 1 ? frame.x(ofColumn: back) == x : back == column
        if !isSame { wrong.append("\(frame) column \(column)") }
      }
      for row in frame.top..<frame.top + frame.rows {
        let y = frame.y(ofRow: row)
        let back = frame.row(ofPixel: y)
        let isSame = frame.rowScale.magnifies || y == frame.picture.height - 1 ? frame.y(ofRow: back) == y : back == row
        if !isSame { wrong.append("\(frame) row \(row)") }
      }
    }
    #expect(wrong.count == 0, "\(wrong.prefix(2))")
  }

  @Test("A picture never leaves its pane, and no cell of it shows nothing")
  func staysInside() {
    var wrong: [String] = []
    forEachFrame { frame, pane in
      let isInside =
        frame.left >= 0 && frame.top >= 0 && frame.columns >= 1 && frame.rows >= 1
        && frame.left + frame.columns <= pane.columns && frame.top + frame.rows <= pane.rows
        && frame.originX >= 0 && frame.originY >= 0
      let lastX = Double(frame.originX) + Double(frame.columns - 1) * frame.scale.value
      let lastY = Double(frame.originY) + Double(frame.rows - 1) * frame.rowScale.value
      let showsSome = lastX < Double(frame.picture.width) && lastY < Double(frame.picture.height)
      if !isInside || !showsSome { wrong.append("\(frame) in \(pane)") }
    }
    #expect(wrong.count == 0, "\(wrong.prefix(2))")
  }

  @Test("Fitted, the whole picture is seen")
  func fitsWhole() {
    for (width, height) in Self.sizes {
      for (columns, rows) in Self.panes {
        let frame = PictureFrame(
          picture: PixelSize(width: width, height: height), columns: columns, rows: rows, cell: .usual,
          view: PictureView())
        #expect(frame.isWhole)
      }
    }
  }

  @Test("The last pixel can be brought into view at every zoom")
  func lastPixelIsReached() {
    for (width, height) in Self.sizes {
      for zoom in Self.zooms {
        let corner = PixelPoint(x: Double(width), y: Double(height))
        let frame = PictureFrame(
          picture: PixelSize(width: width, height: height), columns: 31, rows: 11, cell: .usual,
          view: PictureView(zoom: zoom, center: corner))
        #expect(frame.contains(column: frame.column(ofPixel: width - 1), row: frame.row(ofPixel: height - 1)))
      }
    }
  }

  @Test("One to one shows each pixel in a column of its own, and two in the halves of a row")
  func oneToOne() {
    let frame = PictureFrame(
      picture: PixelSize(width: 640, height: 480), columns: 80, rows: 24, cell: .usual,
      view: PictureView(zoom: .scale(PictureScale(pixels: 1, columns: 1))))
    #expect(frame.columns == 80 && frame.rows == 24)
    #expect(frame.originX == 280 && frame.originY == 216)
    #expect(frame.x(ofColumn: 1) == 281 && frame.y(ofRow: 1) == 219)
    #expect(frame.row(ofPixel: 218) == 1 && frame.row(ofPixel: 219) == 1)
  }

  @Test("One can look as near as possible at the largest picture that a decoder can claim")
  func claimedSizes() {
    for size in [PixelSize(width: Int(Int32.max), height: 3), PixelSize(width: 7, height: Int(Int32.max))] {
      var frame = PictureFrame(
        picture: size, columns: 1999, rows: 1997, cell: CellShape(width: 199, height: 397), view: PictureView())
      for _ in 0..<40 {
        frame = PictureFrame(
          picture: size, columns: 1999, rows: 1997, cell: CellShape(width: 199, height: 397),
          view: PictureView(
            zoom: .scale(frame.scale.times(1, 2)), center: PixelPoint(x: Double(size.width), y: Double(size.height))))
        let (column, row) = (frame.column(ofPixel: size.width - 1), frame.row(ofPixel: size.height - 1))
        #expect(frame.scale.magnifies || frame.contains(column: column, row: row))
      }
      #expect(frame.x(ofColumn: frame.column(ofPixel: size.width - 1)) == size.width - 1)
      #expect(frame.y(ofRow: frame.row(ofPixel: size.height - 1)) == size.height - 1)
      #expect(frame.scale == PictureScale(pixels: 1, columns: PictureFrame.mostColumnsAPixel))
    }
  }
}
