/// The first scalar of some bytes.
nonisolated enum UTF8Scalar {
  case scalar(Unicode.Scalar, length: Int)
  /// The bytes are the beginning of a scalar.
  case incomplete
  case invalid

  /// Decodes the scalar that the bytes, at least one, begin with. Overlong forms and surrogates are invalid.
  static func decode(_ bytes: ArraySlice<UInt8>) -> UTF8Scalar {
    let first = UInt32(bytes[bytes.startIndex])
    let length: Int
    var value: UInt32
    switch first {
    case 0x00..<0x80: return .scalar(Unicode.Scalar(UInt8(first)), length: 1)
    case 0xc2..<0xe0: (length, value) = (2, first & 0x1f)
    case 0xe0..<0xf0: (length, value) = (3, first & 0x0f)
    case 0xf0..<0xf5: (length, value) = (4, first & 0x07)
    default: return .invalid
    }
    for byte in bytes.dropFirst().prefix(length - 1) {
      guard byte & 0xc0 == 0x80 else { return .invalid }
      value = value << 6 | UInt32(byte & 0x3f)
    }
    guard bytes.count >= length else { return .incomplete }
    let least: UInt32 = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80
    guard value >= least, let scalar = Unicode.Scalar(value) else { return .invalid }
    return .scalar(scalar, length: length)
  }
}
