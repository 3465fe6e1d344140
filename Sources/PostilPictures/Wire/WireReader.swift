/// Reads what `WireWriter` wrote. Whatever the bytes are, it reads no further than they go: a decoder that went wrong may
/// have written anything.
struct WireReader {
  private let bytes: [UInt8]
  private var place = 0

  /// What ends reading: the bytes are none of a picture.
  struct Malformed: Error {}

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether all has been read.
  var isAtEnd: Bool { place == bytes.count }

  mutating func byte() throws(Malformed) -> UInt8 {
    guard place < bytes.count else { throw Malformed() }
    place += 1
    return bytes[place - 1]
  }

  mutating func int() throws(Malformed) -> Int {
    guard bytes.count - place >= 8 else { throw Malformed() }
    var value: UInt64 = 0
    for index in 0..<8 { value |= UInt64(bytes[place + index]) << UInt64(8 * index) }
    place += 8
    return Int(Int64(bitPattern: value))
  }

  mutating func int(in range: ClosedRange<Int>) throws(Malformed) -> Int {
    let value = try int()
    guard range.contains(value) else { throw Malformed() }
    return value
  }

  mutating func double() throws(Malformed) -> Double { Double(bitPattern: UInt64(bitPattern: Int64(try int()))) }

  mutating func bool() throws(Malformed) -> Bool { try byte() != 0 }

  mutating func blob() throws(Malformed) -> [UInt8] {
    let count = try int(in: 0...(bytes.count - place))
    guard bytes.count - place >= count else { throw Malformed() }
    defer { place += count }
    return Array(bytes[place..<place + count])
  }

  mutating func text() throws(Malformed) -> String { String(decoding: try blob(), as: UTF8.self) }

  /// A text of so many bytes at most.
  mutating func text(atMost most: Int) throws(Malformed) -> String {
    let bytes = try blob()
    guard bytes.count <= most else { throw Malformed() }
    return String(decoding: bytes, as: UTF8.self)
  }

  mutating func optionalInt(in range: ClosedRange<Int>) throws(Malformed) -> Int? {
    try bool() ? try int(in: range) : nil
  }

  mutating func optionalInt() throws(Malformed) -> Int? { try bool() ? try int() : nil }

  mutating func point() throws(Malformed) -> PixelPoint { PixelPoint(x: try double(), y: try double()) }

  mutating func cells() throws(Malformed) -> [PictureCell] {
    let count = try int(in: 0...(bytes.count - place) / 8)
    var cells: [PictureCell] = []
    cells.reserveCapacity(count)
    for index in 0..<count {
      let first = place + index * 8
      func part(_ offset: Int) -> UInt16 { UInt16(bytes[first + offset]) | UInt16(bytes[first + offset + 1]) << 8 }
      let scalar = UInt32(part(0)) | UInt32(part(2)) << 16
      // Nothing but ASCII and block elements: what goes to a terminal is not the decoder's to choose.
      guard (0x20...0x7E).contains(scalar) || (0x2580...0x259F).contains(scalar) else { throw Malformed() }
      let (foreground, background) = (Int16(bitPattern: part(4)), Int16(bitPattern: part(6)))
      guard (-1...255).contains(foreground), (-1...255).contains(background) else { throw Malformed() }
      cells.append(PictureCell(scalar: scalar, foreground: foreground, background: background))
    }
    place += count * 8
    return cells
  }
}
