import Glibc

/// Why the screen cannot be opened or used, worded for the person at the terminal.
public nonisolated enum TerminalError: Error, Hashable, CustomStringConvertible {
  /// Standard output is no terminal.
  case outputIsNoTerminal
  /// Standard input is no terminal, and there is none to open instead.
  case noKeyboard
  /// `TERM` is `dumb`.
  case dumb
  /// `TERM` is not set.
  case noType
  /// `TERM` names a terminal that the database does not know.
  case unknownType(String)
  /// The terminal cannot place its cursor.
  case cannotMoveCursor(String)
  /// A call to the system failed.
  case failed(call: String, code: Int32)
  /// An external program could not be started.
  case cannotRun(program: String, code: Int32)

  /// What is wrong and what to do next.
  public var description: String {
    switch self {
    case .outputIsNoTerminal:
      "Standard output is not a terminal, so no screen can be shown. Run it in a terminal, without a pipe or >."
    case .noKeyboard:
      "There is no terminal to read keys from. Run it in a terminal."
    case .dumb:
      "The terminal calls itself dumb (TERM=dumb) and cannot show a screen. Run it in another terminal, or let `postil show` print the screen as text."
    case .noType:
      "TERM is not set, so the kind of terminal is unknown. Set it, for example: export TERM=xterm-256color"
    case .unknownType(let name):
      "The terminal type \"\(name)\" (TERM) is not known on this machine. "
        + "Install its description (package ncurses-term) or try: export TERM=xterm-256color"
    case .cannotMoveCursor(let name):
      "The terminal type \"\(name)\" (TERM) cannot place its cursor, so no screen can be shown. Use another terminal."
    case .failed(let call, let code):
      "The terminal could not be set up: \(call): \(Self.words(code))."
    case .cannotRun(let program, let code):
      "\(program) could not be started: \(Self.words(code))."
    }
  }

  private static func words(_ code: Int32) -> String { String(cString: strerror(code)) }
}
