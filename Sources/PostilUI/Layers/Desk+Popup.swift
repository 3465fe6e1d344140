import PostilCore
import PostilModel
import PostilScreen

extension Desk {
  /// Opens a popup over the desk.
  mutating func open(_ purpose: Popup.Purpose, session: Session) {
    var popup = Popup(purpose)
    popup.formerTheme = themeName
    switch purpose {
    case .themes: popup.cursor = themes.firstIndex(of: themeName) ?? 0
    case .sort:
      let rows = rows(of: popup, session: session, now: Timestamp(milliseconds: 0))
      popup.cursor = rows.firstIndex { !$0.keys.isEmpty } ?? 0
    default: break
    }
    layers.append(.popup(popup))
  }

  /// Keys that a popup takes before the keymap; nil for the others.
  mutating func handlePopup(_ key: Key, session: Session) -> [Intent]? {
    guard case .popup(var popup) = layers.last else { return nil }
    switch key {
    case .named(.escape) where !popup.filter.isEmpty:
      popup.filter = LineInput()
      popup.top = 0
      popup.cursor = 0
      layers[layers.count - 1] = .popup(popup)
      return []
    case .named(.escape), .control("g"): return close(popup)
    case .named(.enter), .named(.space):
      guard popup.isChosenFrom else { return key == .named(.enter) ? close(popup) : nil }
      return choose(popup, session: session)
    default: return nil
    }
  }

  /// Keys while the filter of a popup is typed; nil for those of the keymap.
  mutating func handleFiltering(_ key: Key, session: Session) -> [Intent]? {
    guard case .popup(var popup) = layers.last else { return nil }
    switch key {
    case .named(.escape), .control("g"):
      if popup.purpose == .palette { return close(popup) }
      popup.filter = LineInput()
      popup.isFiltering = false
    case .named(.enter):
      if popup.isChosenFrom { return choose(popup, session: session) }
      popup.isFiltering = false
    case .named(.down), .control("n"), .named(.tab): return move(popup, by: 1, session: session)
    case .named(.up), .control("p"), .named(.backTab): return move(popup, by: -1, session: session)
    case .named(.pageDown): return move(popup, by: cache.popupPage, session: session)
    case .named(.pageUp): return move(popup, by: -cache.popupPage, session: session)
    default:
      guard pending.isEmpty, popup.filter.takes(key) else { return nil }
      popup.cursor = 0
      popup.top = 0
    }
    layers[layers.count - 1] = .popup(popup)
    return []
  }

  /// A command given while a popup is on top; nil for those that are not the popup's.
  mutating func runInPopup(_ command: Command, session: Session) -> [Intent]? {
    guard case .popup(var popup) = layers.last else { return nil }
    switch command {
    case .down: return move(popup, by: 1, session: session)
    case .up: return move(popup, by: -1, session: session)
    case .pageDown: return move(popup, by: cache.popupPage, session: session)
    case .pageUp: return move(popup, by: -cache.popupPage, session: session)
    case .halfPageDown: return move(popup, by: max(1, cache.popupPage / 2), session: session)
    case .halfPageUp: return move(popup, by: -max(1, cache.popupPage / 2), session: session)
    case .top: return move(popup, by: -1_000_000, session: session)
    case .bottom: return move(popup, by: 1_000_000, session: session)
    case .search:
      popup.isFiltering = true
      layers[layers.count - 1] = .popup(popup)
      return []
    case .back: return close(popup)
    case .help:
      if popup.purpose == .help { return close(popup) }
      open(.help, session: session)
      return []
    case .nextHit, .previousHit: return move(popup, by: command == .nextHit ? 1 : -1, session: session)
    default: return nil
    }
  }

  /// Moves the cursor of a list that is chosen from, or scrolls one that is read.
  private mutating func move(_ popup: Popup, by distance: Int, session: Session) -> [Intent] {
    var popup = popup
    let rows = rows(of: popup, session: session, now: Timestamp(milliseconds: 0))
    var intents: [Intent] = []
    if popup.isChosenFrom {
      popup.cursor = max(0, min(rows.count - 1, popup.cursor + distance))
      if case .theme(let name) = rows.indices.contains(popup.cursor) ? rows[popup.cursor].choice : nil {
        themeName = name
        intents = [.setTheme(name)]
      }
    } else {
      popup.top = max(0, min(max(0, cache.popupRows - cache.popupPage), popup.top + distance))
    }
    layers[layers.count - 1] = .popup(popup)
    return intents
  }

  private mutating func close(_ popup: Popup) -> [Intent] {
    layers.removeLast()
    guard popup.purpose == .themes, popup.formerTheme != themeName else { return [] }
    themeName = popup.formerTheme
    return [.setTheme(popup.formerTheme)]
  }

  /// Does what the row under the cursor is for.
  mutating func choose(_ popup: Popup, session: Session) -> [Intent] {
    let rows = rows(of: popup, session: session, now: Timestamp(milliseconds: 0))
    guard rows.indices.contains(popup.cursor), let choice = rows[popup.cursor].choice else { return [] }
    layers.removeLast()
    switch choice {
    case .command(let command): return run(command, session: session)
    case .theme(let name):
      themeName = name
      return [.setTheme(name), .session(.remember(key: "theme", .string(name)))]
    case .order(let order, let isDescending):
      var filter = session.queue.filter
      filter.order = order
      filter.isDescending = isDescending
      return [.session(.setFilter(filter))]
    case .heading(let line):
      guidelinesTop = line
      return []
    case .errorType: return []
    }
  }
}
