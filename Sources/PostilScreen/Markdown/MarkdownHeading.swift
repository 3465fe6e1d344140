/// An entry of a document's outline.
public struct MarkdownHeading: Sendable, Hashable {
  /// 1 to 6.
  public let level: Int
  /// What it says, on one line.
  public let title: String
  /// The line of the layout where it stands, from 0.
  public let line: Int
}
