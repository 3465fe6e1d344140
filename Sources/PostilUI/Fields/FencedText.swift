import PostilScreen

/// A text in parts: running text, and code between lines of three or more backticks or tildes.
///
/// The lines of the fences belong to the code. A fence is closed by one of the same sign that is at least as long, and at the
/// latest by the end of the text.
/// https://spec.commonmark.org/0.31.2/#fenced-code-blocks
enum FencedText {
  /// A part of a text.
  struct Part: Sendable, Hashable {
    /// Its bytes, without the end of its last line.
    var bytes: Range<Int>
    var isCode: Bool
  }

  private struct Fence {
    var sign: UInt8
    var length: Int
    /// Whether nothing but blanks stands behind it, so that it can close another.
    var isBare: Bool
  }

  /// The parts of a text, in order; one part for a text without code.
  static func parts(of text: String) -> [Part] {
    let bytes = text.utf8.span
    var parts: [Part] = []
    var open: Fence?
    var begin = 0
    var line = 0
    func close(at end: Int, isCode: Bool) {
      // The end of the line before the fence parts the two, and is in neither.
      let end = end > begin && bytes[end - 1] == 0x0D ? end - 1 : end
      parts.append(Part(bytes: begin..<end, isCode: isCode))
    }
    while line < bytes.count {
      var end = line
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      if let fence = fence(in: bytes, line..<end) {
        if let opened = open {
          if fence.sign == opened.sign, fence.length >= opened.length, fence.isBare {
            close(at: end, isCode: true)
            open = nil
            begin = min(end + 1, bytes.count)
          }
        } else {
          if line > begin { close(at: line - 1, isCode: false) }
          open = fence
          begin = line
        }
      }
      line = end + 1
    }
    if open != nil || begin < bytes.count || parts.isEmpty {
      parts.append(Part(bytes: begin..<bytes.count, isCode: open != nil))
    }
    return parts
  }

  private static func fence(in text: Span<UInt8>, _ line: Range<Int>) -> Fence? {
    var index = line.lowerBound
    while index < line.upperBound, index < line.lowerBound + 3, text[index] == 0x20 { index += 1 }
    guard index < line.upperBound, text[index] == 0x60 || text[index] == 0x7E else { return nil }
    let sign = text[index]
    let start = index
    while index < line.upperBound, text[index] == sign { index += 1 }
    guard index - start >= 3 else { return nil }
    let rest = index..<line.upperBound
    // Backticks behind backticks are code within a line.
    if sign == 0x60, rest.contains(where: { text[$0] == 0x60 }) { return nil }
    let isBare = rest.allSatisfy { text[$0] == 0x20 || text[$0] == 0x09 || text[$0] == 0x0D }
    return Fence(sign: sign, length: index - start, isBare: isBare)
  }

  /// The text in blocks below one another from a row on, code with its shape kept.
  ///
  /// - Parameter text: which text of the field it is, for search.
  static func blocks(_ text: String, top: Int, indent: Int, width: Int, text number: Int) -> [TextBlock] {
    var blocks: [TextBlock] = []
    var top = top
    for part in parts(of: text) {
      let start = text.utf8.index(text.utf8.startIndex, offsetBy: part.bytes.lowerBound)
      let end = text.utf8.index(start, offsetBy: part.bytes.count)
      let layout = TextLayout(String(text[start..<end]), width: width, keepsWords: !part.isCode)
      var block = TextBlock(
        top: top, indent: indent, layout: layout, role: part.isCode ? .code : .text, text: number)
      block.start = part.bytes.lowerBound
      block.isCode = part.isCode
      blocks.append(block)
      top = block.bottom
    }
    return blocks
  }
}
