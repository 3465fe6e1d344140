import PostilScreen
import Testing

struct KeyStrokeTests {
  static let table: [(String, [Key])] = [
    ("j", [.character("j")]), ("C-x e", [.control("x"), .character("e")]), ("g g", [.character("g"), .character("g")]),
    ("M-f", [.alt("f")]), ("Enter", [.named(.enter)]), ("Space", [.named(.space)]), ("F1", [.function(1)]),
    ("PgUp", [.named(.pageUp)]), ("Down", [.named(.down)]), ("S-Left", [.named(.shiftLeft)]), ("G", [.character("G")]),
    ("C-Space", [.control(" ")]), ("<", [.character("<")]), ("漢", [.character("漢")]), ("C-_", [.control("_")]),
  ]

  @Test(arguments: table)
  func thereAndBack(text: String, keys: [Key]) {
    #expect(KeyStroke.sequence(text) == keys)
    #expect(KeyStroke.text(keys) == text)
  }

  @Test func everyNamedKeyHasAName() {
    for name in Key.Name.allCases {
      let text = KeyStroke.text(.named(name))
      #expect(text.flatMap { KeyStroke.key($0) } == .named(name), "\(name)")
    }
  }

  @Test func otherSpellings() {
    #expect(KeyStroke.key("<Down>") == .named(.down))
    #expect(KeyStroke.key("<C-x>") == .control("x"))
    #expect(KeyStroke.key("C-X") == .control("x"))
    #expect(KeyStroke.key("pgdn") == .named(.pageDown) && KeyStroke.key("PageDown") == .named(.pageDown))
    #expect(KeyStroke.key("C-m") == .named(.enter) && KeyStroke.key("C-[") == .named(.escape))
  }

  @Test func whatNamesNoKey() {
    for text in ["", "  ", "jj", "C-", "C-é", "F0", "F99", "\u{1B}", "\u{200B}", "M-\u{7}"] {
      #expect(KeyStroke.sequence(text) == nil, "\(text.debugDescription)")
    }
    #expect(KeyStroke.nearestName(to: "Entr") == "Enter")
    #expect(KeyStroke.nearestName(to: "xyzzy") == nil)
    #expect(KeyStroke.text(.paste("x")) == nil)
  }
}
