import PostilTestSupport

extension SeededGenerator {
  /// Text with everything in it that has ever broken a reader.
  mutating func hostileText() -> String {
    let pieces = [
      "a", "é", "漢字", "👩‍👩‍👧", "e\u{301}", "\"", "\\", "\n", "\r\n", "\t", ",", ";", "|", "=1+1", "\u{0}", "\u{1b}[2J",
      "\u{7f}",
      "\u{85}", "\u{9b}31m", "\u{202e}", "\u{2028}", "\u{feff}", "\u{fffd}", "\\u0000", "</script>", "{\"a\":1}", " ",
      "\u{a0}",
      "\u{10ffff}", "\"\"", "'", "null", "\u{c2}",
    ]
    return (0..<Int.random(in: 0...12, using: &self)).map { _ in pieces.randomElement(using: &self) ?? "" }.joined()
  }
}
