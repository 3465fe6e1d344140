import Foundation
import PostilScreen
import Testing

struct BuiltinThemeTests {
  /// Lines, blocks and what lies over text that has colours of its own.
  static let notText: Set<Role> = [.rule, .popupBorder, .barEmpty]
  /// What is meant to stand back.
  static let dim: Set<Role> = [
    .textDim, .keyDisabled, .questionHelp, .stateOpen, .stateSkipped, .status, .inputHint, .metadataName, .barFull,
    .plot, .title, .tableHead, .chatSystem, .candidateHead, .region,
  ]

  @Test func contrastIsThatOfTheStandard() {
    #expect(abs(ColorPalette.contrast(16, 231) - 21) < 0.01)
  }

  @Test(arguments: Theme.builtinNames)
  func everyThemeNamesEveryRole(name: String) throws {
    let source = try #require(Theme.builtinSource(name))
    for role in Role.allCases { #expect(source.contains("\n\"\(role.name)\" = "), "\(name) lacks \(role.name)") }
    #expect(try !Theme.load(name).summary.isEmpty)
  }

  @Test func theFolderOfThemesHoldsExactlyTheBuiltinOnes() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appendingPathComponent("themes").path
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(Set(files) == Set(Theme.builtinNames.map { $0 + ".toml" }))
    for name in Theme.builtinNames {
      #expect(try String(contentsOfFile: "\(folder)/\(name).toml", encoding: .utf8) == Theme.builtinSource(name))
    }
  }

  @Test(arguments: ["dark", "light", "high-contrast"])
  func textIsLegible(name: String) throws {
    let theme = try Theme.load(name)
    let styles = theme.styles(at: .palette)
    func contrast(_ style: Style) -> Double {
      ColorPalette.contrast(
        Int(style.foreground < 0 ? theme.assumed.foreground : style.foreground),
        Int(style.background < 0 ? theme.assumed.background : style.background))
    }
    let floor = name == "high-contrast" ? 7.0 : 4.5
    for role in Role.allCases where !Self.notText.contains(role) {
      let style = styles[role]
      let ratio = contrast(style)
      #expect(ratio >= (Self.dim.contains(role) && floor < 7 ? 3 : floor), "\(name) \(role.name) \(ratio)")
    }
    // Whatever lies over text keeps it legible, dim text too.
    for role in [Role.cursor, .cursorInactive, .searchHit, .searchCurrent, .selection, .evidence, .textControl] {
      for base in Role.allCases where !Self.notText.contains(base) && styles.overlay(base).background < 0 {
        let style = styles.overlay(role).over(styles[base])
        #expect(contrast(style) >= 3, "\(name) \(role.name) over \(base.name)")
      }
    }
  }

  @Test(arguments: Theme.builtinNames)
  func everythingCanBeReadAtEveryDepth(name: String) throws {
    let theme = try Theme.load(name)
    #expect(ThemeCheck.isPossible(for: theme) == (name != "mono"))
    #expect(ThemeCheck.findings(in: theme).map(\.description) == [])
  }

  @Test(arguments: [ColorDepth.eight, .sixteen])
  func lightPaperHasNoPaleText(depth: ColorDepth) throws {
    let styles = try Theme.load("light").styles(at: depth)
    let pale: Set<Int16> = [2, 3, 6, 7, 10, 11, 14, 15]
    for role in Role.allCases where styles[role].background < 0 {
      #expect(!pale.contains(styles[role].foreground), "\(role.name)")
    }
    for role in [Role.labelChosen, .searchCurrent] {
      let style = styles[role]
      let isInverse = style.attributes.contains(.reverse) && style.background < 0
      let contrast = ColorPalette.contrast(Int(style.foreground), Int(style.background))
      #expect(depth == .eight ? isInverse : contrast >= 4.5, "\(role.name): \(style)")
    }
    #expect(styles[.key].foreground != styles[.messageError].foreground)
  }

