public import PostilCore

/// What a key at the desk leads to outside of it, in order.
public enum Intent: Sendable, Hashable {
  /// Change the session.
  case session(SessionAction)
  /// Leave the program with an exit code.
  case quit(Int32)
  /// Give the terminal back to the shell until it calls again.
  case suspend
  /// Send the whole screen again.
  case repaint
  /// Write the answer to a text question in the user's editor, then call `Desk.externalEdit`.
  case editExternally(question: String, text: String)
  /// Switch the reports of the mouse on or off.
  case setMouse(Bool)
  /// Draw with another theme from now on.
  case setTheme(String)
}
