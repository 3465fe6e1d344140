import Glibc
import PostilCore

/// A folder of one's own for a while.
enum TemporaryFolder {
  /// Makes a folder that only its owner can enter, and removes it with all that is in it when `body` is done.
  static func with(_ body: (String) throws -> Void) throws {
    let base = Surroundings.variable("TMPDIR").flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    var template = Array((base + "/postil-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw FileError("make a folder in", base, reason: String(cString: strerror(errno)))
    }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { remove(path) }
    try body(path)
  }

  private static func remove(_ path: String) {
    for name in Files.names(in: path) {
      let inner = path + "/" + name
      // A link is removed, not what it leads to.
      if unlink(inner) != 0 { remove(inner) }
    }
    rmdir(path)
  }
}
