import CNcurses
import Glibc
import PostilScreen

/// The descriptors of the terminal, and what it was like before.
nonisolated struct TerminalDevice {
  /// Keys come from here.
  let input: Int32
  /// The screen goes here.
  let output: Int32
  /// The line settings found.
  let settings: termios
  private let ownsInput: Bool

  /// Standard input and output; keys from the controlling terminal if standard input is a pipe.
  init() throws(TerminalError) {
    guard isatty(STDOUT_FILENO) == 1 else { throw .outputIsNoTerminal }
    output = STDOUT_FILENO
    ownsInput = isatty(STDIN_FILENO) != 1
    input = ownsInput ? Glibc.open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY) : STDIN_FILENO
    guard input >= 0 else { throw .noKeyboard }
    var found = termios()
    guard tcgetattr(output, &found) == 0 else {
      if ownsInput { Glibc.close(input) }
      throw .failed(call: "tcgetattr", code: errno)
    }
    settings = found
  }

  /// The byte of the erase key.
  var erase: UInt8 { settings.c_cc.2 }

  /// The size, if the terminal tells it.
  var size: Size? {
    var columns: Int32 = 0
    var rows: Int32 = 0
    guard cn_size(output, &columns, &rows) else { return nil }
    return Size(columns: Int(columns), rows: Int(rows))
  }

  /// The size of a cell in pixels, if the terminal tells it.
  var cellSize: (width: Int, height: Int)? {
    var width: Int32 = 0
    var height: Int32 = 0
    guard cn_cell_size(output, &width, &height) else { return nil }
    return (Int(width), Int(height))
  }

  /// Sends a text as it is, between two pictures of curses.
  func send(_ text: String) { send(Array(text.utf8)) }

  /// Sends bytes as they are.
  func send(_ all: [UInt8]) {
    var bytes = all[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(output, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }

  /// Gives back what was opened.
  func close() {
    if ownsInput { Glibc.close(input) }
  }
}
