/// One record as it stands in the input, before anything is made of it. Valid only while it is being handed over.
public struct RawRecord {
  /// Its bytes, without a line's end. Only the beginning when `isTooLarge`.
  public var bytes: UnsafeRawBufferPointer
  /// Its whole length in bytes.
  public var length: Int
  /// All bytes of the input that it takes, with the line's end.
  public var span: Int
  /// Its line, or its place in a JSON array, from 1.
  public var line: Int
  /// True when it was larger than a record may be, so that only its beginning is here.
  public var isTooLarge: Bool

  /// A record in the input.
  public init(bytes: UnsafeRawBufferPointer, span: Int, line: Int) {
    self.bytes = bytes
    self.length = bytes.count
    self.span = span
    self.line = line
    isTooLarge = false
  }

  /// A record that is too large: its beginning and its whole length.
  init(beginning: UnsafeRawBufferPointer, length: Int, span: Int, line: Int) {
    bytes = UnsafeRawBufferPointer(rebasing: beginning.prefix(Self.keptBytes))
    self.length = length
    self.span = span
    self.line = line
    isTooLarge = true
  }

  /// What is kept of a record that is too large.
  static let keptBytes = 1 << 16
}
