internal import CXXHash

/// The XXH3-128 hash of a byte string: names content, does not protect it.
public struct ContentHash: Sendable, Hashable {
  /// The low 64 bits.
  public let low: UInt64
  /// The high 64 bits.
  public let high: UInt64

  /// The hash of some bytes.
  public init(of bytes: UnsafeRawBufferPointer) {
    self.init(postil_xxh3_128(bytes.baseAddress, bytes.count))
  }

  init(_ hash: postil_hash128) {
    low = hash.low
    high = hash.high
  }

  /// The hash of a text's UTF-8.
  public init(of text: String) {
    var text = text
    self = text.withUTF8 { ContentHash(of: UnsafeRawBufferPointer($0)) }
  }

  /// 32 hexadecimal digits.
  public var hexadecimal: String { Self.digits(high) + Self.digits(low) }

  private static func digits(_ word: UInt64) -> String {
    let text = String(word, radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }
}
