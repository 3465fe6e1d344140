/// What the decoding process says to a request.
public enum PictureAnswer: Sendable, Hashable {
  /// It is drawn.
  case shown(ShownPicture)
  /// It cannot be shown.
  case problem(PictureProblem)

  /// The answer as bytes.
  public var wireBytes: [UInt8] {
    var writer = WireWriter()
    switch self {
    case .problem(let problem):
      writer.write(false)
      writer.write(problem.description)
    case .shown(let picture):
      writer.write(true)
      writer.write(picture)
    }
    return writer.bytes
  }

  /// Reads the answer to a request; nil when the bytes are none.
  public init?(wireBytes: [UInt8], to request: PictureRequest) {
    var reader = WireReader(wireBytes)
    do throws(WireReader.Malformed) {
      if try reader.bool() {
        self = .shown(try reader.picture(for: request))
      } else {
        self = .problem(PictureProblem(try reader.text(atMost: 1000)))
      }
      guard reader.isAtEnd else { return nil }
    } catch {
      return nil
    }
  }
}

extension WireWriter {
  fileprivate mutating func write(_ picture: ShownPicture) {
    let info = picture.info
    write(info.size.width)
    write(info.size.height)
    write(info.format)
    write(info.isDeep)
    write(info.frames)
    write(info.isCutOff)
    write(info.greyRange?.lowerBound)
    write(info.greyRange?.upperBound)
    switch picture.drawn {
    case .cells(let cells):
      write(true)
      write(cells)
    case .pixels(let bytes):
      write(false)
      write(bytes)
    }
    write(picture.probed != nil)
    guard let color = picture.probed else { return }
    for part in [color.red, color.green, color.blue, color.alpha] { write(part) }
    write(color.grey)
    write(color.isExact)
  }
}

extension WireReader {
  /// Reads a picture and holds it against the request: its frame follows from both, and its cells must fill that.
  fileprivate mutating func picture(for request: PictureRequest) throws(Malformed) -> ShownPicture {
    let side = 1...Int(Int32.max)
    let size = PixelSize(width: try int(in: side), height: try int(in: side))
    var info = PictureInfo(size: size, format: try text(atMost: 16))
    info.isDeep = try bool()
    info.frames = try int(in: side)
    info.isCutOff = try bool()
    let (least, greatest) = (try optionalInt(in: Self.deep), try optionalInt(in: Self.deep))
    if let least, let greatest {
      guard least <= greatest else { throw Malformed() }
      info.greyRange = least...greatest
    }
    let frame = PictureFrame(
      picture: size, columns: request.columns, rows: request.rows, cell: request.cell, view: request.view)
    let drawn: ShownPicture.Drawn = try bool() ? .cells(try cells()) : .pixels(try blob())
    let isRight =
      switch (drawn, request.drawing) {
      case (.cells(let cells), let drawing): drawing.isCells && cells.count == frame.columns * frame.rows
      case (.pixels(let bytes), .sixel(let cell)):
        PixelBytes.areSixel(bytes, width: frame.columns * cell.width, height: frame.rows * cell.height)
      case (.pixels(let bytes), .kitty(let cell)):
        PixelBytes.areKitty(bytes, columns: frame.columns, rows: frame.rows, cell: cell)
      case (.pixels, _): false
      }
    guard isRight else { throw Malformed() }
    return ShownPicture(info: info, frame: frame, drawn: drawn, probed: try probed())
  }

  /// Values of 16-bit grey.
  private static let deep = 0...65535

  private mutating func probed() throws(Malformed) -> PictureColor? {
    guard try bool() else { return nil }
    let byte = 0...255
    return PictureColor(
      red: try int(in: byte), green: try int(in: byte), blue: try int(in: byte), alpha: try int(in: byte),
      grey: try optionalInt(in: Self.deep), isExact: try bool())
  }
}
