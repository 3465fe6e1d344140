/// Looks a theme over for what can be read: on its paper, and on whatever of its own lies under text, at every number of
/// colours.
public enum ThemeCheck {
  /// Something that is hard to read.
  public struct Finding: Sendable, Hashable, CustomStringConvertible {
    /// The role.
    public let role: Role
    /// The role that lies over it, if the fault shows only then.
    public let over: Role?
    /// How many colours the terminal has.
    public let depth: ColorDepth
    /// The colours that meet.
    public let style: Style
    /// Their contrast, 1 to 21.
    public let ratio: Double

    /// `at 8 colours, "key" is hard to read: colour 3 on 7 has a contrast of 1.3, at least 3 is wanted`
    public var description: String {
      let place = over.map { "\"\(role.name)\" under \"\($0.name)\"" } ?? "\"\(role.name)\""
      let contrast = NumberText.decimal(ratio, places: 1)
      return "at \(depth.rawValue) colours, \(place) is hard to read: colour \(style.foreground) on \(style.background)"
        + " has a contrast of \(contrast), at least 3 is wanted"
    }
  }

  /// The least contrast of text (WCAG 2.1 asks 3 of large text and 4.5 of other text).
  public static let floor = 3.0
  /// Lines and blocks: no text.
  private static let drawn: Set<Role> = [.rule, .popupBorder, .barEmpty, .barFull, .plot]
  private static let overlays: [Role] = [
    .cursor, .cursorInactive, .searchHit, .searchCurrent, .selection, .evidence, .textControl,
  ]

  /// Whether the theme says what its text and its paper are, or which ones it assumes.
  public static func isPossible(for theme: Theme) -> Bool {
    theme.base.foreground >= 0 && theme.base.background >= 0
  }

  /// All that is hard to read; nothing when the check is not possible.
  public static func findings(in theme: Theme) -> [Finding] {
    guard isPossible(for: theme) else { return [] }
    return [ColorDepth.palette, .sixteen, .eight].flatMap { findings(in: theme, at: $0) }
  }

  private static func findings(in theme: Theme, at depth: ColorDepth) -> [Finding] {
    let styles = theme.styles(at: depth)
    let base = theme.base(at: depth)
    var findings: [Finding] = []
    func look(_ role: Role, over: Role? = nil, _ style: Style) {
      var seen = style
      if seen.foreground < 0 { seen.foreground = base.foreground }
      if seen.background < 0 { seen.background = base.background }
      let ratio = ColorPalette.contrast(Int(seen.foreground), Int(seen.background))
      guard ratio < floor else { return }
      findings.append(Finding(role: role, over: over, depth: depth, style: seen, ratio: ratio))
    }
    for role in Role.allCases where !drawn.contains(role) { look(role, styles[role]) }
    let faulty = Set(findings.map(\.role))
    for over in overlays where !faulty.contains(over) {
      for role in Role.allCases where !drawn.contains(role) && !faulty.contains(role) {
        guard styles.overlay(role).background < 0, !styles.overlay(role).attributes.contains(.reverse) else { continue }
        look(role, over: over, styles.overlay(over).over(styles[role]))
      }
    }
    return findings
  }
}
