/// How rendered Markdown looks, as a theme says.
public struct MarkdownStyles: Sendable, Hashable {
  /// A style for each role.
  public var roles: [MarkdownRole: Style]
  /// Laid over a search hit.
  public var hit: Style
  /// Laid over the search hit that the reader is at.
  public var currentHit: Style

  /// Styles that do without colour.
  public static let plain = MarkdownStyles(
    roles: [
      .heading1: Style(attributes: [.bold, .underline]), .heading2: Style(attributes: .bold),
      .heading3: Style(attributes: .bold), .link: Style(attributes: .underline), .url: Style(attributes: .dim),
      .marker: Style(attributes: .dim), .tableHead: Style(attributes: .bold),
    ],
    hit: Style(attributes: .underline), currentHit: Style(attributes: .reverse))

  /// Styles; roles left out look like text.
  public init(roles: [MarkdownRole: Style], hit: Style, currentHit: Style) {
    self.roles = roles
    self.hit = hit
    self.currentHit = currentHit
  }

  /// The style of a role with attributes of its own.
  func style(of span: MarkdownSpan) -> Style {
    var style = roles[span.role] ?? roles[.text] ?? .plain
    style.attributes.formUnion(span.attributes)
    return style
  }
}
