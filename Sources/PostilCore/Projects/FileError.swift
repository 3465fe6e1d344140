import Glibc

/// A file or folder that could not be used, worded for the person who named it.
public struct FileError: Error, Hashable, CustomStringConvertible {
  /// What was tried: `read`, `write`, `make`.
  public var action: String
  /// The file or folder.
  public var path: String
  /// Why it failed, in the system's words or ours.
  public var reason: String

  /// An error with its reason.
  public init(_ action: String, _ path: String, reason: String) {
    self.action = action
    self.path = path
    self.reason = reason
  }

  /// An error with the system's reason of a moment ago.
  init(_ action: String, _ path: String, code: Int32 = errno) {
    self.init(action, path, reason: String(cString: strerror(code)))
  }

  /// One line.
  public var description: String { "cannot \(action) \(path): \(reason)" }
}
