extension GeneratedPicture {
  /// A BMP of one bit a pixel: a white rectangle on black. Large ones are made fast.
  public static func bitmap(width: Int, height: Int, lit: (x: Range<Int>, y: Range<Int>)) -> [UInt8] {
    let stride = (width + 31) / 32 * 4
    let size = 62 + stride * height
    func littleEndian(_ value: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    var bytes: [UInt8] = Array("BM".utf8) + littleEndian(size, 4) + littleEndian(0, 4) + littleEndian(62, 4)
    bytes += littleEndian(40, 4) + littleEndian(width, 4) + littleEndian(height, 4) + littleEndian(1, 2)
    bytes += littleEndian(1, 2) + littleEndian(0, 4) + littleEndian(stride * height, 4)
    bytes += littleEndian(2835, 4) + littleEndian(2835, 4) + littleEndian(2, 4) + littleEndian(2, 4)
    bytes += [0, 0, 0, 0, 255, 255, 255, 0]
    bytes += [UInt8](repeating: 0, count: stride * height)
    for y in lit.y {
      for x in lit.x { bytes[62 + (height - 1 - y) * stride + x / 8] |= 0x80 >> UInt8(x % 8) }
    }
    return bytes
  }
}
