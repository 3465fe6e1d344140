/// One line for the annotator, forgotten at the next key.
public struct SessionMessage: Sendable, Hashable {
  /// How it is meant.
  public enum Kind: Sendable, Hashable { case information, warning, error }

  /// How it is meant.
  public var kind: Kind
  /// The words.
  public var text: String

  /// A line.
  public init(_ kind: Kind = .information, _ text: String) {
    self.kind = kind
    self.text = text
  }
}
