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

  /// The styles for a terminal. Without colours every theme is the mono theme, so that nothing is told by colour alone.
  public func styles(at depth: ColorDepth) -> StyleSheet {
    depth == .mono ? StyleSheet(Theme.mono.looks.map { Style(attributes: $0.attributes) }) : reduced(to: depth)
  }

  private func reduced(to depth: ColorDepth) -> StyleSheet {
    StyleSheet(looks.map { Self.reduced($0, to: depth) })
  }

  private static func reduced(_ style: Style, to depth: ColorDepth) -> Style {
    guard depth < .palette else { return style }
    var result = style
    if style.foreground >= 0 { result.foreground = Int16(ColorPalette.reduced(Int(style.foreground), to: depth)) }
    if style.background >= 0 { result.background = Int16(ColorPalette.reduced(Int(style.background), to: depth)) }
    return result
  }
}
