/// One match of a search in rendered Markdown. It has several parts when it goes over the end of a line.
public struct MarkdownHit: Sendable, Hashable {
  /// A part of a match on one line.
  public struct Part: Sendable, Hashable {
    /// The line, from 0.
    public var line: Int
    /// The bytes of the line's text.
    public var range: Range<Int>
  }

  /// The parts, in order; at least one.
  public let parts: [Part]

  /// The line where the match begins.
  public var line: Int { parts.first?.line ?? 0 }
}
