import Glibc
import PostilModel
import PostilScreen

/// Results: to standard output. A reader that has gone away (`| head`) ends the program quietly, by SIGPIPE.
enum StandardOutput {
  /// Writes text that holds nothing from data, or nothing that was not made safe.
  static func write(_ text: String) { write(Array(text.utf8), to: STDOUT_FILENO) }

  /// Writes text that may hold anything: what could command a terminal is shown as a picture of itself.
  static func writeSafe(_ text: String) { write(SafeText.string(text)) }

  /// Writes a value as one line of JSON. JSON escapes controls by itself.
  static func write(_ value: JSONValue) { write(value.jsonText + "\n") }

  /// Whether standard output is a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Writes all bytes to a descriptor; what cannot be written ends the program, as nothing can be told any more.
  static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress?.advanced(by: start), $0.count - start)
      }
      if count > 0 {
        start += count
      } else if errno != EINTR {
        exit(ProgramExit.failed)
      }
    }
  }
}
