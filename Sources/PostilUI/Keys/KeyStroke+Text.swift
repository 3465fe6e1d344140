import PostilScreen

extension KeyStroke {
  /// Whether a key writes something where text is written.
  static func isText(_ key: Key) -> Bool {
    switch key {
    case .character, .named(.space), .named(.enter), .paste: true
    default: false
    }
  }
}
