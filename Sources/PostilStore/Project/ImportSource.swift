public import PostilModel

/// What is imported: kept as the provenance of its tasks.
public struct ImportSource: Sendable, Hashable {
  /// The file's name, or `-` for standard input.
  public var file: String
  /// The format's name.
  public var format: String
  /// When.
  public var at: Timestamp

  /// A source of the given parts.
  public init(file: String, format: String, at: Timestamp) {
    self.file = file
    self.format = format
    self.at = at
  }
}
