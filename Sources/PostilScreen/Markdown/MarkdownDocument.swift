/// A Markdown text, read once and laid out for any width.
///
/// CommonMark with tables, task lists, strikethrough and bare web addresses; HTML is shown as text. Any text is a document:
/// nothing in it can fail, take long or reach the terminal raw.
public struct MarkdownDocument: Sendable {
  let blocks: [MarkdownBlock]

  /// Reads a text.
  public init(_ source: String) { blocks = MarkdownParser.blocks(of: source) }

  /// The lines for a width of at least 8 columns.
  public func layout(width: Int) -> MarkdownLayout {
    var composer = MarkdownComposer(width: max(8, width))
    for block in blocks { composer.add(block) }
    return MarkdownLayout(
      width: composer.width, lines: composer.lines, outline: composer.outline, units: composer.units)
  }
}
