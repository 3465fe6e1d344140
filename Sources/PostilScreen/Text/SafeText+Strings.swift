extension SafeText {
  /// The text as it may be printed or logged: the same signs as on the screen, tabs and ends of lines kept.
  /// - Parameters:
  ///   - ascii: `?` for every column of a character that is not ASCII, for terminals whose locale is not UTF-8.
  ///   - newlines: what stands for the end of a line.
  public static func string(_ text: String, ascii: Bool = false, newlines: String = "\n") -> String {
    string(text.utf8.span, ascii: ascii, newlines: newlines)
  }

  /// The same for bytes that may be no UTF-8.
  public static func string(_ text: [UInt8], ascii: Bool = false, newlines: String = "\n") -> String {
    string(text.span, ascii: ascii, newlines: newlines)
  }

  private static func string(_ text: Span<UInt8>, ascii: Bool, newlines: String) -> String {
    var result = ""
    result.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      let glyph = glyph(at: index, in: text)
      switch glyph.kind {
      case .newline: result += newlines
      case .tab: result += "\t"
      case .blank: for _ in 0..<glyph.columns { result += " " }
      case .text, .control, .pieces:
        forEachPiece(of: glyph, at: index, in: text) { scalar, mark1, mark2, width in
          if ascii && (scalar >= 0x80 || mark1 != 0) {
            for _ in 0..<width { result += scalar < 0x80 ? String(Unicode.Scalar(UInt8(scalar))) : "?" }
          } else {
            for value in [scalar, mark1, mark2] where value != 0 {
              if let scalar = Unicode.Scalar(value) { result.unicodeScalars.append(scalar) }
            }
          }
        }
      }
      index += glyph.length
    }
    return result
  }

  /// Calls `draw` for each cell of a cluster, with its scalar, its marks (0 for none) and its width of 1 or 2 columns.
  @inline(__always)
  static func forEachPiece(
    of glyph: Glyph, at index: Int, in text: Span<UInt8>, _ draw: (UInt32, UInt32, UInt32, Int) -> Void
  ) {
    guard glyph.kind == .pieces else { return draw(glyph.scalar, glyph.mark1, glyph.mark2, glyph.columns) }
    var place = index
    var cell = (scalar: UInt32(0), mark1: UInt32(0), mark2: UInt32(0), width: 1)
    while place < index + glyph.length {
      let (scalar, length) = UTF8Decoder.scalar(at: place, in: text)
      let kind = scalar < 0xA0 ? ScalarClass.narrow : ScalarClass.of(scalar)
      switch kind {
      case .narrow, .wide, .spacingMark, .regionalIndicator:
        if cell.scalar != 0 { draw(cell.scalar, cell.mark1, cell.mark2, cell.width) }
        cell = (kind == .regionalIndicator ? letter(ofIndicator: scalar) : scalar, 0, 0, kind == .wide ? 2 : 1)
      case .mark:
        // A syllable that begins with a mark stands on the same sign as any mark without a base.
        if cell.scalar == 0 { cell.scalar = hidden }
        if cell.mark1 == 0 { cell.mark1 = scalar } else if cell.mark2 == 0 { cell.mark2 = scalar }
      default: break
      }
      place += length
    }
    draw(cell.scalar, cell.mark1, cell.mark2, cell.width)
  }

  /// The next boundary between clusters after byte `index`.
  public static func boundary(after index: Int, in text: Span<UInt8>) -> Int {
    index >= text.count ? text.count : index + glyph(at: index, in: text).length
  }

  /// The last boundary between clusters before byte `index`.
  public static func boundary(before index: Int, in text: Span<UInt8>) -> Int {
    guard index > 0 else { return 0 }
    var start = min(index, text.count) - 1
    // A cluster always begins at an ASCII byte (but for the `\n` of `\r\n`) and at a common Han character.
    while start > 0, text[start] >= 0x80 ? !(0xE5...0xE9).contains(text[start]) : isTail(start, in: text) {
      start -= 1
    }
    var next = boundary(after: start, in: text)
    while next < index {
      start = next
      next = boundary(after: start, in: text)
    }
    return start
  }

  private static func isTail(_ index: Int, in text: Span<UInt8>) -> Bool {
    text[index] == 0x0A && text[index - 1] == 0x0D
  }
}
