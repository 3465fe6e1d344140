/// A strict reader of small XML documents in UTF-8. It knows elements, text, CDATA, comments, processing instructions,
/// the five named entities and numeric references. What a document type declares is not read, and nothing outside is
/// ever loaded: a document that declares entities is refused.
struct XMLDocument {
  private static let deepest = 64
  private let bytes: [UInt8]
  private var at = 0
  private var stack: [Open] = []
  private var root: XMLElement?

  /// An element that is not closed yet.
  private struct Open {
    var element: XMLElement
    var text: [UInt8] = []
    /// Where the text ends that does not fall away as blanks.
    var solid = 0
  }

  /// The root element.
  ///
  /// - Throws: what is wrong, and on which line.
  static func read(_ bytes: [UInt8]) throws(Rejection) -> XMLElement {
    if bytes.contains(0) { throw Rejection(.nulByte, "holds a NUL byte") }
    guard String(validating: bytes, as: UTF8.self) != nil else { throw Rejection(.notUTF8, "is not UTF-8") }
    var document = XMLDocument(bytes: bytes)
    return try document.read()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func read() throws(Rejection) -> XMLElement {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    while at < bytes.count {
      if bytes[at] != UInt8(ascii: "<") {
        try text()
      } else if starts("<!--") {
        try skip("<!--", to: "-->", called: "a comment")
      } else if starts("<![CDATA[") {
        try data()
      } else if starts("<?") {
        try skip("<?", to: "?>", called: "a processing instruction")
      } else if starts("<!DOCTYPE") {
        try documentType()
      } else if starts("</") {
        try close()
      } else {
        try open()
      }
    }
    if let last = stack.last { throw problem("ends within <\(last.element.name)>") }
    guard let root else { throw problem("has no element") }
    return root
  }

  // MARK: Tags

  private mutating func open() throws(Rejection) {
    if stack.isEmpty, root != nil { throw problem("goes on after its root element") }
    if stack.count >= Self.deepest { throw Rejection(.tooDeep, "is nested more than \(Self.deepest) levels deep") }
    at += 1
    let name = try name()
    while true {
      let before = at
      skipBlanks()
      if starts("/>") {
        at += 2
        stack.append(Open(element: XMLElement(name: name)))
        return finish()
      }
      if starts(">") {
        at += 1
        stack.append(Open(element: XMLElement(name: name)))
        return
      }
      guard at > before else { throw problem("breaks off within <\(name)>, or has a sign there that is out of place") }
      try attribute(of: name)
    }
  }

  private mutating func attribute(of element: String) throws(Rejection) {
    let name = try name()
    skipBlanks()
    guard starts("=") else { throw problem("has the attribute \(name) without a value") }
    at += 1
    skipBlanks()
    guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") else {
      throw problem("has the attribute \(name) without quotes")
    }
    guard let end = bytes[(at + 1)...].firstIndex(of: bytes[at]), !bytes[at..<end].contains(UInt8(ascii: "<")) else {
      throw problem("has the attribute \(name) of <\(element)> without an end")
    }
    at = end + 1
  }

  private mutating func close() throws(Rejection) {
    at += 2
    let name = try name()
    skipBlanks()
    guard starts(">") else { throw problem("breaks off within </\(name)>") }
    guard let last = stack.last, last.element.name == name else {
      throw problem("has </\(name)> where \(stack.last.map { "</\($0.element.name)>" } ?? "nothing") is to be closed")
    }
    at += 1
    finish()
  }

  private mutating func finish() {
    guard var last = stack.popLast() else { return }
    last.element.text = String(decoding: last.text[..<last.solid], as: UTF8.self)
    if stack.isEmpty { root = last.element } else { stack[stack.count - 1].element.children.append(last.element) }
  }

