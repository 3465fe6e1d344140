/// Takes an input apart into the elements of a JSON array, or into JSON values one after the other. It looks at brackets
/// and strings only; whether an element is JSON is for a parser to say. An element longer than a limit is passed over
/// without being held.
struct JSONElementScanner {
  /// What an input is made of.
  enum Part {
    /// So many bytes of blanks, brackets and commas between elements.
    case between(Int)
    /// One element.
    case element(RawRecord)
    /// Bytes that are no element, and why.
    case stray(RawRecord, String)
  }

  private let input: ByteInput
  private let limit: Int
  /// The elements so far.
  private(set) var place = 0
  private var isArray = false
  private var isClosed = false
  /// Whether the input has ended within an element, which has been told.
  private var hasBrokenOff = false

  init(_ input: ByteInput, limit: Int) {
    self.input = input
    self.limit = limit
  }

  /// Calls `body` with every part, in order. The part is consumed afterwards.
  mutating func forEach(_ body: (Part) throws -> Void) throws {
    while try !input.window.isEmpty || input.more() {
      let blanks = input.window.prefix { $0 == 0x20 || (0x09...0x0D).contains($0) || ($0 == 0x2C && !isClosed) }.count
      if blanks > 0 {
        try pass(blanks, body)
      } else if !isArray, place == 0, input.window[0] == UInt8(ascii: "[") {
        isArray = true
        try pass(1, body)
      } else if isArray, !isClosed, input.window[0] == UInt8(ascii: "]") {
        isClosed = true
        try pass(1, body)
      } else {
        try element(body)
      }
    }
    // Cut between two elements, an input looks whole. One that was packed tells its damage itself.
    guard isArray, !isClosed, !hasBrokenOff, input.damage == nil else { return }
    place += 1
    let nothing = RawRecord(bytes: UnsafeRawBufferPointer(start: nil, count: 0), span: 0, line: place)
    try body(.stray(nothing, "is missing: the input ends before the array is closed"))
  }

  private func pass(_ count: Int, _ body: (Part) throws -> Void) throws {
    try body(.between(count))
    input.consume(count)
  }

  private mutating func element(_ body: (Part) throws -> Void) throws {
    var scan = Scan(endsAtComma: !isClosed)
    var dropped = 0
    var kept: [UInt8] = []
    place += 1
    var end = scan.end(in: input.window)
    while end == nil {
      if input.window.count > limit {
        if dropped == 0 { kept.append(contentsOf: input.window.prefix(RawRecord.keptBytes)) }
        dropped += input.window.count
        input.consume(input.window.count)
        scan.at = 0
      }
      guard try input.more() else { break }
      end = scan.end(in: input.window)
    }
    let isBroken = end == nil && !scan.mayEndHere
    hasBrokenOff = isBroken
    let length = end ?? input.window.count
    if dropped > 0 || length > limit {
      if dropped == 0 { kept.append(contentsOf: input.window.prefix(min(length, RawRecord.keptBytes))) }
      let whole = dropped + length
      try kept.withUnsafeBytes { bytes in
        try body(.element(RawRecord(beginning: bytes, length: whole, span: whole, line: place)))
      }
    } else {
      let bytes = UnsafeRawBufferPointer(rebasing: input.window[..<length])
      let raw = RawRecord(bytes: bytes, span: length, line: place)
      if isClosed {
        try body(.stray(raw, "stands after the end of the array"))
      } else if isBroken {
        try body(.stray(raw, "breaks off: the input ends within it"))
      } else {
        try body(.element(raw))
      }
    }
    input.consume(length)
  }

  /// Looks for the end of one element, through as many windows as it takes.
  struct Scan {
    var at = 0
    private var depth = 0
    private var isString = false
    private var isEscaped = false
    private let endsAtComma: Bool

    init(endsAtComma: Bool) { self.endsAtComma = endsAtComma }

    /// True when the end of the input may end the element: a bare number or word.
    var mayEndHere: Bool { depth == 0 && !isString }

    mutating func end(in window: UnsafeRawBufferPointer) -> Int? {
      while at < window.count {
        let byte = window[at]
        if isString {
          scanString(byte)
          if !isString, depth == 0 { return at + 1 }
        } else {
          switch byte {
          case UInt8(ascii: "\""):
            isString = true
          case UInt8(ascii: "{"), UInt8(ascii: "["):
            depth += 1
          case UInt8(ascii: "}"), UInt8(ascii: "]"):
            // A bracket without its other half: the end of the array, or (at the element's start) a stray byte.
            if depth == 0 { return max(at, 1) }
            depth -= 1
            if depth == 0 { return at + 1 }
          case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ","):
            if depth == 0, byte != 0x2C || endsAtComma { return max(at, 1) }
          default: break
          }
        }
        at += 1
      }
      return nil
    }

    private mutating func scanString(_ byte: UInt8) {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isString = false
      }
    }
  }
}
