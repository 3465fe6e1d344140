extension GeneratedPicture {
  /// A TIFF of grey, of 8 or 16 bits, in one strip, low byte first. `orientation` is tag 274.
  public static func tiff(
    width: Int, height: Int, depth: Int, orientation: Int, _ value: (_ x: Int, _ y: Int) -> Int
  ) -> [UInt8] {
    func littleEndian(_ value: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    // Tag and value; all of the type SHORT but for the strip, whose place and length are LONG.
    let entries: [(tag: Int, kind: Int, value: Int)] = [
      (256, 3, width), (257, 3, height), (258, 3, depth), (259, 3, 1), (262, 3, 1), (273, 4, 134),
      (274, 3, orientation), (277, 3, 1), (278, 3, height), (279, 4, width * height * depth / 8),
    ]
    var bytes = Array("II".utf8) + littleEndian(42, 2) + littleEndian(8, 4) + littleEndian(entries.count, 2)
    for entry in entries {
      bytes += littleEndian(entry.tag, 2) + littleEndian(entry.kind, 2) + littleEndian(1, 4)
      bytes += littleEndian(entry.value, 4)
    }
    bytes += littleEndian(0, 4)
    for y in 0..<height {
      for x in 0..<width { bytes += littleEndian(value(x, y), depth / 8) }
    }
    return bytes
  }
}
