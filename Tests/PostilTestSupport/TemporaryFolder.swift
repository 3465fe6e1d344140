import Foundation

/// A fresh folder below the system's temporary one, removed with its last reference.
public final class TemporaryFolder: Sendable {
  /// Its path, without a slash at the end.
  public let path: String

  /// Makes a folder.
  public init() throws {
    path = NSTemporaryDirectory() + "postil-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  /// The path of a file in it.
  public func path(of name: String) -> String { path + "/" + name }

  /// The text of a file in it; nil when there is none.
  public func text(_ name: String) -> String? {
    FileManager.default.contents(atPath: path(of: name)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Writes a file into it; returns the file's path.
  @discardableResult public func write(_ text: String, to name: String) throws -> String {
    let file = path(of: name)
    try text.write(toFile: file, atomically: false, encoding: .utf8)
    return file
  }

  /// The bytes of a file anywhere; nil when there is none.
  public func bytes(_ path: String) -> [UInt8]? { FileManager.default.contents(atPath: path).map { Array($0) } }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

extension TemporaryFolder {
  /// Writes bytes into it; returns the file's path.
  @discardableResult public func write(_ bytes: [UInt8], to name: String) throws -> String {
    let file = path(of: name)
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }
}
