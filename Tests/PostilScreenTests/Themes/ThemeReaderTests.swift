import PostilScreen
import PostilTestSupport
import Testing

struct ThemeReaderTests {
  static func load(_ text: String) throws(ThemeError) -> Theme {
    try Theme.load("mine") { $0 == "mine" ? (text, "mine.toml") : nil }
  }

  static func mistake(_ text: String) -> String? {
    do {
      _ = try load(text)
      return nil
    } catch { return error.description }
  }

  @Test func aThemeChangesWhatItInherits() throws {
    let theme = try Self.load(
      """
      inherits = "dark"
      [palette]
      mine = "#ff8700"
      [roles]
      "title" = { fg = "mine", bg = 17, attributes = ["bold", "italic"] }
      'accent' = "bright-green"
      "rule" = "default"
      """)
    #expect(theme.look(of: .title) == Style(foreground: 208, background: 17, attributes: [.bold, .italic]))
    #expect(theme.look(of: .accent) == Style(foreground: 10))
    #expect(theme.look(of: .rule) == .plain)
    #expect(try theme.look(of: .key) == Theme.load("dark").look(of: .key))
    #expect(theme.name == "mine")
  }

  static let mistakes: [(String, String)] = [
    ("[roles]\n\n\"titel\" = 1", "mine.toml:3: there is no role \"titel\"; did you mean \"title\"?"),
    ("[palette]\nred = 1\nx = 300", "mine.toml:3: colours go from 0 to 255, not 300"),
    ("[roles]\ntext = \"gren\"", "mine.toml:2: there is no colour \"gren\"; did you mean \"green\"?"),
    ("[roles]\ntext = \"#12345\"", "mine.toml:2: there is no colour \"#12345\"."),
    ("[roles]\ntext = true", "mine.toml:2: \"text\" needs a colour: a name, a number from 0 to 255, or \"#rrggbb\""),
    ("[roles]\ntext = { fgg = 1 }", "mine.toml:2: a role has fg, bg and attributes, no \"fgg\"; did you mean \"fg\"?"),
    (
      "[roles]\nkey = 2\ntext = { fg = 4, bg = \"blue\" }",
      "mine.toml:3: text and background of \"text\" are the same colour: nobody could read it"
    ),
    ("inherit = \"dark\"", "mine.toml:1: a theme has no \"inherit\"; did you mean \"inherits\"?"),
    ("\ninherits = \"drak\"", "mine.toml:2: there is no theme \"drak\"; did you mean \"dark\"?"),
    ("inherits = \"mine\"", "mine.toml:1: themes inherit in a circle: mine > mine"),
    ("roles = 3", "mine.toml:1: [roles] must be a table"),
    (
      "[roles]\ntext = { attributes = \"bold\" }",
      "mine.toml:2: attributes are a list, such as [\"bold\", \"underline\"]"
    ),
  ]

  @Test(arguments: mistakes)
  func aMistakeIsToldWithItsLine(text: String, expected: String) {
    #expect(Self.mistake(text) == expected)
  }

  @Test func whatIsNoTOMLIsToldWithItsLine() {
    #expect(Self.mistake("[roles]\ntext = = 1")?.hasPrefix("mine.toml:2: not TOML: ") == true)
    #expect(Self.mistake("[roles]\ntext = { attributes = [\"blod\"] }")?.contains("did you mean \"bold\"?") == true)
  }

  @Test func whatWouldEndTheParserIsRefused() {
    #expect(Self.mistake("[palette]\n[ ]\n") == "mine.toml:2: brackets without a name; write [palette] or [roles]")
    #expect(Self.mistake("\u{FEFF}[[[roles]")?.contains("brackets without a name") == true)
    #expect(Self.mistake("[\u{301}x]")?.contains("brackets without a name") == true)
    #expect(Self.mistake("[roles]\nkey = { attributes = [ } }")?.hasPrefix("mine.toml:2: not TOML: }") == true)
    #expect(Self.mistake("summary = \"\"\"\n] }\n\"\"\" # [\n[roles]\ntext = { attributes = [\n] }") == nil)
    #expect(Self.mistake("[[") == "mine.toml:1: brackets without a name; write [palette] or [roles]")
    #expect(Self.mistake("[.a]")?.hasPrefix("mine.toml:1: brackets") == true)
    #expect(Self.mistake("[roles]\r\n\0titel = 1") == "mine.toml:2: a control character; delete it")
  }

  @Test func anyTextIsReadOrRefused() {
    var random = SeededGenerator(seed: 23)
    let pieces = [
      "[", "]", "[[", "]]", "{", "}", "=", "\"", "'", ".", ",", "\n", " ", "roles", "palette", "text", "fg", "1",
      "\r\n", "#",
      "\u{0}", "é", "[roles]\n", "text = {", "attributes = [", "\"\"\"", "-", "inherits = \"dark\"\n", "1e9", "0x",
      "\\u",
    ]
    for _ in 0..<3000 {
      let text = (0..<Int.random(in: 1...14, using: &random)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }.joined()
      if let mistake = Self.mistake(text) { #expect(mistake.hasPrefix("mine")) }
    }
  }

  @Test func namesOfRolesAreOneToOne() {
    #expect(Set(Role.allCases.map(\.name)).count == Role.allCases.count)
    #expect(Role.stateSentback.name == "state.sentback" && Role.annotator3.name == "annotator.3")
    for role in Role.allCases { #expect(Role(name: role.name) == role) }
    #expect(Role.annotator(9) == .annotator2 && Role.annotator(-1) == .annotator8)
  }

  @Test func coloursAreReducedByHue() {
    #expect(ColorPalette.reduced(174, to: .sixteen) == 9, "a pale rose is red, not grey")
    #expect(ColorPalette.reduced(108, to: .eight) == 2)
    #expect(ColorPalette.reduced(22, to: .sixteen) == 2)
    #expect(ColorPalette.reduced(234, to: .sixteen) == 0)
    #expect(ColorPalette.reduced(255, to: .sixteen) == 15)
    #expect(ColorPalette.nearest(to: .init(red: 95, green: 135, blue: 0)) == 64)
    #expect(ColorPalette.nearest(to: .init(red: 40, green: 40, blue: 40)) == 235)
    #expect(ColorDepth(colors: 88) == .sixteen && ColorDepth(colors: -1) == .mono)
  }
}
