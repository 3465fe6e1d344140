/// Finds what trips assertions of the TOML library, which would end the program: a header without a name, `}` where a
/// list should close, and line separators of Unicode in a list. All other mistakes are left to the library, which tells
/// them.
struct TOMLGuard {
  /// What the library must not be given.
  struct Mistake: Equatable {
    /// The line, from 1.
    var line: Int
    /// Where it begins in the text's UTF-8. The library can be given what stands before.
    var offset: Int
    /// What is wrong.
    var message: String
    /// What to do.
    var hint = ""
  }

  /// What the library takes for the end of a value and not for white space.
  private static let separators: [(bytes: [UInt8], name: String)] =
    (["\u{85}", "\u{2028}", "\u{2029}"] as [Unicode.Scalar]).map {
      (Array(String($0).utf8), VisibleText.number(of: $0))
    }

  private var scanner: TOMLScanner
  /// What closes the brackets that are open, the innermost last.
  private var closers: [UInt8] = []

  /// The first such mistake; nil when there is none.
  static func mistake(in bytes: [UInt8]) -> Mistake? {
    var guardian = TOMLGuard(scanner: TOMLScanner(bytes))
    return guardian.run()
  }

  private mutating func run() -> Mistake? {
    var isLineStart = true
    while let byte = scanner.peek {
      let (line, offset) = (scanner.line, scanner.position)
      let isHeader = isLineStart && closers.isEmpty && byte == UInt8(ascii: "[")
      isLineStart =
        byte == UInt8(ascii: "\n") || isLineStart && (byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t"))
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): scanner.skipString()
      case UInt8(ascii: "#"): scanner.skipComment()
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        closers.append(byte == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: "}"))
        scanner.advance()
        guard isHeader, !isNameNext else { continue }
        let hint = "Write a name in them; one with other letters than a to z wants quotation marks."
        return Mistake(line: line, offset: offset, message: "brackets without a name", hint: hint)
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        let expected = closers.popLast()
        guard expected == byte else { return Self.misplaced(byte, expected, line: line, offset: offset) }
        scanner.advance()
      default:
        if byte >= 0x80, let separator = Self.separators.first(where: { scanner.isBefore($0.bytes) }) {
          let message = "\(separator.name) outside of a text"
          return Mistake(line: line, offset: offset, message: message, hint: "Delete it.")
        }
        scanner.advance()
      }
    }
    return nil
  }

  /// Whether a name begins behind the first bracket of a header, and behind its second one if there is one.
  private var isNameNext: Bool {
    var ahead = scanner
    if ahead.peek == UInt8(ascii: "[") { ahead.advance() }
    ahead.skipBlanks()
    return ahead.peek.map(TOMLScanner.beginsKey) ?? false
  }

  private static func misplaced(_ byte: UInt8, _ expected: UInt8?, line: Int, offset: Int) -> Mistake {
    func text(_ byte: UInt8) -> String { String(Unicode.Scalar(byte)) }
    let wish = expected.map { "\(text($0)) must come first." } ?? ""
    return Mistake(line: line, offset: offset, message: "\(text(byte)) closes nothing", hint: wish)
  }
}
