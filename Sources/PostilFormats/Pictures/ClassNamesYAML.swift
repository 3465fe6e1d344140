/// Reads the `names` of a data set's description, as `data.yaml` has them: a list, or numbers with names, on lines of
/// their own or between brackets over as many lines as one likes; plain or in quotes, with remarks.
///
/// That is the part of YAML that such files are written in. All else within `names` (anchors, tags, texts over several
/// lines, lists within lists) is refused with its line, and the rest of the file is passed over. A library for all of YAML
/// would expand references to references without end for one key of a small file.
struct ClassNamesYAML {
  /// What is not read, in words that go on after its line.
  struct Problem: Error, Equatable {
    let line: Int
    let words: String
  }

  private let bytes: [UInt8]
  private var at = 0
  private var line = 1
  private var names: [Int: String] = [:]

  /// The names by the numbers of their classes; nil when the file has no `names`.
  static func read(_ text: String) throws(Problem) -> [Int: String]? {
    var reader = ClassNamesYAML(bytes: Array(text.utf8))
    return try reader.read()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func read() throws(Problem) -> [Int: String]? {
    var isFound = false
    while at < bytes.count {
      guard startsNames() else {
        skipLine()
        continue
      }
      if isFound { throw problem("has \"names\" a second time") }
      isFound = true
      let start = line
      try value()
      if names.isEmpty { throw Problem(line: start, words: "has no names in \"names\"") }
    }
    return isFound ? names : nil
  }

  /// Passes over `names:` at the start of a line, if it is there.
  private mutating func startsNames() -> Bool {
    for key in ["names", "\"names\"", "'names'"] where bytes[at...].starts(with: key.utf8) {
      var end = at + key.utf8.count
      while end < bytes.count, Self.isBlank(bytes[end]) { end += 1 }
      guard end < bytes.count, bytes[end] == UInt8(ascii: ":"), isEnd(of: end + 1) else { continue }
      at = end + 1
      return true
    }
    return false
  }

  private mutating func value() throws(Problem) {
    skipBlanks()
    if isAtLineEnd {
      skipLine()
      return try block()
    }
    switch bytes[at] {
    case UInt8(ascii: "["): try flow(closing: "]")
    case UInt8(ascii: "{"): try flow(closing: "}")
    default: throw problem("has \"names\" that are neither a list nor numbers with names")
    }
  }

  private mutating func add(_ number: Int, _ name: String) throws(Problem) {
    if names.updateValue(name, forKey: number) != nil { throw problem("has the number \(number) a second time") }
  }

  // MARK: On lines of their own

  private mutating func block() throws(Problem) {
    var shape: (column: Int, isList: Bool)?
    while at < bytes.count {
      let start = at
      while at < bytes.count, bytes[at] == 0x20 { at += 1 }
      let column = at - start
      if at < bytes.count, bytes[at] == 0x09 { throw problem("is indented by a tab, and YAML wants blanks") }
      if isAtLineEnd {
        skipLine()
        continue
      }
      let isList = bytes[at] == UInt8(ascii: "-") && isEnd(of: at + 1)
      if column == 0, !isList {
        at = start
        return
      }
      guard (shape?.column ?? column) == column, (shape?.isList ?? isList) == isList else {
        throw problem("is not indented as the names before it")
      }
      shape = (column, isList)
      if isList { at += 1 }
      let number = isList ? names.count : try key()
      skipBlanks()
      try add(number, scalar(isFlow: false))
      try endLine()
    }
  }

  // MARK: Between brackets

  private mutating func flow(closing mark: Unicode.Scalar) throws(Problem) {
    let close = UInt8(ascii: mark)
    at += 1
    while true {
      try skipFlowBlanks()
      if bytes[at] == close { break }
      let number = mark == "]" ? names.count : try key()
      try skipFlowBlanks()
      try add(number, scalar(isFlow: true))
      try skipFlowBlanks()
      if bytes[at] == close { break }
      guard bytes[at] == UInt8(ascii: ",") else { throw problem("has no comma after a name") }
      at += 1
    }
    at += 1
    try endLine()
  }

  /// Passes over blanks, line ends and remarks, to something that must be there.
  private mutating func skipFlowBlanks() throws(Problem) {
    while at < bytes.count {
      skipBlanks()
      guard isAtLineEnd else { return }
      skipLine()
    }
    throw problem("is the last, and the names are not closed")
  }

  // MARK: Keys and names

  /// A class's number and the colon after it.
  private mutating func key() throws(Problem) -> Int {
    let text: String
    let isQuoted = bytes[at] == UInt8(ascii: "'") || bytes[at] == UInt8(ascii: "\"")
    if isQuoted {
      text = try quoted()
    } else {
      let start = at
      while at < bytes.count, (0x30...0x39).contains(bytes[at]) { at += 1 }
      text = String(decoding: bytes[start..<at], as: UTF8.self)
    }
    skipBlanks()
    guard let number = Int(text), number >= 0, at < bytes.count, bytes[at] == UInt8(ascii: ":"),
      isQuoted || isEnd(of: at + 1)
    else { throw problem("does not begin a name with the number of its class and a colon") }
    at += 1
    return number
  }

  private mutating func scalar(isFlow: Bool) throws(Problem) -> String {
    if isAtLineEnd { throw problem("has a number or a dash without a name") }
    if bytes[at] == UInt8(ascii: "'") || bytes[at] == UInt8(ascii: "\"") { return try quoted() }
    let isMark = "[]{},&*!|>%@`".utf8.contains(bytes[at]) || ("-?:".utf8.contains(bytes[at]) && isEnd(of: at + 1))
    if isMark { throw problem("begins a name with \(Character(Unicode.Scalar(bytes[at]))); put it in quotes") }
    let start = at
    while at < bytes.count, !isAtLineEnd {
      if isFlow, ",]}".utf8.contains(bytes[at]) { break }
      if bytes[at] == UInt8(ascii: ":"), isEnd(of: at + 1) || (isFlow && ",]}".utf8.contains(bytes[at + 1])) {
        throw problem("has a colon in a name; put it in quotes")
      }
      if isFlow, "[{".utf8.contains(bytes[at]) { throw problem("has a bracket in a name; put it in quotes") }
      at += 1
    }
    var end = at
    while end > start, Self.isBlank(bytes[end - 1]) { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private mutating func quoted() throws(Problem) -> String {
    let quote = bytes[at]
    at += 1
    var text: [UInt8] = []
    while at < bytes.count, bytes[at] != 0x0A {
      let byte = bytes[at]
      at += 1
      if byte == quote {
        let isPair = quote == UInt8(ascii: "'") && at < bytes.count && bytes[at] == quote
        if !isPair { return String(decoding: text, as: UTF8.self) }
        at += 1
      } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        text += Array(try escaped().utf8)
        continue
      }
      text.append(byte)
    }
    throw problem("has a quote that is not closed on it")
  }

  /// What stands for itself or another character after a backslash (YAML 1.2.2, section 5.7), in the forms that JSON has
  /// too.
  private mutating func escaped() throws(Problem) -> String {
    guard at < bytes.count else { throw problem("has a quote that is not closed on it") }
    let byte = bytes[at]
    at += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return String(Unicode.Scalar(byte))
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "x"), UInt8(ascii: "u"), UInt8(ascii: "U"):
      let count = byte == UInt8(ascii: "x") ? 2 : byte == UInt8(ascii: "u") ? 4 : 8
      let digits = String(decoding: bytes[at...].prefix(count), as: UTF8.self)
      if digits.utf8.count == count, digits.allSatisfy(\.isHexDigit), let code = UInt32(digits, radix: 16),
        let scalar = Unicode.Scalar(code)
      {
        at += count
        return String(scalar)
      }
    default: break
    }
    throw problem("has a backslash before something that it does not go before")
  }

  // MARK: Lines

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

  /// Whether a sign before this place stands alone: a blank or the line's end follows.
  private func isEnd(of place: Int) -> Bool {
    place >= bytes.count || bytes[place] == 0x0A || Self.isBlank(bytes[place])
  }

  /// Whether nothing but a remark is left of the line.
  private var isAtLineEnd: Bool {
    guard at < bytes.count, bytes[at] != 0x0A else { return true }
    guard bytes[at] == UInt8(ascii: "#") else { return false }
    return at == 0 || Self.isBlank(bytes[at - 1]) || bytes[at - 1] == 0x0A
  }

  private mutating func skipBlanks() {
    while at < bytes.count, Self.isBlank(bytes[at]) { at += 1 }
  }

  private mutating func skipLine() {
    while at < bytes.count, bytes[at] != 0x0A { at += 1 }
    guard at < bytes.count else { return }
    at += 1
    line += 1
  }

  private mutating func endLine() throws(Problem) {
    skipBlanks()
    guard isAtLineEnd else { throw problem("goes on after what it names") }
    skipLine()
  }

  private func problem(_ words: String) -> Problem { Problem(line: line, words: words) }
}