  @Test func aCheckTellsWhatIsHardToReadAndWhere() throws {
    func findings(_ source: String) throws -> [String] {
      let theme = try Theme.load("mine") { $0 == "mine" ? (source, "mine.toml") : nil }
      return ThemeCheck.findings(in: theme).map(\.description)
    }
    let pale = try findings("inherits = \"light\"\n[roles]\n\"key\" = 229\n")
    #expect(
      pale.first?.hasPrefix("at 256 colours, \"key\" is hard to read: colour 229 on 255 has a contrast of 1.") == true)
    #expect(pale.allSatisfy { $0.hasPrefix("at 256 colours") }, "with few colours it gives way to one that can be read")
    let under = try findings("inherits = \"light\"\n[roles]\n\"cursor\" = { bg = 244 }\n")
    #expect(under.contains { $0.contains("under \"cursor\"") })
    #expect(try findings("[roles]\n\"key\" = 229\n") == [], "no paper is known")
  }

  @Test(arguments: Theme.builtinNames, ColorDepth.allCases)
  func nothingVanishesWhereColoursAreFew(name: String, depth: ColorDepth) throws {
    let styles = try Theme.load(name).styles(at: depth)
    for role in Role.allCases {
      let style = styles[role]
      #expect(style.foreground < 0 || style.foreground != style.background, "\(name) \(role.name) at \(depth)")
      #expect(Int(style.foreground) < max(1, depth.rawValue) && Int(style.background) < max(1, depth.rawValue))
    }
  }

  /// Roles that stand beside each other and mean different things.
  static let families: [[Role]] = [
    [.text, .textDim, .textStrong, .textControl, .searchHit, .searchCurrent, .selection, .evidence, .suggestion],
    [.label, .labelChosen, .labelCursor, .suggestion], [.title, .titleFocused], [.heading, .tableHead, .titleFocused],
    [.text, .cursor, .cursorInactive],
    [.popup, .popupCursor, .popupTitle], [.messageInfo, .messageWarning, .messageError], [.key, .keyDisabled],
    [.statusSaved, .statusWaiting, .statusFailed], [.editor, .editorBeyond, .selection], [.region, .regionCurrent],
    [.text, .diffAdded, .diffRemoved], [.agree, .disagree], [.candidateHead, .candidateRanked],
    [.barFull, .barEmpty], [.chatUser, .chatAssistant, .chatSystem],
    [.annotator1, .annotator2, .annotator3, .annotator4, .annotator5, .annotator6, .annotator7, .annotator8],
  ]

  @Test(arguments: Theme.builtinNames, ColorDepth.allCases)
  func whatMeansDifferentThingsLooksDifferent(name: String, depth: ColorDepth) throws {
    let styles = try Theme.load(name).styles(at: depth)
    for family in Self.families {
      #expect(Set(family.map { styles[$0] }).count == family.count, "\(family.map(\.name)) in \(name) at \(depth)")
    }
  }

  @Test(arguments: Theme.builtinNames, ColorDepth.allCases)
  func hitsAreSeenInWhateverTextTheyAre(name: String, depth: ColorDepth) throws {
    let styles = try Theme.load(name).styles(at: depth)
    let texts: [Role] = [
      .text, .textDim, .heading, .tableHead, .emphasis, .strong, .code, .link, .quote, .listMarker, .metadataName,
      .metadataValue, .popup,
    ]
    for role in texts {
      let hit = styles.overlay(.searchHit).over(styles[role])
      let current = styles.overlay(.searchCurrent).over(styles[role])
      #expect(Set([styles[role], hit, current]).count == 3, "\(role.name) in \(name) at \(depth)")
      #expect(
        hit.background != styles[role].background || hit.attributes.contains(.reverse), "\(role.name) in \(name)")
    }
  }

  @Test func monoAndNoColourUseNoColour() throws {
    for role in Role.allCases {
      #expect(try Theme.load("mono").look(of: role).foreground == -1)
      #expect(try Theme.load("dark").styles(at: .mono)[role] == Theme.load("mono").styles(at: .palette)[role])
    }
  }

  @Test func aPictureOfTheDarkStyles() throws {
    let styles = try Theme.load("dark").styles(at: .palette)
    var surface = styles.surface(size: Size(columns: 20, rows: 1))
    surface.draw("done\u{1B}", x: 0, y: 0, style: styles[.stateDone])
    let grid = surface.styleGrid(naming: styles.name)
    #expect(grid.rows == ["aaaab..............."])
    #expect(grid.legend == ["a state.done", "b text.control"])
  }
}
