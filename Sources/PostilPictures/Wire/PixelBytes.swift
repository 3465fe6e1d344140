/// What a decoder wants sent to the terminal, looked over: it may hold pictures and nothing that steers the terminal
/// otherwise.
enum PixelBytes {
  private static let escape: UInt8 = 0x1B

  /// Whether the bytes are one or more whole pictures of sixel or of Kitty's protocol, in printable ASCII.
  static func areHarmless(_ bytes: [UInt8]) -> Bool {
    var place = 0
    while place < bytes.count {
      guard let end = end(ofPictureAt: place, bytes) else { return false }
      place = end
    }
    return true
  }

  /// The place behind a picture: `ESC P … q … ESC \` or `ESC _ G … ESC \`.
  private static func end(ofPictureAt start: Int, _ bytes: [UInt8]) -> Int? {
    guard start + 3 < bytes.count, bytes[start] == escape else { return nil }
    switch bytes[start + 1] {
    case UInt8(ascii: "P"):
      let head = bytes[(start + 2)...].prefix { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ";") }
      guard head.endIndex < bytes.count, bytes[head.endIndex] == UInt8(ascii: "q") else { return nil }
    case UInt8(ascii: "_"):
      guard bytes[start + 2] == UInt8(ascii: "G") else { return nil }
    default: return nil
    }
    var place = start + 2
    while place < bytes.count, (0x20...0x7E).contains(bytes[place]) || bytes[place] == 0x0A || bytes[place] == 0x0D {
      place += 1
    }
    guard place + 1 < bytes.count, bytes[place] == escape, bytes[place + 1] == UInt8(ascii: "\\") else { return nil }
    return place + 2
  }
}
