/// Finds what the TOML library must not be given. It reads no further than a NUL, and two mistakes trip assertions of its
/// own that end the program: a header without a name, and `}` where an array should close.
struct TOMLGuard {
  private let bytes: [UInt8]
  private var index = 0
  private var line = 1
  private var open: [UInt8] = []
  private var isLineStart = true

  /// The first such mistake, nil if there is none.
  static func problem(in text: String) -> (line: Int, words: String)? {
    var scan = TOMLGuard(bytes: Array(text.utf8))
    return scan.run().map { (scan.line, $0) }
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  private mutating func run() -> String? {
    while index < bytes.count {
      let byte = bytes[index]
      if let problem = problem(at: byte) { return problem }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString(byte)
      case UInt8(ascii: "#"): skipComment()
      default: index += 1
      }
      if byte == 0x0A {
        line += 1
        isLineStart = true
      } else if byte != 0x20 && byte != 0x09 {
        isLineStart = false
      }
    }
    return nil
  }

  private mutating func problem(at byte: UInt8) -> String? {
    if Self.isControl(byte) { return "a control character; delete it" }
    switch byte {
    case UInt8(ascii: "["):
      if isLineStart && open.isEmpty && !isHeader { return "brackets without a name; write [palette] or [roles]" }
      open.append(UInt8(ascii: "]"))
    case UInt8(ascii: "{"): open.append(UInt8(ascii: "}"))
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      let expected = open.popLast()
      if expected != byte {
        let wish = expected.map { "; \(Character(Unicode.Scalar($0))) should come first" } ?? ""
        return "not TOML: \(Character(Unicode.Scalar(byte))) closes nothing\(wish)"
      }
    default: break
    }
    return nil
  }

  /// Whether a name begins behind the one or two brackets here.
  private var isHeader: Bool {
    var next = index + 1
    if next < bytes.count, bytes[next] == UInt8(ascii: "[") { next += 1 }
    while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
    guard next < bytes.count else { return false }
    let byte = bytes[next]
    return byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || Self.isBare(byte)
  }

  private mutating func skipComment() {
    while index < bytes.count, bytes[index] != 0x0A, !Self.isControl(bytes[index]) { index += 1 }
  }

  /// Skips a string; one that does not end on its line is left to the library, which tells it.
  private mutating func skipString(_ quote: UInt8) {
    let isLong = index + 2 < bytes.count && bytes[index + 1] == quote && bytes[index + 2] == quote
    index += isLong ? 3 : 1
    while index < bytes.count, !Self.isControl(bytes[index]) {
      if bytes[index] == 0x0A {
        if !isLong { return }
        line += 1
      }
      if bytes[index] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        index += index + 1 < bytes.count && bytes[index + 1] != 0x0A ? 2 : 1
        continue
      }
      guard bytes[index] == quote else {
        index += 1
        continue
      }
      guard isLong else {
        index += 1
        return
      }
      var run = 0
      while index < bytes.count, bytes[index] == quote {
        run += 1
        index += 1
      }
      if run >= 3 { return }
    }
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    byte == 0x7F || byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D
  }

  /// A byte that a key may begin with outside quotation marks.
  private static func isBare(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte)
      || (0x61...0x7A).contains(byte | 0x20)
  }
}
