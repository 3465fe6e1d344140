/// A cursor over the bytes of a TOML text that counts lines.
struct TOMLScanner {
  private let bytes: [UInt8]
  private(set) var position = 0
  private(set) var line = 1

  /// A cursor at the beginning, after a byte order mark.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The byte under the cursor; nil at the end.
  var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Whether the text goes on with these bytes.
  func isBefore(_ wanted: [UInt8]) -> Bool { bytes[position...].starts(with: wanted) }

  /// One byte on.
  mutating func advance() {
    guard position < bytes.count else { return }
    if bytes[position] == UInt8(ascii: "\n") { line += 1 }
    position += 1
  }

  /// Over blanks and tabs.
  mutating func skipBlanks() {
    while let byte = peek, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") { advance() }
  }

  /// Over blanks, line ends and comments.
  mutating func skipBlankLines() {
    while let byte = peek {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"): advance()
      case UInt8(ascii: "#"): skipComment()
      default: return
      }
    }
  }

  /// To the end of the line.
  mutating func skipComment() {
    while let byte = peek, byte != UInt8(ascii: "\n") { advance() }
  }

  /// Over a number, a truth value or a date.
  mutating func skipBare() {
    while let byte = peek {
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "#"), UInt8(ascii: "\n"): return
      default: advance()
      }
    }
  }

  /// Over a string of any of the four kinds.
  mutating func skipString() {
    guard let quote = peek else { return }
    let isBasic = quote == UInt8(ascii: "\"")
    let isLong = position + 2 < bytes.count && bytes[position + 1] == quote && bytes[position + 2] == quote
    for _ in 0..<(isLong ? 3 : 1) { advance() }
    while let byte = peek {
      if isBasic, byte == UInt8(ascii: "\\") {
        advance()
        advance()
      } else if byte == quote, !isLong || closesLong(quote) {
        // A long string may end in up to two quotes of its own: they stand before the closing three.
        while isLong, position + 3 < bytes.count, bytes[position + 3] == quote { advance() }
        for _ in 0..<(isLong ? 3 : 1) { advance() }
        return
      } else if byte == UInt8(ascii: "\n"), !isLong {
        return
      } else {
        advance()
      }
    }
  }

  /// The keys of a dotted key, unquoted.
  mutating func keyPath() -> [String] {
    var keys: [String] = []
    while true {
      skipBlanks()
      guard let key = key() else { return keys }
      keys.append(key)
      skipBlanks()
      guard peek == UInt8(ascii: ".") else { return keys }
      advance()
    }
  }

  private mutating func key() -> String? {
    let start = position
    if let quote = peek, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      skipString()
      let end = max(start + 1, position - 1)
      guard end <= bytes.count else { return nil }
      let raw = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
      return quote == UInt8(ascii: "\"") ? Self.unescaped(raw) : raw
    }
    while let byte = peek, Self.isBare(byte) { advance() }
    return position == start ? nil : String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private func closesLong(_ quote: UInt8) -> Bool {
    position + 2 < bytes.count && bytes[position + 1] == quote && bytes[position + 2] == quote
  }

  /// Whether a key may begin with a byte: other letters than ASCII's want quotation marks.
  static func beginsKey(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || (byte < 0x80 && isBare(byte))
  }

  private static func isBare(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), 0x80...:
      true
    default: false
    }
  }

  private static func unescaped(_ raw: String) -> String {
    guard raw.utf8.contains(UInt8(ascii: "\\")) else { return raw }
    var out = String.UnicodeScalarView()
    var rest = Array(raw.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\\", let letter = rest.popFirst() else {
        out.append(scalar)
        continue
      }
      switch letter {
      case "n": out.append("\n")
      case "t": out.append("\t")
      case "r": out.append("\r")
      case "u", "U":
        let digits = rest.prefix(letter == "u" ? 4 : 8)
        rest = rest.dropFirst(digits.count)
        let code = UInt32(String(String.UnicodeScalarView(digits)), radix: 16)
        out.append(code.flatMap(Unicode.Scalar.init) ?? "\u{FFFD}")
      default: out.append(letter)
      }
    }
    return String(out)
  }
}
