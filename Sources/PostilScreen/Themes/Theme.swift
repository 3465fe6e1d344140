/// The looks of all roles, in 256 colours. `styles(at:)` gives those for a terminal.
public struct Theme: Sendable, Hashable {
  /// The name: that of its file, without `.toml`.
  public let name: String
  /// One sentence for a list of themes.
  public let summary: String
  /// The terminal's own colours as the theme expects them, where it names none: what legibility is checked against.
  public internal(set) var assumed = Style.plain
  /// What each role asks for, indexed by its raw value; −1 where it names no colour.
  private(set) var looks: [Style]

  /// A theme in which nothing has a look.
  init(name: String, summary: String = "") {
    self.name = name
    self.summary = summary
    looks = Array(repeating: .plain, count: Role.allCases.count)
  }

  init(name: String, summary: String, parent: Theme?) {
    self.init(name: name, summary: summary)
    guard let parent else { return }
    looks = parent.looks
    assumed = parent.assumed
  }

  mutating func set(_ style: Style, for role: Role) { looks[Int(role.rawValue)] = style }

  /// What a role asks for, before other roles' colours fill in and before it is fitted to a terminal.
  public func look(of role: Role) -> Style { looks[Int(role.rawValue)] }

  /// The colours of running text: its own, else those that the theme assumes of the terminal.
  var base: Style {
    let text = look(of: .text)
    return Style(
      foreground: text.foreground < 0 ? assumed.foreground : text.foreground,
      background: text.background < 0 ? assumed.background : text.background)
  }

  /// The same as a terminal of a depth shows them.
  func base(at depth: ColorDepth) -> Style { depth < .palette ? ColorReduction(to: depth, base: base).base : base }

  /// The styles for a terminal. Without colours every theme is the mono theme, so that nothing is told by colour alone;
  /// with few it has the weight, slant and lines of that theme, and colours that can be read on the theme's paper.
  public func styles(at depth: ColorDepth) -> StyleSheet {
    switch depth {
    case .mono: return StyleSheet(Theme.mono.looks.map { Style(attributes: $0.attributes) })
    case .palette: return StyleSheet(looks)
    case .eight, .sixteen:
      let reduction = ColorReduction(to: depth, base: base)
      return StyleSheet(zip(looks, Theme.mono.looks).map { reduction.fitted($0, plain: $1) })
    }
  }
}
