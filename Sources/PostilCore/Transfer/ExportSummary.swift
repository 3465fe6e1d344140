public import PostilModel

/// What became of an export.
public struct ExportSummary: Sendable, Hashable {
  /// The format's name.
  public var format = ""
  /// How judgements became training records; nil for a format that is not for training.
  public var policy: JSONObject?
  /// Tasks that the filter wanted.
  public var tasks = 0
  /// Lines or rows written.
  public var written = 0
  /// How many were left out, by reason.
  public var leftOut: [String: Int] = [:]
  /// Bytes in the file.
  public var bytes = 0
  /// The XXH3-128 hash of the file's bytes: what `xxhsum -H2` prints. Of a folder see `FolderOutput`.
  public var hash = ""
  /// The manifest beside the file; nil for standard output.
  public var manifestPath: String?
  /// How long it took.
  public var seconds = 0.0

  /// Nothing yet.
  public init() {}
}
