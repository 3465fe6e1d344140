/// The cells of a table, row by row; the first row is the head.
struct MarkdownTable: Sendable {
  /// Where a column's text stands.
  enum Alignment: Sendable { case left, centre, right }

  var rows: [[MarkdownInline]] = []
  var alignments: [Alignment] = []
}
