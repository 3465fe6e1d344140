extension PictureRequest {
  /// The request as bytes.
  public var wireBytes: [UInt8] {
    var writer = WireWriter()
    writer.write(path)
    writer.write(frame)
    writer.write(columns)
    writer.write(rows)
    writer.write(cell)
    writer.write(view)
    writer.write(adjustment)
    writer.write(drawing)
    writer.write(lines)
    writer.write(isThumbnail)
    writer.write(probe?.x)
    writer.write(probe?.y)
    return writer.bytes
  }

  /// Reads a request; nil when the bytes are none.
  public init?(wireBytes: [UInt8]) {
    var reader = WireReader(wireBytes)
    do throws(WireReader.Malformed) {
      self = try reader.request()
      guard reader.isAtEnd else { return nil }
    } catch {
      return nil
    }
  }
}

extension WireWriter {
  mutating func write(_ cell: CellShape) {
    write(cell.width)
    write(cell.height)
  }

  fileprivate mutating func write(_ view: PictureView) {
    switch view.zoom {
    case .fit: write(0)
    case .fill: write(1)
    case .scale(let scale):
      write(2)
      write(scale.pixels)
      write(scale.columns)
    }
    write(view.center != nil)
    if let center = view.center { write(center) }
  }

  fileprivate mutating func write(_ adjustment: PictureAdjustment) {
    write(adjustment.isInverted)
    write(adjustment.brightness)
    write(adjustment.contrast)
    write(adjustment.gamma)
    write(adjustment.isEqualised)
    write(adjustment.isFalseColour)
    write(Int(adjustment.channel.rawValue))
    write(adjustment.blackPoint)
    write(adjustment.whitePoint)
  }

  fileprivate mutating func write(_ drawing: PictureDrawing) {
    switch drawing {
    case .palette: write(0)
    case .sixteen: write(1)
    case .eight: write(2)
    case .ascii: write(3)
    case .sixel(let cell):
      write(4)
      write(cell)
    case .kitty(let cell):
      write(5)
      write(cell)
    }
  }

  fileprivate mutating func write(_ lines: [PictureLine]) {
    write(lines.count)
    for line in lines {
      write(line.points.count)
      for point in line.points { write(point) }
      write(line.isClosed)
      write(Int(line.color))
      write(line.width)
      write(line.isBroken)
      write(line.number)
    }
  }
}

extension WireReader {
  mutating func cellShape() throws(Malformed) -> CellShape { CellShape(width: try int(), height: try int()) }

  fileprivate mutating func request() throws(Malformed) -> PictureRequest {
    let path = try text()
    let frame = try int(in: 0...1_000_000)
    let columns = try int(in: 1...2000)
    let rows = try int(in: 1...2000)
    let cell = try cellShape()
    var request = PictureRequest(
      path: path, columns: columns, rows: rows, cell: cell, view: try view(), adjustment: try adjustment(),
      drawing: try drawing())
    request.frame = frame
    request.lines = try lines()
    request.isThumbnail = try bool()
    let (x, y) = (try optionalInt(), try optionalInt())
    if let x, let y { request.probe = .init(x: x, y: y) }
    return request
  }

  private mutating func view() throws(Malformed) -> PictureView {
    let zoom: PictureView.Zoom
    switch try int() {
    case 0: zoom = .fit
    case 1: zoom = .fill
    case 2:
      zoom = .scale(PictureScale(pixels: try int(in: 1...Int(Int32.max)), columns: try int(in: 1...Int(Int32.max))))
    default: throw Malformed()
    }
    return PictureView(zoom: zoom, center: try bool() ? try point() : nil)
  }

  private mutating func adjustment() throws(Malformed) -> PictureAdjustment {
    var adjustment = PictureAdjustment()
    adjustment.isInverted = try bool()
    adjustment.brightness = try int(in: -100...100)
    adjustment.contrast = try int(in: -100...100)
    adjustment.gamma = try int(in: 20...500)
    adjustment.isEqualised = try bool()
    adjustment.isFalseColour = try bool()
    guard let channel = PictureAdjustment.Channel(rawValue: UInt8(try int(in: 0...255))) else { throw Malformed() }
    adjustment.channel = channel
    adjustment.blackPoint = try optionalInt()
    adjustment.whitePoint = try optionalInt()
    return adjustment
  }

  private mutating func drawing() throws(Malformed) -> PictureDrawing {
    switch try int() {
    case 0: .palette
    case 1: .sixteen
    case 2: .eight
    case 3: .ascii
    case 4: .sixel(try cellShape())
    case 5: .kitty(try cellShape())
    default: throw Malformed()
    }
  }

  private mutating func lines() throws(Malformed) -> [PictureLine] {
    var lines: [PictureLine] = []
    for _ in 0..<(try int(in: 0...100_000)) {
      var points: [PixelPoint] = []
      for _ in 0..<(try int(in: 0...100_000)) { points.append(try point()) }
      var line = PictureLine(
        points: points, isClosed: try bool(), color: UInt32(try int(in: 0...0xFFFFFF)), width: try int(in: 1...64))
      line.isBroken = try bool()
      line.number = try optionalInt()
      lines.append(line)
    }
    return lines
  }
}
