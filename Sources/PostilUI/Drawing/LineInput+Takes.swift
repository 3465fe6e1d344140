import PostilScreen

extension LineInput {
  /// Takes a key of editing; false when it is none.
  mutating func takes(_ key: Key) -> Bool {
    switch handle(key) {
    case .edited, .moved, .full: true
    case .accepted, .cancelled, .ignored: false
    }
  }
}
