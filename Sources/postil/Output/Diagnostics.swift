import Glibc
import PostilCore
import PostilScreen

/// What is said beside the results: to standard error, with nothing in it that could command a terminal.
enum Diagnostics {
  /// Says what went wrong, after the program's name as is the custom.
  static func complain(_ words: String) { write("postil: " + SafeText.string(words)) }

  /// Says what did not end as it should when a desk was left.
  static func tell(_ leaving: Leaving) { for line in leaving.lines { complain(line) } }

  /// Writes a line.
  static func write(_ line: String) {
    fflush(nil)
    StandardOutput.write(Array((line + "\n").utf8), to: STDERR_FILENO)
  }

  /// Whether standard error is a terminal: progress goes there only then.
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}
