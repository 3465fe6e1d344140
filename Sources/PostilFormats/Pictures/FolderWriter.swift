/// Writes a format that is a folder of files: after each call of `begin`, `write` or `end` its files are taken. Nothing
/// of it is appended to the buffer.
public protocol FolderWriter: RecordWriter {
  /// Hands over the files that are whole, and forgets them.
  mutating func takeFiles() -> [OutputFile]
}

/// One file of a folder that is written.
public struct OutputFile: Sendable, Hashable {
  /// Its path from the folder.
  public var name: String
  /// All of it.
  public var bytes: [UInt8]
  /// The path of the file that it is a copy of, instead of bytes.
  public var source: String?

  /// A file of bytes.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// A copy of a file.
  public init(name: String, copyOf source: String) {
    self.name = name
    self.source = source
    bytes = []
  }
}
