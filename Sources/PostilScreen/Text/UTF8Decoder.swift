/// Decodes UTF-8 one scalar at a time and gives bytes that are not UTF-8 a length of their own.
enum UTF8Decoder {
  /// What `scalar` is where the bytes are no UTF-8.
  static let invalid: UInt32 = .max

  /// The scalar that begins at `index`, and its length in bytes. Bytes that are no UTF-8 give `invalid` and the length
  /// of the longest start of a scalar there (Unicode's "maximal subpart", table 3-7 of the standard), at least 1.
  static func scalar(at index: Int, in text: Span<UInt8>) -> (scalar: UInt32, length: Int) {
    let first = text[index]
    if first < 0x80 { return (UInt32(first), 1) }
    guard first >= 0xC2 && first <= 0xF4 else { return (invalid, 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard index + 1 < text.count else { return (invalid, 1) }
    let second = text[index + 1]
    let low: UInt8 = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80
    let high: UInt8 = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF
    guard second >= low && second <= high else { return (invalid, 1) }
    if length == 2 { return (UInt32(first & 0x1F) << 6 | UInt32(second & 0x3F), 2) }
    var value = UInt32(first & (length == 3 ? 0x0F : 0x07)) << 6 | UInt32(second & 0x3F)
    var offset = 2
    while offset < length {
      guard index + offset < text.count, text[index + offset] & 0xC0 == 0x80 else { return (invalid, offset) }
      value = value << 6 | UInt32(text[index + offset] & 0x3F)
      offset += 1
    }
    return (value, length)
  }
}
