/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers for the same seed, everywhere.
struct Dice: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

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
