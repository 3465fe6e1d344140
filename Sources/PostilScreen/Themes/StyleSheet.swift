/// The styles of all roles for one terminal.
public struct StyleSheet: Sendable, Hashable {
  private let own: [Style]
  private let filled: [Style]

  /// Styles indexed by the raw values of the roles.
  init(_ own: [Style]) {
    self.own = own
    let base = own[Int(Role.text.rawValue)]
    filled = own.map { style in
      Self.legible(
        Style(
          foreground: style.foreground >= 0 ? style.foreground : base.foreground,
          background: style.background >= 0 ? style.background : base.background, attributes: style.attributes))
    }
  }

  /// The style to draw a role with: what it does not name comes from the role `text`.
  public subscript(role: Role) -> Style { filled[Int(role.rawValue)] }

  /// Only what a role names itself, to be laid over what is there: for the row of the cursor, search hits, selections.
  public func overlay(_ role: Role) -> Style { own[Int(role.rawValue)] }

  /// A surface in the colours of this sheet.
  public func surface(size: Size, alphabet: Alphabet = .unicode) -> Surface {
    Surface(size: size, style: self[.text], alphabet: alphabet, controlStyle: overlay(.textControl))
  }

  /// The roles that have a style, for the legends of snapshots: the first one's name.
  public func name(of style: Style) -> String? {
    Role.allCases.first { self[$0] == style }?.name
  }

  /// Where few colours made foreground and background the same, the foreground becomes black or white.
  private static func legible(_ style: Style) -> Style {
    guard style.foreground >= 0, style.foreground == style.background else { return style }
    let color = ColorPalette.rgb(Int(style.background))
    var result = style
    result.foreground = color.red + color.green + color.blue > 380 ? 0 : 7
    return result
  }
}
