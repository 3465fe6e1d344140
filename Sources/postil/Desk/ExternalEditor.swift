import Glibc
import PostilCore

/// Writes a text to a file that only its owner can read, lets the user's editor change it, and takes it back.
struct ExternalEditor {
  /// What can go wrong, worded for the annotator.
  enum Failure: Error, CustomStringConvertible {
    case ended(command: String, code: Int32)
    case endedWithChanges(command: String, code: Int32, path: String)
    case notText(path: String)

    var description: String {
      switch self {
      case .ended(let command, let code):
        "The editor (\(command)) ended with code \(code); the answer is as it was."
      case .endedWithChanges(let command, let code, let path):
        "The editor (\(command)) ended with code \(code); the answer is as it was. What it wrote is kept: \(path)"
      case .notText(let path): "What the editor wrote is not UTF-8; the answer is as it was. The file is kept: \(path)"
      }
    }
  }

  /// The editor with its arguments, as the shell reads it.
  let command: String

  /// `VISUAL`, else `EDITOR`, else `vi`; empty ones count as not set.
  static func command(environment: (String) -> String?) -> String {
    for name in ["VISUAL", "EDITOR"] {
      if let value = environment(name), value.contains(where: { $0 != " " }) { return value }
    }
    return "vi"
  }

  /// Lets `run` edit a text. Returns the new one, or nil when the file was not changed.
  ///
  /// - Parameter run: runs a program with arguments and returns its exit code.
  func edit(_ text: String, run: (String, [String]) throws -> Int32) throws -> String? {
    // Editors end a file with an end of line that nobody typed; with one of ours, theirs makes no difference.
    let before = Array((text + "\n").utf8)
    let path = try Self.temporaryFile(before)
    var isKept = false
    defer { if !isKept { Files.remove(path) } }
    // The shell takes the command apart, so that "code --wait" and quoted paths work as they do in git.
    let code = try run("sh", ["-c", command + " \"$1\"", "sh", path])
    let after = try Files.read(path)
    guard code == 0 else {
      guard after != before else { throw Failure.ended(command: command, code: code) }
      isKept = true
      throw Failure.endedWithChanges(command: command, code: code, path: path)
    }
    if after == before { return nil }
    guard let edited = String(validating: after, as: UTF8.self) else {
      isKept = true
      throw Failure.notText(path: path)
    }
    return edited.replacing("\r\n", with: "\n")
  }

  private static func temporaryFile(_ bytes: [UInt8]) throws(FileError) -> String {
    var template = Array((Surroundings.temporaryFolder + "/postil-XXXXXX.txt").utf8CString)
    let descriptor = mkstemps(&template, 4)
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard descriptor >= 0 else {
      throw FileError("write", path, reason: String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    try Files.write(bytes, to: descriptor, path: path)
    return path
  }
}
