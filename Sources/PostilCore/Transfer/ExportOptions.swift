public import PostilFormats
public import PostilModel

/// What to export, and where to.
public struct ExportOptions: Sendable {
  /// The format's name; nil to take it from the file's name, `jsonl` where that says nothing.
  public var format: String?
  /// The file, or `-` for standard output; packed when it ends in `.gz`. For a format that is one, the folder.
  public var path: String
  /// Which tasks, in which order.
  public var filter = QueueFilter()
  /// The filter as it was typed, for the manifest.
  public var filterText = ""
  /// Only this annotator's annotations, and the filter seen with their eyes; nil for everybody's.
  public var annotator: String?
  /// How judgements become training records.
  public var policy = ExportPolicy()
  /// The project's folder, from which the files that records name are found; nil for none.
  public var mediaFolder: String?
  /// The guidelines' version, for the manifest.
  public var guidelinesVersion = ""
  /// Postil's version, for the manifest.
  public var postilVersion = ""

  /// Export everything to a file.
  public init(path: String) { self.path = path }
}
