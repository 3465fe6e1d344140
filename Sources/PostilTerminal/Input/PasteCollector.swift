/// Gathers the bytes of one bracketed paste up to a limit.
nonisolated struct PasteCollector {
  /// What ends a paste.
  static let end: [UInt8] = [0x1b, 0x5b, 0x32, 0x30, 0x31, 0x7e]

  private let limit: Int
  private var bytes: [UInt8] = []
  /// Bytes over the limit, dropped.
  private(set) var dropped = 0

  init(limit: Int) { self.limit = limit }

  /// Takes bytes up to the end of the paste. Returns how many were used, and whether the paste is over. What may be the
  /// beginning of the end is left for the next time.
  mutating func take(_ input: ArraySlice<UInt8>) -> (used: Int, isOver: Bool) {
    var index = input.startIndex
    while index < input.endIndex {
      guard let escape = input[index...].firstIndex(of: Self.end[0]) else {
        append(input[index...])
        return (input.count, false)
      }
      append(input[index..<escape])
      let rest = input[escape...]
      if rest.starts(with: Self.end) { return (escape + Self.end.count - input.startIndex, true) }
      if rest.count < Self.end.count, Self.end.starts(with: rest) { return (escape - input.startIndex, false) }
      append(input[escape...escape])
      index = escape + 1
    }
    return (input.count, false)
  }

  private mutating func append(_ more: ArraySlice<UInt8>) {
    let room = max(0, limit - bytes.count)
    bytes += more.prefix(room)
    dropped += max(0, more.count - room)
  }

  /// The text: line ends as line feeds (terminals send carriage returns), what is not UTF-8 left out.
  func text() -> String {
    var lines: [UInt8] = []
    lines.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0d {
        lines.append(0x0a)
      } else if byte != 0x0a || index == 0 || bytes[index - 1] != 0x0d {
        lines.append(byte)
      }
    }
    if let text = String(validating: lines, as: UTF8.self) { return text }
    var text = String.UnicodeScalarView()
    var decoder = UTF8()
    var iterator = lines.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): text.append(scalar)
      case .error: continue
      case .emptyInput: return String(text)
      }
    }
  }
}
