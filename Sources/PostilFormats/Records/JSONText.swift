import CJSON

extension UnsafeRawBufferPointer {
  /// The characters that a preview shows.
  private static let previewCharacters = 120

  /// Appends the text of a JSON string in the normal form, given with its quotes.
  func appendUnescaped(to out: inout [UInt8]) {
    guard count > 2, let base = baseAddress else { return }
    let start = base.assumingMemoryBound(to: CChar.self)
    if cjson_plain_run(start + 1, count - 2) == count - 2 {
      out.append(contentsOf: UnsafeRawBufferPointer(start: base + 1, count: count - 2))
      return
    }
    withUnsafeTemporaryAllocation(byteCount: count, alignment: 1) { room in
      let written = cjson_unescape(start, count, room.baseAddress?.assumingMemoryBound(to: CChar.self), count)
      out.append(contentsOf: room.prefix(written))
    }
  }

  /// Appends the beginning of a value on one line: of a string its text, of anything else its JSON.
  func appendPreview(isString: Bool, to out: inout [UInt8]) {
    guard isString, let base = baseAddress else { return out.append(contentsOf: prefix(Self.previewCharacters)) }
    let capacity = Self.previewCharacters * 4
    withUnsafeTemporaryAllocation(byteCount: capacity, alignment: 1) { room in
      let written = cjson_preview(
        base.assumingMemoryBound(to: CChar.self), count, room.baseAddress?.assumingMemoryBound(to: CChar.self),
        capacity,
        Self.previewCharacters)
      out.append(contentsOf: room.prefix(written))
    }
  }
}
