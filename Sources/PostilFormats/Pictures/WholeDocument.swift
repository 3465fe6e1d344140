import PostilModel

/// An input that must be held as a whole, because its parts refer to each other.
enum WholeDocument {
  /// The most bytes that it may have.
  static let limit = 512 << 20

  /// All bytes of an input, which stay valid until something is consumed.
  ///
  /// - Throws: `TransferError.unsuited` when there are too many, and what the input throws.
  static func bytes(of input: ByteInput, format: String) throws -> UnsafeRawBufferPointer {
    while try input.more() {
      if input.window.count > limit {
        throw TransferError.unsuited(
          format: format, reason: "holds a file as a whole, and \(input.name) has more than \(limit >> 20) MiB; part it"
        )
      }
    }
    return input.window
  }

  /// The whole as a record that is rejected: its beginning is kept.
  static func raw(_ bytes: UnsafeRawBufferPointer, line: Int = 1) -> RawRecord {
    let beginning = UnsafeRawBufferPointer(rebasing: bytes.prefix(RawRecord.keptBytes))
    var raw = RawRecord(bytes: beginning, span: bytes.count, line: line)
    raw.length = bytes.count
    return raw
  }

  /// Each element of a list in JSON that has been checked.
  static func forEachElement(of list: [UInt8], _ body: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    try list.withUnsafeBytes { bytes in
      var walker = JSONWalker(bytes)
      guard walker.enter("[") else { return }
      while walker.next() { try body(walker.value()) }
    }
  }
}
