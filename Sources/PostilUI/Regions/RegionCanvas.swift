import PostilModel
import PostilPictures
import PostilScreen

/// Draws regions in the cells of a picture. Lines lie over the picture's colours and keep what is behind them.
struct RegionCanvas {
  let frame: PictureFrame
  /// Where the pane's cells begin.
  let area: Rectangle

  /// Columns and rows of the screen that a region's bounds cover.
  private func cells(of region: Region) -> (left: Int, top: Int, right: Int, bottom: Int) {
    let bounds = region.bounds
    // The last pixel of a box is the one before its edge.
    let isBox = region.shape == .box
    func last(_ edge: Double, _ first: Double) -> Int {
      let pixel = Int(min(max(edge, -1e9), 1e9).rounded(.up)) - (isBox ? 1 : 0)
      return max(pixel, Int(min(max(first, -1e9), 1e9).rounded(.down)))
    }
    return (
      column(bounds.left), row(bounds.top), area.x + frame.column(ofPixel: last(bounds.right, bounds.left)),
      area.y + frame.row(ofPixel: last(bounds.bottom, bounds.top))
    )
  }

  private func column(_ x: Double) -> Int {
    area.x + frame.column(ofPixel: Int(min(max(x, -1e9), 1e9).rounded(.down)))
  }

  private func row(_ y: Double) -> Int { area.y + frame.row(ofPixel: Int(min(max(y, -1e9), 1e9).rounded(.down))) }

  /// Draws a region's lines.
  func draw(_ region: Region, _ pen: RegionPen, _ painter: inout Painter) {
    switch region.shape {
    case .box: drawBox(region, pen, &painter)
    case .polygon, .line: drawLine(region, pen, &painter)
    case .point:
      guard let point = region.points.first else { return }
      pen.put(pen.corner(painter.alphabet), x: column(point.x), y: row(point.y), &painter)
    }
  }

  /// A region with the number that is written at it.
  struct Numbered {
    let number: Int
    let region: Region
    let pen: RegionPen
  }

  /// Writes numbers at the upper left corners of regions that are seen. One that would run into another goes to the next
  /// corner that is free; the last in the list is placed first, and stays where it belongs.
  func write(_ list: [Numbered], _ painter: inout Painter) {
    var taken: Set<Int> = []
    let stride = area.right + 1
    // A column on either side keeps two numbers apart.
    func cells(_ place: Rectangle) -> Range<Int> {
      place.y * stride + place.x - 1..<place.y * stride + place.right + 1
    }
    var placed: [(Numbered, Rectangle)] = []
    for numbered in list.reversed() {
      let places = places(of: numbered.region, columns: String(numbered.number).utf8.count)
      guard let first = places.first else { continue }
      let place = places.first { cells($0).allSatisfy { !taken.contains($0) } } ?? first
      taken.formUnion(place.y * stride + place.x..<place.y * stride + place.right)
      placed.append((numbered, place))
    }
    for (numbered, place) in placed.reversed() {
      numbered.pen.write(String(numbered.number), x: place.x, y: place.y, &painter)
    }
  }

  /// Where a number can stand at a region, the usual place first; nothing where the region is not seen.
  private func places(of region: Region, columns: Int) -> [Rectangle] {
    let cells = cells(of: region)
    guard cells.right >= area.x, cells.bottom >= area.y, cells.left < area.right, cells.top < area.bottom else {
      return []
    }
    let (left, top) = (max(cells.left, area.x), max(cells.top, area.y))
    let (right, bottom) = (min(cells.right, area.right - 1), min(cells.bottom, area.bottom - 1))
    let end = max(left, right - columns + 1)
    return [(left, top), (end, top), (left, bottom), (end, bottom)].map { x, y in
      Rectangle(x: x, y: y, width: columns, height: 1)
    }
  }

