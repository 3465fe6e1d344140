extension [UInt8] {
  /// Appends fixed ASCII text.
  mutating func append(literal: StaticString) {
    append(contentsOf: UnsafeRawBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  /// Appends a cell of a table (RFC 4180, section 2): in quotes where it has the delimiter, a quote or a line's end in it.
  mutating func append(cell text: UnsafeRawBufferPointer, delimiter: UInt8) {
    let isPlain = !text.contains { $0 == delimiter || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    if isPlain { return append(contentsOf: text) }
    append(0x22)
    for byte in text {
      if byte == 0x22 { append(0x22) }
      append(byte)
    }
    append(0x22)
  }

  /// Appends a cell of a table.
  mutating func append(cell text: String, delimiter: UInt8) {
    var text = text
    text.withUTF8 { append(cell: UnsafeRawBufferPointer($0), delimiter: delimiter) }
  }

  /// Appends a whole number.
  mutating func append(decimal number: Int) {
    if number >= 0, number < 10 {
      append(UInt8(ascii: "0") + UInt8(number))
    } else {
      append(contentsOf: String(number).utf8)
    }
  }
}
