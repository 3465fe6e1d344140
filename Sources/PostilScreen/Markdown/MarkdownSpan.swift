/// A range of a text's bytes that looks the same throughout.
public struct MarkdownSpan: Sendable, Hashable {
  /// The bytes, within the text that the span belongs to.
  public var range: Range<Int>
  /// What it is.
  public var role: MarkdownRole
  /// Emphasis: italic, bold, strikethrough.
  public var attributes: Style.Attributes

  /// A span.
  public init(_ range: Range<Int>, role: MarkdownRole, attributes: Style.Attributes = []) {
    self.range = range
    self.role = role
    self.attributes = attributes
  }
}
