import Glibc

/// Walks through JSON that is known to be valid, from value to value, without making anything of what it passes.
///
/// Every step is bounded by the end of the text, so a text that is not valid after all gives nonsense and no more.
struct JSONWalker {
  private let bytes: UnsafeRawBufferPointer
  private var at = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// The next byte that is not blank; 0 at the end.
  mutating func peek() -> UInt8 {
    while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
    return at < bytes.count ? bytes[at] : 0
  }

  /// Steps into an object or a list; false when there is none here.
  mutating func enter(_ open: Unicode.Scalar) -> Bool {
    guard peek() == UInt8(ascii: open) else { return false }
    at += 1
    return true
  }

  /// Steps to the next member or element; past the end of the object or list when there is none.
  mutating func next() -> Bool {
    switch peek() {
    case UInt8(ascii: ","):
      at += 1
      return true
    case UInt8(ascii: "}"), UInt8(ascii: "]"), 0:
      at = min(at + 1, bytes.count)
      return false
    default: return true
    }
  }

  /// The key of a member, without quotes and still escaped.
  mutating func key() -> UnsafeRawBufferPointer {
    let key = value()
    if peek() == UInt8(ascii: ":") { at += 1 }
    return key.count < 2 ? key : UnsafeRawBufferPointer(rebasing: key[1..<(key.count - 1)])
  }

  /// The whole value here, as it stands, and a step past it.
  mutating func value() -> UnsafeRawBufferPointer {
    let first = peek()
    let start = at
    switch first {
    case UInt8(ascii: "\""): skipString()
    case UInt8(ascii: "{"), UInt8(ascii: "["): skipNested()
    default: while at < bytes.count, !Self.endsScalar(bytes[at]) { at += 1 }
    }
    return UnsafeRawBufferPointer(rebasing: bytes[start..<at])
  }

  private static func endsScalar(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
  }

  private mutating func skipNested() {
    var depth = 0
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        skipString()
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
      at += 1
      if depth == 0 { return }
    }
  }

  /// To the byte after the closing quote: the first one that an even number of backslashes stands before.
  private mutating func skipString() {
    at += 1
    while at < bytes.count, let base = bytes.baseAddress {
      guard let quote = memchr(base + at, 0x22, bytes.count - at) else {
        at = bytes.count
        return
      }
      let end = UnsafeRawPointer(quote) - base
      var backslashes = 0
      while end - backslashes > at, bytes[end - backslashes - 1] == UInt8(ascii: "\\") { backslashes += 1 }
      at = end + 1
      if backslashes.isMultiple(of: 2) { return }
    }
  }
}

extension UnsafeRawBufferPointer {
  /// Whether these are just those ASCII bytes.
  func equals(_ text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount && baseAddress.map { memcmp($0, text.utf8Start, count) == 0 } ?? true
  }

  /// Whether this is a JSON string, and its text: without quotes, still escaped.
  var stringContent: UnsafeRawBufferPointer? {
    guard count >= 2, self[0] == UInt8(ascii: "\"") else { return nil }
    return UnsafeRawBufferPointer(rebasing: self[1..<(count - 1)])
  }
}
