import Foundation
import PostilImaging
import PostilPictures
import PostilTestSupport
import Testing

/// What is drawn where: coordinates are told by the frame, so the picture must stand where the frame says.
@Suite("A picture is drawn where its coordinates say")
struct PlaceTests {
  private let folder: TemporaryFolder
  private let renderer = PictureRenderer()

  init() throws { folder = try TemporaryFolder() }

  private typealias Lit = (x: Range<Int>, y: Range<Int>)

  private static let panes = [(columns: 113, rows: 37), (columns: 23, rows: 9), (columns: 7, rows: 3)]
  private static let cells = [CellShape.usual, CellShape(width: 9, height: 17)]

  /// Every zoom that the keys reach from the whole picture, and some that they do not.
  private func views(_ size: PixelSize, _ pane: (columns: Int, rows: Int), _ cell: CellShape) -> [PictureView] {
    let whole = PictureFrame(
      picture: size, columns: pane.columns, rows: pane.rows, cell: cell, view: PictureView())
    var scales = [(1, 1), (7, 3), (5, 63), (1, 16)].map { PictureScale(pixels: $0.0, columns: $0.1) }
    var scale = whole.scale
    while scale > PictureScale(pixels: 1, columns: PictureFrame.mostColumnsAPixel) {
      scales.append(scale)
      scale = scale.times(1, 2)
    }
    return scales.map { PictureView(zoom: .scale($0)) } + [PictureView(), PictureView(zoom: .fill)]
  }

  /// What is lit is as large as a cell of the view at least, so that it is seen.
  private func lit(_ size: PixelSize, at place: PixelPoint, _ frame: PictureFrame) -> Lit {
    let (x, y) = (Int(place.x), Int(place.y))
    return (
      x..<min(size.width, x + max(1, Int(frame.scale.value.rounded(.up)))),
      y..<min(size.height, y + max(1, Int(frame.rowScale.value.rounded(.up))))
    )
  }

  private func draw(_ path: String, _ frame: PictureFrame, _ request: PictureRequest) throws -> ShownPicture.Drawn {
    switch renderer.answer(request) {
    case .problem(let problem): throw problem
    case .shown(let shown):
      #expect(shown.frame == frame)
      return shown.drawn
    }
  }

  private func forEachView(
    _ size: PixelSize, panes: ArraySlice<(columns: Int, rows: Int)>, _ drawings: (CellShape) -> [PictureDrawing],
    _ check: (PictureFrame, Lit, PictureDrawing, ShownPicture.Drawn, String) -> Void
  ) throws {
    let place = PixelPoint(x: Double(size.width) - 100, y: Double(size.height) - 100)
    for pane in panes {
      // Large ones take their time.
      for cell in Self.cells.suffix(size.width > 2000 ? 1 : 2) {
        for var view in views(size, pane, cell) {
          view.center = PixelPoint(x: place.x + 0.5, y: place.y + 0.5)
          let frame = PictureFrame(
            picture: size, columns: pane.columns, rows: pane.rows, cell: cell, view: view)
          let lit = lit(size, at: place, frame)
          // What lies beyond the picture repeats its edge.
          let shown = (
            x: lit.x.upperBound == size.width ? lit.x.lowerBound..<2 * size.width : lit.x,
            y: lit.y.upperBound == size.height ? lit.y.lowerBound..<2 * size.height : lit.y
          )
          let name = "\(size.width)-\(lit.x.count)x\(lit.y.count).bmp"
          let path = folder.path(of: name)
          if !FileManager.default.fileExists(atPath: path) {
            _ = try folder.write(GeneratedPicture.bitmap(width: size.width, height: size.height, lit: lit), to: name)
          }
          for drawing in drawings(cell) {
            let request = PictureRequest(
              path: path, columns: pane.columns, rows: pane.rows, cell: cell, view: view, drawing: drawing)
            check(frame, shown, drawing, try draw(path, frame, request), "\(pane) \(cell) \(view) \(drawing)")
          }
        }
      }
    }
  }

  /// How much of a stretch of places is lit: of all, of none, or of some.
  private func share(_ start: (Int, Int), _ end: (Int, Int), _ lit: Range<Int>) -> (all: Bool, none: Bool) {
    // Numerators over a common denominator.
    let isAll = start.0 >= lit.lowerBound * start.1 && end.0 <= lit.upperBound * end.1
    let isNone = end.0 <= lit.lowerBound * end.1 || start.0 >= lit.upperBound * start.1
    return (isAll, isNone)
  }

