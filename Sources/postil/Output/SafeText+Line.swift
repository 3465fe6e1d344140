import PostilScreen

extension SafeText {
  /// A text on one line: ends of lines are shown as a sign.
  static func line(_ text: String) -> String { string(text, newlines: "⏎ ") }
}
