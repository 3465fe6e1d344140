/// A running text of a document and where its pieces stand in a layout: what a search looks through, so that it finds
/// words across the ends of lines.
struct MarkdownUnit: Sendable {
  /// A piece of the text on a line.
  struct Piece: Sendable {
    /// Bytes of the unit's text.
    var range: Range<Int>
    /// The line that shows them.
    var line: Int
    /// Where they begin in the line's text.
    var start: Int
  }

  var text: String
  var pieces: [Piece] = []
}
