/// What a piece of rendered Markdown is; a theme gives each a style. Emphasis comes as attributes beside the role.
public enum MarkdownRole: UInt8, Sendable, Hashable, CaseIterable {
  /// Running text.
  case text
  /// Headings of the first and second level, and of all others.
  case heading1, heading2, heading3
  /// Code within a line, and a block of code.
  case code, codeBlock
  /// The text of a link or an image.
  case link
  /// Where a link or an image leads.
  case url
  /// Text of a block quote.
  case quote
  /// Bullets, numbers, boxes, the edges of quotes, rules, and the lines of tables.
  case marker
  /// The head of a table.
  case tableHead
}
