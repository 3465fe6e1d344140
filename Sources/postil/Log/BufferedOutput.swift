/// Standard output for many short lines: they leave in large pieces.
struct BufferedOutput {
  private static let pieceBytes = 1 << 16
  private var bytes: [UInt8] = []

  /// Writes text that holds nothing from data, or nothing that was not made safe.
  mutating func write(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    if bytes.count >= Self.pieceBytes { flush() }
  }

  /// Sends what is held back.
  mutating func flush() {
    StandardOutput.write(bytes, to: 1)
    bytes.removeAll(keepingCapacity: true)
  }
}
