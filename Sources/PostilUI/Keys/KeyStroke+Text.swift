import PostilScreen

extension KeyStroke {
  /// Whether a key writes something where text is written. Enter is a command there: `newline`, if nothing else.
  static func isText(_ key: Key) -> Bool {
    switch key {
    case .character, .named(.space), .paste: true
    default: false
    }
  }
}
