import PostilConfiguration
import PostilScreen
import Testing

struct ThemeReaderTests {
  static func load(_ text: String) throws(ConfigurationError) -> Theme {
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

  static let colors = "A colour is 0 to 255, \"#rrggbb\", default, one of the sixteen names, or one of [palette]."
  static let mistakes: [(String, String)] = [
    (
      "[roles]\n\n\"titel\" = 1",
      "mine.toml:3: unknown role \"titel\", did you mean \"title\"? The theme dark names all roles."
    ),
    (
      "[palette]\nred = 1\nx = 300",
      "mine.toml:3: \"x\" of [palette] wants a colour: 0 to 255, \"#rrggbb\" or a name, has the number 300"
    ),
    ("[roles]\ntext = \"gren\"", "mine.toml:2: unknown colour \"gren\", did you mean \"green\"? " + colors),
    ("[roles]\ntext = \"#12345\"", "mine.toml:2: unknown colour \"#12345\". " + colors),
    (
      "[roles]\ntext = true",
      "mine.toml:2: \"text\" of [roles] wants a colour: 0 to 255, \"#rrggbb\" or a name, has true"
    ),
    (
      "[roles]\ntext = { fgg = 1 }",
      "mine.toml:2: unknown key \"fgg\" in role \"text\", did you mean \"fg\"? Known keys: fg, bg, attributes"
    ),
    (
      "[roles]\nkey = 2\ntext = { fg = 4, bg = \"blue\" }",
      "mine.toml:3: text and background of role \"text\" are the same colour. Nobody could read it."
    ),
    (
      "inherit = \"dark\"",
      "mine.toml:1: unknown key \"inherit\", did you mean \"inherits\"? "
        + "Known keys: summary, inherits, palette, assumes, roles"
    ),
    ("\ninherits = \"drak\"", "mine.toml:2: unknown theme \"drak\", did you mean \"dark\"?"),
    ("inherits = \"mine\"", "mine.toml:1: themes inherit in a circle: mine > mine"),
    ("roles = 3", "mine.toml:1: \"roles\" wants a table, has the number 3"),
    (
      "[roles]\ntext = { attributes = \"bold\" }",
      "mine.toml:2: \"attributes\" of role \"text\" wants a list in [ ], has the text \"bold\""
    ),
    (
      "[roles]\ntext = { attributes = [\"blod\"] }",
      "mine.toml:2: unknown attribute \"blod\", did you mean \"bold\"? Known attributes: "
        + "bold, dim, italic, underline, reverse, strikethrough"
    ),
    (
      "[roles]\ntext = = 1",
      "mine.toml:2:8: a value that is no text, number, list or table. Texts want quotation marks; true and false none."
    ),
  ]

  @Test(arguments: mistakes)
  func aMistakeIsToldWithItsLine(text: String, expected: String) {
    #expect(Self.mistake(text) == expected)
  }

  @Test func allMistakesOfAFileAreTold() {
    let told = Self.mistake("[palette]\nx = 999\n[roles]\nnope = 1")?.split(separator: "\n") ?? []
    #expect(told.count == 2 && told[0].hasPrefix("mine.toml:2: ") && told[1].hasPrefix("mine.toml:4: "))
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
