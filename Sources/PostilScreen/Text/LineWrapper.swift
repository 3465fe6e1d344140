/// Finds the lines of a text, greedily. See `TextLayout` for the rules.
struct LineWrapper {
  private let width: Int
  private let tab: Int
  private let keepsWords: Bool
  private var lines: [TextLayout.Line] = []

  init(width: Int, tab: Int, keepsWords: Bool = true) {
    self.width = width
    self.tab = tab
    self.keepsWords = keepsWords
  }

  mutating func lines(of text: Span<UInt8>) -> [TextLayout.Line] {
    lines.removeAll(keepingCapacity: true)
    lines.reserveCapacity(text.count / width + 1)
    var start = 0
    var open = true
    while start < text.count {
      let next = asciiLine(from: start, in: text) ?? hanLine(from: start, in: text) ?? anyLine(from: start, in: text)
      open = next.hard
      start = next.start
    }
    if open { emit(text.count, text.count) }
    return lines
  }

  /// Where the next line starts, and whether an end of line stands before it.
  private typealias Next = (start: Int, hard: Bool)

  private mutating func emit(_ start: Int, _ end: Int) {
    lines.append(TextLayout.Line(start: UInt32(start), end: UInt32(end)))
  }

  /// The fast path: a line of printable ASCII. Nil when something else takes part.
  private mutating func asciiLine(from start: Int, in text: Span<UInt8>) -> Next? {
    let limit = min(start + width, text.count)
    var index = start
    while index < limit, text[index] &- 0x20 < 0x5F { index += 1 }
    if index == text.count {
      emit(start, index)
      return (index, false)
    }
    let byte = text[index]
    if byte == 0x0A {
      emit(start, index)
      return (index + 1, true)
    }
    if byte == 0x0D, index + 1 < text.count, text[index + 1] == 0x0A {
      emit(start, index)
      return (index + 2, true)
    }
    guard index == limit, byte &- 0x20 < 0x5F else { return nil }
    guard keepsWords else {
      if index + 1 < text.count, text[index + 1] >= 0x80 { return nil }
      emit(start, index)
      return (index, false)
    }
    if byte == 0x20 {
      if index + 1 < text.count, text[index + 1] >= 0x80 { return nil }
      emit(start, index)
      return afterBlanks(index, in: text)
    }
    if index + 1 < text.count, text[index + 1] >= 0x80 { return nil }
    var blank = index - 1
    while blank >= start, text[blank] != 0x20 { blank -= 1 }
    let end = blank < start ? index : blank + 1
    emit(start, end)
    return (end, false)
  }

  /// The fast path of Chinese: a full line of Han characters with another one behind it. Nil when something else takes
  /// part. A long paragraph without punctuation is wrapped to its end at each letter, as all its lines change.
  private mutating func hanLine(from start: Int, in text: Span<UInt8>) -> Next? {
    let end = start + width / 2 * 3
    guard end > start, end + 2 < text.count, Self.isHan(at: end, in: text) else { return nil }
    // Nor may a mark belong to the one behind.
    guard end + 3 == text.count || text[end + 3] < 0x80 || (0xE4...0xE9).contains(text[end + 3]) else { return nil }
    var index = start
    while index < end {
      guard Self.isHan(at: index, in: text) else { return nil }
      index += 3
    }
    emit(start, end)
    return (end, false)
  }

  /// Three bytes of a character from U+4E00 to U+9FFF. No mark follows it where another such character does.
  @inline(__always)
  private static func isHan(at index: Int, in text: Span<UInt8>) -> Bool {
    let lead = text[index]
    let second = text[index + 1]
    let isLead = lead &- 0xE5 < 5 || lead == 0xE4 && second >= 0xB8
    return isLead && second & 0xC0 == 0x80 && text[index + 2] & 0xC0 == 0x80
  }

  /// Swallows the blanks from `index` on, and the end of line behind them.
  private func afterBlanks(_ index: Int, in text: Span<UInt8>) -> Next {
    var next = index
    while next < text.count {
      let glyph = SafeText.glyph(at: next, in: text, tab: tab)
      guard glyph.kind == .blank || glyph.kind == .tab || glyph.kind == .newline else { break }
      next += glyph.length
      if glyph.kind == .newline { return (next, true) }
    }
    return (next, false)
  }

  /// The general path, cluster by cluster.
  private mutating func anyLine(from start: Int, in text: Span<UInt8>) -> Next {
    var index = start
    var column = 0
    var candidate = start
    var previous: Glyph?
    while index < text.count {
      let glyph = SafeText.glyph(at: index, in: text, column: column, tab: tab)
      if glyph.kind == .newline {
        emit(start, index)
        return (index + glyph.length, true)
      }
      let isBlank = glyph.kind == .blank || glyph.kind == .tab
      if let previous, !isBlank, LineBreak.isAllowed(between: previous, and: glyph) { candidate = index }
      if column + glyph.columns > width {
        if !keepsWords { candidate = index }
        if isBlank, keepsWords {
          emit(start, index)
          return afterBlanks(index, in: text)
        }
        // A cluster wider than the whole width stands alone; drawing cuts it.
        let end = candidate > start ? candidate : index > start ? index : index + glyph.length
        emit(start, end)
        return (end, false)
      }
      column += glyph.columns
      index += glyph.length
      previous = glyph
    }
    emit(start, index)
    return (index, false)
  }
}