  private mutating func name() throws(Rejection) -> String {
    let start = at
    while at < bytes.count, Self.isName(bytes[at], isFirst: at == start) { at += 1 }
    guard at > start else { throw problem("has a sign where a name is wanted") }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private static func isName(_ byte: UInt8, isFirst: Bool) -> Bool {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: ":"), 0x80...: true
    case 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "."): !isFirst
    default: false
    }
  }

  // MARK: Text

  private mutating func text() throws(Rejection) {
    while at < bytes.count, bytes[at] != UInt8(ascii: "<") {
      let byte = bytes[at]
      if byte == UInt8(ascii: "&") {
        append(try reference(), isSolid: true)
        continue
      }
      let isBlank = Self.isBlank(byte)
      if byte < 0x20, !isBlank { throw problem("holds a control character") }
      if stack.isEmpty, !isBlank { throw problem("has text outside of its root element") }
      // A line's end is one character, however it is written (XML 1.0, 2.11).
      let isPair = byte == 0x0D && at + 1 < bytes.count && bytes[at + 1] == 0x0A
      if !isPair { append([byte == 0x0D ? 0x0A : byte], isSolid: !isBlank) }
      at += 1
    }
  }

  private mutating func data() throws(Rejection) {
    let start = at + 9
    try skip("<![CDATA[", to: "]]>", called: "a CDATA section")
    append(Array(bytes[start..<(at - 3)]), isSolid: true)
  }

  private mutating func append(_ text: [UInt8], isSolid: Bool) {
    guard !stack.isEmpty else { return }
    let last = stack.count - 1
    if !isSolid, stack[last].text.isEmpty { return }
    stack[last].text += text
    if isSolid { stack[last].solid = stack[last].text.count }
  }

  /// Steps over `&…;` and gives what it stands for.
  private mutating func reference() throws(Rejection) -> [UInt8] {
    guard let end = bytes[at...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else {
      throw problem("has a & that begins no reference")
    }
    let name = String(decoding: bytes[(at + 1)..<end], as: UTF8.self)
    at = end + 1
    switch name {
    case "lt": return [0x3C]
    case "gt": return [0x3E]
    case "amp": return [0x26]
    case "quot": return [0x22]
    case "apos": return [0x27]
    default: break
    }
    let number: UInt32? =
      name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst(), radix: 10)
    guard name.hasPrefix("#"), let number, let scalar = Unicode.Scalar(number), Self.isCharacter(scalar) else {
      throw problem("has the reference &\(name);, which is not read")
    }
    return Array(String(scalar).utf8)
  }

  /// Whether XML 1.0 (2.2) has the character.
  static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0xFFFD, 0x1_0000...: true
    default: false
    }
  }

  // MARK: What is passed over

  private mutating func documentType() throws(Rejection) {
    guard stack.isEmpty, root == nil else { throw problem("has a document type in the wrong place") }
    guard let end = bytes[at...].firstIndex(of: UInt8(ascii: ">")) else { throw problem("breaks off") }
    if bytes[at..<end].contains(UInt8(ascii: "[")) { throw problem("declares entities or the like, which is not read") }
    at = end + 1
  }

  private mutating func skip(_ start: StaticString, to end: StaticString, called what: String) throws(Rejection) {
    at += start.utf8CodeUnitCount
    while at < bytes.count {
      if starts(end) {
        at += end.utf8CodeUnitCount
        return
      }
      at += 1
    }
    throw problem("ends within \(what)")
  }

  private mutating func skipBlanks() { while at < bytes.count, Self.isBlank(bytes[at]) { at += 1 } }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  private func starts(_ text: StaticString) -> Bool {
    bytes.count - at >= text.utf8CodeUnitCount
      && (0..<text.utf8CodeUnitCount).allSatisfy { bytes[at + $0] == text.utf8Start[$0] }
  }

  private func problem(_ words: String) -> Rejection {
    let line = bytes[..<min(at, bytes.count)].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
    return Rejection(.notXML, "is no XML that can be read: line \(line) \(words)")
  }
}
