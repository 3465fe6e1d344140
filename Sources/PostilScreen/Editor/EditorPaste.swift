/// What became of a pasted text.
public enum EditorPaste: Sendable, Hashable {
  /// It stands in the text; `dropped` control characters were left out.
  case inserted(dropped: Int)
  /// It was too large: bytes that came, and bytes that are taken at most. Nothing changed.
  case refused(bytes: Int, limit: Int)

  /// The largest paste, in bytes.
  public static let maximumBytes = 1 << 20

  /// A text as an editor takes it: CR LF and a lone CR are ends of lines; other control characters (C0 but tab and
  /// newline, DEL, C1) are dropped and counted.
  public static func cleaned(_ text: String) -> (text: String, dropped: Int) {
    guard text.utf8.contains(where: { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 || $0 == 0x7F || $0 == 0xC2 }) else {
      return (text, 0)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var dropped = 0
    var last: UInt32 = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0D: bytes.append(0x0A)
      case 0x0A: if last != 0x0D { bytes.append(0x0A) }
      case 0x09: bytes.append(0x09)
      case 0..<0x20, 0x7F..<0xA0: dropped += 1
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
      last = scalar.value
    }
    return (String(decoding: bytes, as: UTF8.self), dropped)
  }
}
