import PostilScreen
import PostilTestSupport
import Testing

struct TextLayoutTests {
  static func lines(_ text: String, _ width: Int) -> [String] {
    let layout = TextLayout(text, width: width)
    let bytes = Array(text.utf8)
    return (0..<layout.count).map { String(decoding: bytes[layout.range(ofLine: $0)], as: UTF8.self) }
  }

  @Test func wordsWrapBehindBlanks() {
    #expect(Self.lines("the room was spotless", 10) == ["the room ", "was ", "spotless"])
    #expect(Self.lines("the room", 8) == ["the room"])
    #expect(Self.lines("the room   was", 8) == ["the room", "was"])
    #expect(Self.lines("", 8) == [""])
    #expect(Self.lines("a\n", 8) == ["a", ""])
    #expect(Self.lines("a\r\n\r\nb", 8) == ["a", "", "b"])
    #expect(Self.lines("abcdefghijkl", 5) == ["abcde", "fghij", "kl"])
    #expect(Self.lines("12345678  \nx", 8) == ["12345678", "x"])
    #expect(Self.lines("über alles", 6) == ["über ", "alles"])
  }

  @Test func eastAsianTextBreaksAnywhereButAtPunctuation() {
    #expect(Self.lines("前台很热情", 4) == ["前台", "很热", "情"])
    #expect(Self.lines("前台很热，但早", 8) == ["前台很", "热，但早"], "no line begins with a comma")
    #expect(Self.lines("他说（好）吧", 6) == ["他说", "（好）", "吧"], "no line ends with an opening bracket")
    #expect(Self.lines("the 酒店hotel", 6) == ["the 酒", "店", "hotel"])
  }

  @Test func clustersStayWhole() {
    #expect(Self.lines("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 3) == ["👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦"])
    #expect(Self.lines("🇩🇪🇫🇷", 3) == ["🇩🇪", "🇫🇷"])
    #expect(Self.lines("abce\u{301}f", 4) == ["abce\u{301}", "f"])
  }

  @Test func positionsOfCells() {
    let layout = TextLayout("ab\t漢字 cd\nef", width: 8)
    #expect(layout.count == 3)
    #expect(layout.position(of: 0) == .init(line: 0, column: 0))
    #expect(layout.position(of: 3) == .init(line: 0, column: 4))
    #expect(layout.position(of: 4) == .init(line: 0, column: 4), "within 漢")
    #expect(layout.byte(at: .init(line: 0, column: 5)) == 3, "the right half of 漢")
    #expect(layout.position(of: 10) == .init(line: 1, column: 0), "the blank was swallowed")
    #expect(layout.position(of: 12) == .init(line: 1, column: 2), "the end of line stands behind its line")
    #expect(layout.byte(at: .init(line: 1, column: 99)) == 12)
    #expect(layout.byte(at: .init(line: 9, column: 1)) == 14)
    #expect(layout.columns(ofLine: 0) == 8)
  }

  static let pieces = [
    "a", "word", "Longerwordthanmostofthem", " ", " ", "  ", "\n", "\r\n", "\r", "\t", "漢", "字，", "（", "e\u{301}", "👩‍👧",
    "🇩🇪",
    "\u{1B}", "\u{202E}", "\u{200B}", "ش", "。", "\u{3000}", "नि",
  ]

  @Test func everyByteBelongsToOneLineOrABreak() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<600 {
      let length = Int.random(in: 0...40, using: &random)
      let text = (0..<length).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
      let width = Int.random(in: 2...24, using: &random)
      check(TextLayout(text, width: width), width: width)
    }
  }

  private func check(_ layout: TextLayout, width: Int) {
    let bytes = Array(layout.text.utf8)
    var expected = 0
    for line in 0..<layout.count {
      let full = layout.fullRange(ofLine: line)
      let range = layout.range(ofLine: line)
      #expect(full.lowerBound == expected && range.lowerBound == full.lowerBound && range.upperBound <= full.upperBound)
      expected = full.upperBound
      let swallowed = String(decoding: bytes[range.upperBound..<full.upperBound], as: UTF8.self)
      #expect(swallowed.unicodeScalars.allSatisfy { " \t\r\n\u{3000}".unicodeScalars.contains($0) }, "\(swallowed)")
      let shown = bytes[range].span
      #expect(TextWidth.columns(of: shown) == layout.columns(ofLine: line))
      #expect(layout.columns(ofLine: line) <= width || SafeText.boundary(after: 0, in: shown) == shown.count)
      var index = range.lowerBound
      while index < range.upperBound {
        let position = layout.position(of: index)
        #expect(position.line == line && layout.byte(at: position) == index)
        index = SafeText.boundary(after: index, in: bytes.span)
      }
    }
    #expect(expected == bytes.count)
  }

  @Test func fastAndGeneralPathAgree() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<300 {
      let words = (0..<20).map { _ in
        String(repeating: "x", count: .random(in: 0...12, using: &random))
      }
      let text = words.joined(separator: " ")
      let width = Int.random(in: 2...20, using: &random)
      // A Cyrillic letter takes one column as well, but never the fast path.
      let slow = TextLayout(text.replacing("x", with: "ж"), width: width)
      let fast = TextLayout(text, width: width)
      #expect((0..<fast.count).map { fast.columns(ofLine: $0) } == (0..<slow.count).map { slow.columns(ofLine: $0) })
    }
  }

  @Test func withoutWordsLinesBreakWhereTheWidthEnds() {
    var random = SeededGenerator(seed: 14)
    let pieces = ["x", "xx", " ", "   ", "\n", "(", "ж"]
    for _ in 0..<300 {
      let text = (0..<60).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      let width = Int.random(in: 2...20, using: &random)
      let layout = TextLayout(text, width: width, keepsWords: false)
      let bytes = Array(text.utf8)
      let lines = (0..<layout.count).map { String(decoding: bytes[layout.range(ofLine: $0)], as: UTF8.self) }
      let expected = text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
        line.isEmpty
          ? [""] : stride(from: 0, to: line.count, by: width).map { String(line.dropFirst($0).prefix(width)) }
      }
      #expect(lines == expected, "\(width): \(text)")
      for line in lines.indices where line + 1 < lines.count {
        let end = layout.range(ofLine: line).upperBound
        #expect(layout.isBroken(line: line) == (bytes[end] != 0x0A))
      }
    }
  }

  @Test func hanIsWrappedAsHiraganaIs() {
    var random = SeededGenerator(seed: 12)
    let others = ["，", "。", "（", "」", "a", " ", "\n", "\u{301}", "\u{FE0F}", "ー", "x y", "ー", "\u{93E}", "🙂", "㐀"]
    for _ in 0..<400 {
      let rarely = Int.random(in: 2...60, using: &random)
      let text = (0..<200).map { _ in
        Int.random(in: 0..<rarely, using: &random) == 0 ? others.randomElement(using: &random) ?? "" : "一"
      }.joined()
      let width = Int.random(in: 2...24, using: &random)
      // Hiragana is as wide and has as many bytes, but never the fast path.
      let slow = TextLayout(text.replacing("一", with: "あ"), width: width)
      let fast = TextLayout(text, width: width)
      #expect((0..<fast.count).map(fast.range) == (0..<slow.count).map(slow.range), "\(width): \(text)")
    }
  }
}
