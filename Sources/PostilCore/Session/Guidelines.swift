/// The project's guidelines as they were read when the desk opened.
public struct Guidelines: Sendable, Hashable {
  /// The Markdown text; empty when there is no file.
  public let text: String
  /// The version that annotations remember (see `GuidelinesVersion`); empty when there is no file.
  public let version: String

  /// Guidelines of a version.
  public init(text: String, version: String) {
    self.text = text
    self.version = version
  }
}
