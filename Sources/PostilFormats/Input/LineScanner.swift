import Glibc

/// Takes an input apart into lines that end in LF or CRLF. A line longer than a limit is passed over without being held.
struct LineScanner {
  private let input: ByteInput
  private let limit: Int
  private var line = 0
  private var kept: [UInt8] = []

  init(_ input: ByteInput, limit: Int) {
    self.input = input
    self.limit = limit
  }

  /// Calls `body` with every line, in order. The line is consumed afterwards.
  mutating func forEach(_ body: (RawRecord) throws -> Void) throws {
    var searched = 0
    while true {
      let window = input.window
      if let end = Self.newline(in: window, from: searched) {
        try deliver(window, end, span: end + 1, body)
        searched = 0
      } else if window.count > limit {
        try skipLongLine(body)
        searched = 0
      } else {
        searched = window.count
        if try !input.more() { break }
      }
    }
    if !input.window.isEmpty { try deliver(input.window, input.window.count, span: input.window.count, body) }
  }

  private mutating func deliver(
    _ window: UnsafeRawBufferPointer, _ end: Int, span: Int, _ body: (RawRecord) throws -> Void
  ) throws {
    line += 1
    if end > limit {
      let whole = UnsafeRawBufferPointer(rebasing: window[..<end])
      try body(RawRecord(beginning: whole, length: end, span: span, line: line))
    } else {
      let isCRLF = end > 0 && window[end - 1] == 0x0D
      let bytes = UnsafeRawBufferPointer(rebasing: window[..<(isCRLF ? end - 1 : end)])
      try body(RawRecord(bytes: bytes, span: span, line: line))
    }
    input.consume(span)
  }

  private mutating func skipLongLine(_ body: (RawRecord) throws -> Void) throws {
    kept.removeAll(keepingCapacity: true)
    kept.append(contentsOf: input.window.prefix(RawRecord.keptBytes))
    var length = 0
    var span = 0
    while true {
      let window = input.window
      if let end = Self.newline(in: window, from: 0) {
        length += end
        span = length + 1
        input.consume(end + 1)
        break
      }
      length += window.count
      span = length
      input.consume(window.count)
      if try !input.more() { break }
    }
    line += 1
    let number = line
    try kept.withUnsafeBytes { try body(RawRecord(beginning: $0, length: length, span: span, line: number)) }
  }

  private static func newline(in window: UnsafeRawBufferPointer, from: Int) -> Int? {
    guard from < window.count, let base = window.baseAddress else { return nil }
    guard let found = memchr(base + from, 0x0A, window.count - from) else { return nil }
    return base.distance(to: UnsafeRawPointer(found))
  }
}
