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
        self = .problem(PictureProblem(try reader.text()))
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
    write(info.isAnimated)
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
    var info = PictureInfo(size: size, format: try text())
    info.isDeep = try bool()
    info.isAnimated = try bool()
    info.isCutOff = try bool()
    let (least, greatest) = (try optionalInt(), try optionalInt())
    if let least, let greatest, least <= greatest {
      info.greyRange = least...greatest
    }
    let frame = PictureFrame(
      picture: size, columns: request.columns, rows: request.rows, cell: request.cell, view: request.view)
    let drawn: ShownPicture.Drawn = try bool() ? .cells(try cells()) : .pixels(try blob())
    switch drawn {
    case .cells(let cells): if cells.count != frame.columns * frame.rows { throw Malformed() }
    case .pixels(let bytes): if !PixelBytes.areHarmless(bytes) { throw Malformed() }
    }
    return ShownPicture(info: info, frame: frame, drawn: drawn, probed: try probed())
  }

  private mutating func probed() throws(Malformed) -> PictureColor? {
    guard try bool() else { return nil }
    return PictureColor(
      red: try int(), green: try int(), blue: try int(), alpha: try int(), grey: try optionalInt(),
      isExact: try bool())
  }
}
