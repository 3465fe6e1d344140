import PostilScreen
import Testing

struct TextWidthTests {
  static let table: [(String, Int)] = [
    ("", 0), ("plain ASCII", 11), ("漢字", 4), ("ｆｕｌｌ", 8), ("ﾊﾝｶｸ", 4), ("한국어", 6), ("e\u{301}", 1), ("é", 1),
    ("a\u{300}\u{301}\u{302}\u{303}", 1), ("👩‍👩‍👧‍👦", 2), ("👩🏽‍💻", 2), ("👍🏿", 2), ("🇩🇪", 2), ("🇩🇪🇫🇷", 4), ("🇩", 1),
    ("❤\u{FE0F}", 1), ("❤", 1), ("1\u{FE0F}\u{20E3}", 1), ("☔", 2), ("שלום", 4), ("مرحبا", 5), ("\u{200B}", 1),
    ("a\u{200D}b", 3), ("\u{FEFF}a", 2), ("\u{1B}[31m", 5), ("\u{9B}31m", 4), ("\u{1B}]52;c;aGk=\u{7}", 12),
    ("\u{202E}abc\u{202C}", 5), ("·…✓⤼⚑↩★", 7), ("①½", 2), ("नमस्ते", 4), ("\u{3000}", 2), ("\u{A0}", 1), ("\u{E000}", 1),
    ("각", 2), ("\u{1100}\u{1161}\u{11A8}", 2), ("\u{301}", 1), ("🩷", 2), ("\u{1F3FB}", 2),
  ]

  @Test(arguments: table)
  func columns(text: String, expected: Int) {
    #expect(TextWidth.columns(of: text) == expected)
  }

  @Test func tabsReachTheNextStop() {
    #expect(TextWidth.columns(of: "\t") == 4)
    #expect(TextWidth.columns(of: "ab\tc") == 5)
    #expect(TextWidth.columns(of: "漢字\t") == 8)
    #expect(TextWidth.columns(of: "\t", from: 3) == 1)
    #expect(TextWidth.columns(of: "a\t", tab: 8) == 8)
  }

  @Test func scalars() {
    #expect(TextWidth.columns(of: Unicode.Scalar("a")) == 1)
    #expect(TextWidth.columns(of: Unicode.Scalar("漢")) == 2)
    #expect(TextWidth.columns(of: Unicode.Scalar("\u{301}")) == 0)
    #expect(TextWidth.columns(of: Unicode.Scalar("\u{FE0F}")) == 0)
    #expect(TextWidth.columns(of: Character("👩‍👩‍👧‍👦")) == 2)
  }

  @Test func truncationNeverCutsACluster() {
    #expect(TextWidth.truncate("abcdef", to: 6) == "abcdef")
    #expect(TextWidth.truncate("abcdef", to: 5) == "abcd…")
    #expect(TextWidth.truncate("漢字漢字", to: 6) == "漢字…")
    #expect(TextWidth.truncate("漢字漢字", to: 7) == "漢字漢…")
    #expect(TextWidth.truncate("ae\u{301}e\u{301}", to: 2) == "a…")
    #expect(TextWidth.truncate("🇩🇪🇫🇷", to: 3) == "🇩🇪…")
    #expect(TextWidth.truncate("abc", to: 1) == "…")
    #expect(TextWidth.truncate("abc", to: 0) == "")
    #expect(TextWidth.truncate("abcdef", to: 5, ellipsis: "...") == "ab...")
  }

  @Test func padding() {
    #expect(TextWidth.pad("漢", to: 4) == "漢  ")
    #expect(TextWidth.pad("7", to: 3, right: true) == "  7")
    #expect(TextWidth.pad("漢字漢", to: 4) == "漢… ")
  }
}
