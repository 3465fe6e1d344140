/// The version of a guidelines text: the first 12 hexadecimal digits of its content hash.
///
/// Line ends count as one kind, and blanks at the very end do not count, so that an editor's habits make no new version.
public struct GuidelinesVersion: Sendable, Hashable, CustomStringConvertible {
  /// Digits in a version.
  public static let length = 12

  /// The digits, lower case.
  public let description: String

  /// The version of a text.
  public init(of text: String) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\n"), bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
      bytes.append(byte)
    }
    while let last = bytes.last, last == UInt8(ascii: "\n") || last == UInt8(ascii: " ") { bytes.removeLast() }
    let hash = bytes.withUnsafeBytes { ContentHash(of: $0) }
    description = String(hash.hexadecimal.prefix(Self.length))
  }

  /// Reads what `description` writes; nil for anything else.
  public init?(_ text: String) {
    let isDigits = text.utf8.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
    guard text.utf8.count == Self.length, isDigits else { return nil }
    description = text
  }
}
