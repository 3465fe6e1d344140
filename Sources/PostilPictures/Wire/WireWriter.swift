/// Writes values as bytes for the process on the other end of a pipe: whole numbers of 64 bits, low byte first.
///
/// Both ends are built from the same sources, so there are no versions.
struct WireWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ value: Int) {
    withUnsafeBytes(of: UInt64(bitPattern: Int64(value)).littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func write(_ value: Double) { write(Int(truncatingIfNeeded: value.bitPattern)) }

  mutating func write(_ value: Bool) { bytes.append(value ? 1 : 0) }

  mutating func write(_ value: String) { write(Array(value.utf8)) }

  mutating func write(_ value: [UInt8]) {
    write(value.count)
    bytes.append(contentsOf: value)
  }

  mutating func write(_ value: Int?) {
    write(value != nil)
    if let value { write(value) }
  }

  mutating func write(_ point: PixelPoint) {
    write(point.x)
    write(point.y)
  }

  mutating func write(_ cells: [PictureCell]) {
    write(cells.count)
    bytes.reserveCapacity(bytes.count + cells.count * 8)
    for cell in cells {
      withUnsafeBytes(of: cell.scalar.littleEndian) { bytes.append(contentsOf: $0) }
      withUnsafeBytes(of: cell.foreground.littleEndian) { bytes.append(contentsOf: $0) }
      withUnsafeBytes(of: cell.background.littleEndian) { bytes.append(contentsOf: $0) }
    }
  }
}
