import PostilCore
import PostilModel
import PostilScreen

/// What keys mean in a prompt.
extension Prompt {
  /// What is to be done about a prompt after a key.
  enum Step: Sendable, Hashable {
    /// It was given up.
    case close
    /// Its line is to be done.
    case enter
    /// It is otherwise now.
    case change
    /// The key does nothing here.
    case ignore
  }

  /// A key; nil for those that are the keymap's.
  ///
  /// - Parameter completions: the ways to go on with the line as it is.
  mutating func press(_ key: Key, completions: [QueueFilterCompletion]) -> Step? {
    switch key {
    case .named(.escape), .control("g"): return .close
    case .named(.enter): return .enter
    case .named(.tab), .named(.up), .named(.down), .named(.backTab):
      guard !completions.isEmpty else { return purpose == .filter ? .change : .ignore }
      complete(key, completions)
    default:
      guard takes(key) else { return nil }
      problem = ""
      cursor = 0
    }
    return .change
  }

  private mutating func complete(_ key: Key, _ ways: [QueueFilterCompletion]) {
    switch key {
    case .named(.up), .named(.backTab): cursor = (min(cursor, ways.count - 1) + ways.count - 1) % ways.count
    case .named(.down): cursor = (cursor + 1) % ways.count
    default:
      entry = LineInput(ways[min(cursor, ways.count - 1)].filter)
      isSelected = false
      cursor = 0
      problem = ""
    }
  }

  /// Whether a key asks for the ways to go on.
  static func completes(_ key: Key) -> Bool {
    [.named(.tab), .named(.up), .named(.down), .named(.backTab)].contains(key)
  }
}
