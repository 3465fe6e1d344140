import Glibc

extension Files {
  /// Makes a folder that only its owner can enter, and removes it with all that is in it when `body` is done.
  ///
  /// - Throws: `FileError` when there can be no such folder; otherwise what `body` throws.
  public static func withTemporaryFolder(below base: String, _ body: (String) throws -> Void) throws {
    var template = Array((base + "/postil-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw FileError("make a folder in", base) }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { removeFolder(path) }
    try body(path)
  }

  private static func removeFolder(_ path: String) {
    for name in names(in: path) {
      let inner = path + "/" + name
      // A link is removed, not what it leads to.
      if unlink(inner) != 0 { removeFolder(inner) }
    }
    rmdir(path)
  }
}
