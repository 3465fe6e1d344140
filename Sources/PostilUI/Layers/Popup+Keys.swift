import PostilCore
import PostilModel
import PostilScreen

/// What keys and commands mean in a popup.
extension Popup {
  /// What is to be done about a popup after a key.
  enum Step: Sendable, Hashable {
    /// It stays as it is now.
    case stay
    case close
    /// The row under the cursor is chosen.
    case choose
    /// The cursor or the rows move.
    case move(by: Int)
  }

  /// Further than any list goes.
  private static let far = 1_000_000

  /// A key before the keymap is asked; nil for those that the popup leaves to it.
  mutating func press(_ key: Key) -> Step? {
    switch key {
    case .named(.escape) where !filter.isEmpty:
      (filter, top, cursor) = (LineInput(), 0, 0)
      return .stay
    case .named(.escape), .control("g"): return .close
    case .named(.enter): return isChosenFrom ? .choose : .close
    case .named(.space): return isChosenFrom ? .choose : nil
    case .character(let scalar):
      // Error types are few: their numbers choose them. None of them comes first, without a number.
      guard purpose == .errorTypes, filter.isEmpty, let place = LabelKeys.digits.firstIndex(of: Character(scalar))
      else { return nil }
      cursor = place + 1
      return .choose
    default: return nil
    }
  }

  /// A key while the filter is typed; nil for those of the keymap.
  mutating func pressFiltering(_ key: Key, page: Int) -> Step? {
    switch key {
    case .named(.escape), .control("g"):
      if purpose == .palette { return .close }
      (filter, isFiltering) = (LineInput(), false)
    case .named(.enter):
      if isChosenFrom { return .choose }
      isFiltering = false
    case .named(.down), .control("n"), .named(.tab): return .move(by: 1)
    case .named(.up), .control("p"), .named(.backTab): return .move(by: -1)
    case .named(.pageDown): return .move(by: page)
    case .named(.pageUp): return .move(by: -page)
    default:
      guard filter.takes(key) else { return nil }
      (cursor, top) = (0, 0)
    }
    return .stay
  }

  /// A command; nil for those that are not the popup's.
  mutating func run(_ command: Command, page: Int) -> Step? {
    switch command {
    case .down, .nextHit: return .move(by: 1)
    case .up, .previousHit: return .move(by: -1)
    case .pageDown: return .move(by: page)
    case .pageUp: return .move(by: -page)
    case .halfPageDown: return .move(by: max(1, page / 2))
    case .halfPageUp: return .move(by: -max(1, page / 2))
    case .top: return .move(by: -Self.far)
    case .bottom: return .move(by: Self.far)
    case .search:
      isFiltering = true
      return .stay
    case .back: return .close
    case .help: return purpose == .help ? .close : nil
    default: return nil
    }
  }
}