  /// What part of some of a frame's cells, or of parts of cells, is lit.
  private func share(
    _ place: Int, parts: Int, origin: Int, scale: PictureScale, _ lit: Range<Int>
  ) -> (all: Bool, none: Bool) {
    let whole = scale.columns * parts
    return share(
      (origin * whole + place * scale.pixels, whole), (origin * whole + (place + 1) * scale.pixels, whole), lit)
  }

  private func isDark(_ cell: PictureCell, _ drawing: PictureDrawing) -> Bool {
    let isBlack: (Int16) -> Bool = { $0 == 0 || $0 == 16 }
    return cell.scalar == 0x20 && (drawing == .ascii || isBlack(cell.background))
  }

  private func isLight(_ cell: PictureCell, _ drawing: PictureDrawing) -> Bool {
    switch drawing {
    case .ascii: cell.scalar == UInt32(UInt8(ascii: "@"))
    case .eight: cell.scalar == 0x20 && cell.background == 7
    // Its contrast is raised, and grains of grey are mixed in even here.
    case .sixteen: !isDark(cell, drawing)
    default: cell.scalar == 0x20 && (cell.background == 15 || cell.background == 231)
    }
  }

  @Test("In cells, at every zoom and in every depth of colour", arguments: [(4000, 3000), (1603, 1201)])
  func inCells(_ width: Int, _ height: Int) throws {
    var wrong: [String] = []
    var seen = 0
    let size = PixelSize(width: width, height: height)
    try forEachView(size, panes: Self.panes[...], { _ in [.palette, .sixteen, .eight, .ascii] }) {
      frame, lit, drawing, drawn, what in
      guard case .cells(let cells) = drawn else { return wrong.append(what) }
      let columns = (0..<frame.columns).map {
        share($0, parts: 1, origin: frame.originX, scale: frame.scale, lit.x)
      }
      let rows = (0..<frame.rows).map { share($0, parts: 1, origin: frame.originY, scale: frame.rowScale, lit.y) }
      for (index, cell) in cells.enumerated() {
        let column = index % frame.columns
        let row = index / frame.columns
        let (across, down) = (columns[column], rows[row])
        if across.all, down.all {
          seen += 1
          if !isLight(cell, drawing) { wrong.append("\(what): column \(column), row \(row) is not lit") }
        }
        // What is grey is mixed of grains, which may lie beside it; but a pixel that is seen as such is not grey.
        let isMixed = (drawing == .sixteen || drawing == .eight) && !frame.rowScale.magnifies
        if across.none || down.none, !isMixed, !isDark(cell, drawing) {
          wrong.append("\(what): column \(column), row \(row) is lit")
        }
      }
      // The cell that the frame names has some of it, whatever the zoom.
      // A pixel that is larger than the pane has its middle outside.
      let column = min(max(0, frame.column(ofPixel: lit.x.lowerBound) - frame.left), frame.columns - 1)
      let row = min(max(0, frame.row(ofPixel: lit.y.lowerBound) - frame.top), frame.rows - 1)
      let isSeen = !frame.rowScale.magnifies || !isDark(cells[row * frame.columns + column], drawing)
      if !isSeen { wrong.append("\(what): what is lit is not seen where the frame says") }
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(3))")
    #expect(seen > 500)
  }

  @Test("In the terminal's own pixels, at every zoom, to the pixel", arguments: [(4000, 3000), (1603, 1201)])
  func inPixels(_ width: Int, _ height: Int) throws {
    var wrong: [String] = []
    let size = PixelSize(width: width, height: height)
    try forEachView(size, panes: Self.panes.dropFirst(), { [.kitty($0)] }) { frame, lit, drawing, drawn, what in
      guard case .kitty(let cell) = drawing else { return }
      let pixels = KittyPixels.colors(of: drawn)
      let across = frame.columns * cell.width
      guard pixels.count == across * frame.rows * cell.height else {
        return wrong.append("\(what): \(pixels.count) pixels")
      }
      let columns = (0..<across).map {
        share($0, parts: cell.width, origin: frame.originX, scale: frame.scale, lit.x)
      }
      for y in 0..<frame.rows * cell.height {
        let down = share(y, parts: cell.height, origin: frame.originY, scale: frame.rowScale, lit.y)
        for x in 0..<across {
          let color = pixels[y * across + x]
          let isRight: Bool =
            if columns[x].none || down.none {
              color == 0
            } else if columns[x].all && down.all {
              color == 0xFFFFFF
            } else {
              true
            }
          if !isRight { wrong.append("\(what): \(x), \(y) is \(color)") }
        }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(3))")
  }
}
