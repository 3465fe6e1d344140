/// One format of records, under one name for import and export.
public struct Format: Sendable {
  /// The name after `--format`.
  public let name: String
  /// What it is, in a few words.
  public let title: String
  /// The endings of file names that say so, without the dot; `.gz` after them is understood.
  public let suffixes: [String]
  /// Makes a reader; nil for a format that is only written.
  public let makeReader: (@Sendable () -> any RecordReader)?
  /// Makes a writer; nil for a format that is only read.
  public let makeWriter: (@Sendable (ExportLayout) -> any RecordWriter)?

  /// A format.
  public init(
    name: String, title: String, suffixes: [String] = [],
    makeReader: (@Sendable () -> any RecordReader)? = nil,
    makeWriter: (@Sendable (ExportLayout) -> any RecordWriter)? = nil
  ) {
    self.name = name
    self.title = title
    self.suffixes = suffixes
    self.makeReader = makeReader
    self.makeWriter = makeWriter
  }
}
