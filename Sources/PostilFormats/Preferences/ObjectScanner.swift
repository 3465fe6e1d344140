/// Takes an input apart into objects: the elements of a JSON array, or one a line.
struct ObjectScanner {
  private let input: ByteInput
  private let limit: Int

  init(_ input: ByteInput, limit: Int) {
    self.input = input
    self.limit = limit
  }

  /// Calls `body` with every part, in order. The part is consumed afterwards.
  ///
  /// - Returns: the line or place after the last.
  func forEach(_ body: (JSONElementScanner.Part) throws -> Void) throws -> Int {
    if try hasElements() {
      var elements = JSONElementScanner(input, limit: limit)
      try elements.forEach(body)
      return elements.place + 1
    }
    var last = 0
    var lines = LineScanner(input, limit: limit)
    try lines.forEach { raw in
      last = raw.line
      try body(!raw.isTooLarge && raw.bytes.isBlank ? .between(raw.span) : .element(raw))
    }
    return last + 1
  }

  /// An array, or an object that goes on over several lines.
  private func hasElements() throws -> Bool {
    let beginning = try input.peek(1 << 16)
    let first = beginning.first { $0 != 0x20 && !(0x09...0x0D).contains($0) }
    if first == UInt8(ascii: "[") { return true }
    guard first == UInt8(ascii: "{") else { return false }
    let lines = beginning.split(separator: 0x0A, maxSplits: 64).filter { $0.contains { $0 > 0x20 } }
    guard lines.count > 1, let line = lines.first else { return false }
    return line.last { $0 > 0x20 } != UInt8(ascii: "}")
  }
}
