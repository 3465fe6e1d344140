/// One block of a document with the containers that it stands in. Blocks are a flat list: nesting is only a prefix, so
/// that no depth of a hostile document can hurt.
struct MarkdownBlock: Sendable {
  /// What a block stands in.
  struct Container: Sendable {
    /// The bullet, number or box of a list's item, or nil for a quote.
    var marker: String?
    /// True for the first block within, which shows the marker.
    var isFresh = true
  }

  /// What a block is.
  enum Kind: Sendable {
    case paragraph
    case heading(Int)
    case code
    case rule
    case table(MarkdownTable)
  }

  var kind: Kind
  var inline = MarkdownInline()
  var containers: [Container]
  /// True when a blank line parts it from the block before.
  var hasGap: Bool
}
