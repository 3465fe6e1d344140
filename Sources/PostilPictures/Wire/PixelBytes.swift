/// What a decoder wants sent to the terminal, looked over: it may hold the one picture that was asked for, as it is written
/// here, and nothing that steers the terminal otherwise. Kitty's protocol can open files and take other pictures away, and
/// sixel can scroll the screen.
enum PixelBytes {
  private static let escape: UInt8 = 0x1B

  // MARK: Kitty

  /// Whether the bytes are a picture of Kitty's protocol that fills so many cells: its pixels are in the commands
  /// themselves. https://sw.kovidgoyal.net/kitty/graphics-protocol/
  static func areKitty(_ bytes: [UInt8], columns: Int, rows: Int, cell: CellShape) -> Bool {
    let head = "a=T,f=32,s=\(columns * cell.width),v=\(rows * cell.height),c=\(columns),r=\(rows),"
    var place = 0
    var isFirst = true
    var hasMore = true
    while place < bytes.count {
      let begin = Array("\u{1B}_G\(isFirst ? head : "")m=".utf8)
      guard hasMore, bytes[place...].starts(with: begin) else { return false }
      place += begin.count
      guard place < bytes.count, bytes[place] == UInt8(ascii: "0") || bytes[place] == UInt8(ascii: "1") else {
        return false
      }
      hasMore = bytes[place] == UInt8(ascii: "1")
      isFirst = false
      guard let end = endOfData(bytes, place + 1) else { return false }
      place = end
    }
    return !isFirst && !hasMore
  }

  /// The place behind `; data ESC \`, where there may be no data.
  private static func endOfData(_ bytes: [UInt8], _ start: Int) -> Int? {
    var place = start
    if place < bytes.count, bytes[place] == UInt8(ascii: ";") {
      place += 1
      while place < bytes.count, isBase64(bytes[place]) { place += 1 }
    }
    guard place + 1 < bytes.count, bytes[place] == escape, bytes[place + 1] == UInt8(ascii: "\\") else { return nil }
    return place + 2
  }

  private static func isBase64(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x2B, 0x2F, 0x3D: true
    default: false
    }
  }

  // MARK: Sixel

  /// Whether the bytes are one picture of sixel within so many pixels of the screen.
  static func areSixel(_ bytes: [UInt8], width: Int, height: Int) -> Bool {
    let begin = Array("\u{1B}P0;1;0q\"1;1;\(width);".utf8)
    guard bytes.starts(with: begin) else { return false }
    var reader = SixelReader(bytes, from: begin.count)
    guard reader.number() <= height else { return false }
    return reader.isWithin(width: width, height: height) && reader.isAtEnd
  }

  /// Follows a picture of sixel pixel by pixel, as a terminal does.
  private struct SixelReader {
    private let bytes: [UInt8]
    private var place: Int

    init(_ bytes: [UInt8], from place: Int) {
      self.bytes = bytes
      self.place = place
    }

    /// Whether nothing but the end of the picture is left.
    var isAtEnd: Bool {
      place + 2 == bytes.count && bytes[place] == PixelBytes.escape && bytes[place + 1] == UInt8(ascii: "\\")
    }

    /// A number of at most six digits; 0 where there is none, the greatest where there are more.
    mutating func number() -> Int {
      var value = 0
      while place < bytes.count, (0x30...0x39).contains(bytes[place]) {
        value = min(value * 10 + Int(bytes[place] - 0x30), 1_000_000)
        place += 1
      }
      return value
    }

    /// Reads colours, repetitions, sixels and ends of rows. False at what is none, and outside of the picture.
    mutating func isWithin(width: Int, height: Int) -> Bool {
      var (x, y) = (0, 0)
      while place < bytes.count, bytes[place] != PixelBytes.escape {
        let byte = bytes[place]
        place += 1
        switch byte {
        case UInt8(ascii: "#"):
          repeat { _ = number() } while skip(UInt8(ascii: ";"))
        case UInt8(ascii: "!"):
          let count = number()
          guard place < bytes.count, (0x3F...0x7E).contains(bytes[place]) else { return false }
          place += 1
          x += count
        case 0x3F...0x7E: x += 1
        case UInt8(ascii: "$"): x = 0
        case UInt8(ascii: "-"):
          x = 0
          y += 6
        default: return false
        }
        // The last row of six may stand half outside; behind it there is only the end.
        guard x <= width, x == 0 || y < height else { return false }
      }
      return y < height + 6
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
      guard place < bytes.count, bytes[place] == byte else { return false }
      place += 1
      return true
    }
  }
}
