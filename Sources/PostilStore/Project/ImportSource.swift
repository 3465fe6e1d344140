public import PostilModel

/// What is imported: kept as the provenance of its tasks.
public struct ImportSource: Sendable, Hashable {
  /// The file's name, or `-` for standard input.
  public var file: String
  /// The format's name.
  public var format: String
  /// When.
  public var at: Timestamp
  /// More files of the same import.
  public var otherFiles: [String]
  /// The user who imports; empty when nobody is to be named.
  public var user: String

  /// A source of the given parts.
  public init(file: String, format: String, at: Timestamp, otherFiles: [String] = [], user: String = "") {
    self.file = file
    self.format = format
    self.at = at
    self.otherFiles = otherFiles
    self.user = user
  }
}