  /// Draws where a region's corners are, and a number at the last of them: enough to see whose it is, and little that
  /// hides what is drawn over it.
  func drawCorners(_ region: Region, number: Int, _ pen: RegionPen, _ painter: inout Painter) {
    let alphabet = painter.alphabet
    let place = cells(of: region)
    if region.shape == .box {
      for (x, y, corner, step) in [
        (place.left, place.top, 0, 1), (place.right, place.top, 1, -1), (place.left, place.bottom, 2, 1),
        (place.right, place.bottom, 3, -1),
      ] {
        pen.put(pen.corner(alphabet, corner), x: x, y: y, &painter)
        guard place.right - place.left >= 4 else { continue }
        pen.put(
          pen.horizontal(alphabet, corner < 2 ? .top : .bottom, isEnd: false), x: x + step, y: y, &painter)
      }
    } else {
      for point in region.points { pen.put(pen.hollow(alphabet), x: column(point.x), y: row(point.y), &painter) }
    }
    for (index, byte) in String(number).utf8.enumerated() {
      pen.put(UInt32(byte), x: place.right + 1 + index, y: place.bottom, &painter)
    }
  }

  private func drawBox(_ region: Region, _ pen: RegionPen, _ painter: inout Painter) {
    let place = cells(of: region)
    let alphabet = painter.alphabet
    let columns = max(place.left, area.x)...max(max(place.left, area.x), min(place.right, area.right - 1))
    let rows = max(place.top, area.y)...max(max(place.top, area.y), min(place.bottom, area.bottom - 1))
    guard place.right >= area.x, place.left < area.right, place.bottom >= area.y, place.top < area.bottom else {
      return
    }
    for x in columns {
      let isEnd = x == place.left || x == place.right
      if place.top >= area.y { pen.put(pen.horizontal(alphabet, .top, isEnd: isEnd), x: x, y: place.top, &painter) }
      if place.bottom != place.top {
        pen.put(pen.horizontal(alphabet, .bottom, isEnd: isEnd), x: x, y: place.bottom, &painter)
      }
    }
    for y in rows where y != place.top && y != place.bottom {
      pen.put(pen.vertical(alphabet, .left), x: place.left, y: y, &painter)
      if place.right != place.left { pen.put(pen.vertical(alphabet, .right), x: place.right, y: y, &painter) }
    }
    for (x, y, corner) in [
      (place.left, place.top, 0), (place.right, place.top, 1), (place.left, place.bottom, 2),
      (place.right, place.bottom, 3),
    ] where place.left != place.right && place.top != place.bottom {
      pen.put(pen.corner(alphabet, corner), x: x, y: y, &painter)
    }
  }

  private func drawLine(_ region: Region, _ pen: RegionPen, _ painter: inout Painter) {
    let places = region.points.map { (x: column($0.x), y: row($0.y)) }
    guard let first = places.first, let last = places.last else { return }
    var ends = Array(zip(places, places.dropFirst()))
    if region.shape == .polygon { ends.append((last, first)) }
    for (start, end) in ends {
      let steps = max(abs(end.x - start.x), abs(end.y - start.y))
      // What lies far outside is not walked through cell by cell.
      guard steps < 10_000 else { continue }
      for step in 0...max(1, steps) {
        let share = Double(step) / Double(max(1, steps))
        let x = start.x + Int((Double(end.x - start.x) * share).rounded())
        let y = start.y + Int((Double(end.y - start.y) * share).rounded())
        pen.put(pen.dot(painter.alphabet), x: x, y: y, &painter)
      }
    }
    for place in places { pen.put(pen.corner(painter.alphabet), x: place.x, y: place.y, &painter) }
  }

  /// Draws the cursor on a pixel: a cross that is seen on any picture.
  func drawCursor(x: Int, y: Int, _ painter: inout Painter) {
    let place = (x: area.x + frame.column(ofPixel: x), y: area.y + frame.row(ofPixel: y))
    guard painter.clip.contains(x: place.x, y: place.y) else { return }
    let style = painter.style(.selection, on: painter.theme[.text])
    painter.put(Cell(scalar: 0x2B, style: style), x: place.x, y: place.y)
    painter.showCursor(x: place.x, y: place.y)
  }
}
