/// Writes a small XML document, an element a line.
struct XMLText {
  /// What is written.
  private(set) var bytes: [UInt8] = []
  private var depth = 0

  /// Opens an element.
  mutating func open(_ name: String) {
    indent()
    bytes += Array("<\(name)>\n".utf8)
    depth += 1
  }

  /// Closes it.
  mutating func close(_ name: String) {
    depth -= 1
    indent()
    bytes += Array("</\(name)>\n".utf8)
  }

  /// Adds an element with text, which reads back as it is, blanks at its ends too.
  mutating func add(_ name: String, _ text: String) {
    indent()
    bytes += Array("<\(name)>".utf8)
    let utf8 = Array(text.utf8)
    let start = utf8.firstIndex { $0 != 0x20 } ?? utf8.count
    let end = utf8.lastIndex { $0 != 0x20 } ?? -1
    for (place, byte) in utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case 0x09, 0x0A, 0x0D: bytes.append(contentsOf: "&#\(byte);".utf8)
      case 0x20 where place < start || place > end: bytes.append(contentsOf: "&#32;".utf8)
      default: bytes.append(byte)
      }
    }
    bytes += Array("</\(name)>\n".utf8)
  }

  private mutating func indent() { bytes += [UInt8](repeating: 0x09, count: depth) }
}
