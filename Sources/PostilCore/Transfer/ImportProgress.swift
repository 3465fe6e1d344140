/// How far an import is.
public struct ImportProgress: Sendable, Hashable {
  /// The file being read.
  public var file: String
  /// Bytes read of it, packed as they are.
  public var bytesRead: Int
  /// Its bytes; nil when unknown.
  public var totalBytes: Int?
  /// Records seen so far, in all files.
  public var records: Int
  /// Records put aside so far, in all files.
  public var rejected: Int

  /// A reading.
  public init(file: String, bytesRead: Int, totalBytes: Int?, records: Int, rejected: Int) {
    self.file = file
    self.bytesRead = bytesRead
    self.totalBytes = totalBytes
    self.records = records
    self.rejected = rejected
  }
}
