/// Takes a whole input as one record; one line's end at its end is not part of it.
enum WholeFileScanner {
  /// Calls `body` once, unless the input is empty.
  static func scan(_ input: ByteInput, limit: Int, _ body: (RawRecord) throws -> Void) throws {
    while input.window.count <= limit, try input.more() {}
    let window = input.window
    if window.isEmpty { return }
    if window.count <= limit {
      var length = window.count
      if window[length - 1] == 0x0A { length -= 1 }
      if length > 0, length < window.count, window[length - 1] == 0x0D { length -= 1 }
      let bytes = UnsafeRawBufferPointer(rebasing: window[..<length])
      try body(RawRecord(bytes: bytes, span: window.count, line: 1))
      input.consume(window.count)
      return
    }
    let kept = Array(window.prefix(RawRecord.keptBytes))
    var length = 0
    repeat {
      length += input.window.count
      input.consume(input.window.count)
    } while try input.more()
    try kept.withUnsafeBytes { try body(RawRecord(beginning: $0, length: length, span: length, line: 1)) }
  }
}
