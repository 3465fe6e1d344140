/// Finds a needle in a text, without regard to case.
///
/// ASCII letters are folded byte by byte. A needle with other characters is compared by simple case folding, scalar by
/// scalar (the lower-case mapping where that is one scalar; `ß` is not `ss`). Matches do not overlap. An accent written
/// as a scalar of its own is matched only by the same spelling.
public struct TextSearch: Sendable, Hashable {
  private let needle: [UInt32]
  private let bytes: [UInt8]
  private let isASCII: Bool

  /// A search; the empty needle matches nothing.
  public init(_ needle: String) {
    self.needle = needle.unicodeScalars.map(Self.folded)
    isASCII = needle.utf8.allSatisfy { $0 < 0x80 }
    bytes = needle.utf8.map(Self.lower)
  }

  /// All matches as byte ranges of the text's UTF-8, in order.
  /// - Parameter limit: the search ends after so many.
  public func matches(in text: String, limit: Int = .max) -> [Range<Int>] { matches(in: text.utf8.span, limit: limit) }

  /// The same for UTF-8 bytes.
  public func matches(in text: Span<UInt8>, limit: Int = .max) -> [Range<Int>] {
    guard !bytes.isEmpty else { return [] }
    return isASCII ? plain(in: text, limit: limit) : folded(in: text, limit: limit)
  }

  private func plain(in text: Span<UInt8>, limit: Int) -> [Range<Int>] {
    var found: [Range<Int>] = []
    let needle = bytes.span
    let first = needle[0]
    // `first | 0x20` also meets a control or a bracket for some signs; the comparison below sorts them out.
    let other = Self.isLetter(first) ? first & ~0x20 : first
    var index = 0
    let last = text.count - needle.count
    while index <= last, found.count < limit {
      let byte = text[index]
      guard byte == first || byte == other else {
        index += 1
        continue
      }
      var offset = 1
      while offset < needle.count, Self.lower(text[index + offset]) == needle[offset] { offset += 1 }
      if offset == needle.count {
        found.append(index..<(index + offset))
        index += offset
      } else {
        index += 1
      }
    }
    return found
  }

  private func folded(in text: Span<UInt8>, limit: Int) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < text.count, found.count < limit {
      if let end = end(ofMatchAt: index, in: text) {
        found.append(index..<end)
        index = end
      } else {
        index += UTF8Decoder.scalar(at: index, in: text).length
      }
    }
    return found
  }

  private func end(ofMatchAt start: Int, in text: Span<UInt8>) -> Int? {
    var index = start
    for scalar in needle {
      guard index < text.count else { return nil }
      let (next, length) = UTF8Decoder.scalar(at: index, in: text)
      guard next == scalar || Self.folded(next) == scalar else { return nil }
      index += length
    }
    return index
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

  private static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

  private static func folded(_ scalar: Unicode.Scalar) -> UInt32 { folded(scalar.value) }

  private static func folded(_ value: UInt32) -> UInt32 {
    if value < 0x80 { return UInt32(lower(UInt8(value))) }
    // Han, kana and Hangul have no case; Greek final sigma folds to sigma.
    if value >= 0x2E80 && value < 0xA640 || value >= 0xAC00 && value < 0xFF21 { return value }
    if value == 0x3C2 { return 0x3C3 }
    guard let scalar = Unicode.Scalar(value), scalar.properties.changesWhenLowercased else { return value }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    return lower.count == 1 ? lower.first?.value ?? value : value
  }
}
