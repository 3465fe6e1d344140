/// Where a task came from. The record's own `source`, `license` and `author` stay in its metadata too.
public struct Provenance: Sendable, Hashable {
  /// The imported file's name, or `-` for standard input.
  public var file: String
  /// The line (or element of a JSON array) in that file, from 1; 0 when unknown.
  public var line: Int
  /// When it was imported.
  public var importedAt: Timestamp

  /// A place of origin.
  public init(file: String = "", line: Int = 0, importedAt: Timestamp = Timestamp(milliseconds: 0)) {
    self.file = file
    self.line = line
    self.importedAt = importedAt
  }
}
