public import PostilFormats

/// What to import, and how.
public struct ImportOptions: Sendable {
  /// The format's name; nil to recognise it.
  public var format: String?
  /// The record's name for a field, or for `id`, where it differs.
  public var mapping: [String: String] = [:]
  /// Only read and check; nothing is written, neither tasks nor rejects.
  public var isDryRun = false
  /// All or nothing: the first record that is no good ends the import, and nothing is kept.
  public var isStrict = false
  /// Whether records are tasks, or suggestions or annotations for tasks that are there.
  public var purpose = RecordLayout.Purpose.tasks
  /// What a text in a column of answers stands for, where it is not the answer itself.
  public var values: [String: String] = [:]
  /// Where rejected records of all files go, after what is there; nil for a new file each, `NAME.rejects.jsonl` in
  /// `rejectsFolder`, or `NAME.rejects-2.jsonl` and so on when there is one.
  public var rejectsPath: String?
  /// The folder for rejects files: the project's.
  public var rejectsFolder = "."
  /// The project's folder, from which the files that records name are found; nil leaves their paths as they are.
  public var mediaFolder: String?
  /// Whose suggestions those of a file are that does not say so: a model's name; nil for the format's.
  public var model: String?
  /// Who gave the answers of a file that does not say so; nil where they are suggestions.
  public var annotator: String?
  /// The most bytes that a record may have.
  public var maximumRecordBytes = RecordLayout.standardRecordBytes

  /// Import tasks, recognise the format, keep what is good.
  public init() {}
}
