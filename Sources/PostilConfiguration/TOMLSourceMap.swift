/// The lines on which the keys, tables and list elements of a TOML text stand; TOMLKit's values do not know them.
///
/// It reads only as much grammar as it takes to tell where things begin, and expects a text that TOMLKit has accepted.
/// On any other text it ends too, with lines that mean nothing.
struct TOMLSourceMap {
  /// The way to a value: keys, and places in lists from 0.
  enum Step: Hashable {
    case key(String)
    case index(Int)
  }

  private(set) var lines: [[Step]: Int] = [:]
  private var scanner: TOMLScanner
  private var elements: [[Step]: Int] = [:]

  /// Scans a text.
  init(_ text: String) {
    scanner = TOMLScanner(Array(text.utf8))
    var prefix: [Step] = []
    while true {
      scanner.skipBlankLines()
      guard let byte = scanner.peek else { break }
      let before = scanner.position
      if byte == UInt8(ascii: "[") { prefix = header() } else { pair(below: prefix) }
      // Whatever cannot be read is passed over, so that the scan ends on any text.
      if scanner.position == before { scanner.advance() }
    }
  }

  /// The line of a value, or of the nearest thing around it that has one; 1 when there is none.
  func line(of path: [Step]) -> Int {
    var path = path
    while !path.isEmpty {
      if let line = lines[path] { return line }
      path.removeLast()
    }
    return 1
  }

  private mutating func header() -> [Step] {
    let line = scanner.line
    scanner.advance()
    let isElement = scanner.peek == UInt8(ascii: "[")
    if isElement { scanner.advance() }
    scanner.skipBlanks()
    var path: [Step] = []
    let keys = scanner.keyPath()
    for (place, key) in keys.enumerated() {
      path.append(.key(key))
      record(path, line)
      let isLast = place == keys.count - 1
      if isLast, isElement {
        elements[path, default: 0] += 1
      } else if elements[path] == nil {
        continue
      }
      // A header below a list of tables means the list's last element.
      path.append(.index(elements[path, default: 1] - 1))
      record(path, line)
    }
    while scanner.peek == UInt8(ascii: "]") { scanner.advance() }
    return path
  }

  private mutating func pair(below prefix: [Step]) {
    let line = scanner.line
    var path = prefix
    for key in scanner.keyPath() {
      path.append(.key(key))
      record(path, line)
    }
    scanner.skipBlanks()
    guard scanner.peek == UInt8(ascii: "=") else { return }
    scanner.advance()
    value(at: path, depth: 0)
  }

  private mutating func value(at path: [Step], depth: Int) {
    scanner.skipBlanks()
    // TOMLKit refuses deeper nesting before this is reached; the limit guards the stack on texts that it has not seen.
    guard depth < 300 else { return scanner.skipBare() }
    switch scanner.peek {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): scanner.skipString()
    case UInt8(ascii: "["): list(at: path, depth: depth)
    case UInt8(ascii: "{"): inlineTable(at: path, depth: depth)
    default: scanner.skipBare()
    }
  }

  private mutating func list(at path: [Step], depth: Int) {
    scanner.advance()
    var index = 0
    while true {
      scanner.skipBlankLines()
      guard let byte = scanner.peek else { return }
      let before = scanner.position
      switch byte {
      case UInt8(ascii: "]"): return scanner.advance()
      case UInt8(ascii: ","): scanner.advance()
      default:
        record(path + [.index(index)], scanner.line)
        value(at: path + [.index(index)], depth: depth + 1)
        index += 1
      }
      if scanner.position == before { scanner.advance() }
    }
  }

  private mutating func inlineTable(at path: [Step], depth: Int) {
    scanner.advance()
    while true {
      scanner.skipBlankLines()
      guard let byte = scanner.peek else { return }
      let before = scanner.position
      switch byte {
      case UInt8(ascii: "}"): return scanner.advance()
      case UInt8(ascii: ","): scanner.advance()
      default:
        var inner = path
        let line = scanner.line
        for key in scanner.keyPath() {
          inner.append(.key(key))
          record(inner, line)
        }
        scanner.skipBlanks()
        if scanner.peek == UInt8(ascii: "=") {
          scanner.advance()
          value(at: inner, depth: depth + 1)
        }
      }
      if scanner.position == before { scanner.advance() }
    }
  }

  private mutating func record(_ path: [Step], _ line: Int) {
    if lines[path] == nil { lines[path] = line }
  }
}
