import PostilCore
import PostilModel
import PostilScreen

extension ReviewDesk {
  // MARK: Prompts

  /// Takes a key in a prompt; nil for keys that are the keymap's.
  mutating func handlePrompt(_ key: Key, session: ReviewSession) -> [ReviewIntent]? {
    guard case .prompt(var prompt) = layers.last else { return nil }
    switch key {
    case .named(.escape), .control("g"):
      layers.removeLast()
      return []
    case .named(.enter): return enter(prompt, session: session)
    case .named(.tab), .named(.up), .named(.down), .named(.backTab):
      complete(&prompt, key: key, session: session)
    default:
      guard prompt.entry.takes(key) else { return nil }
      prompt.problem = ""
      prompt.cursor = 0
    }
    layers[layers.count - 1] = .prompt(prompt)
    return []
  }

  private mutating func enter(_ prompt: ReviewPrompt, session: ReviewSession) -> [ReviewIntent] {
    let text = prompt.entry.text
    layers.removeLast()
    switch prompt.purpose {
    case .sendBack(let annotator): return [.review(.sendBack(annotator: annotator, text: text))]
    case .goTo: return text.isEmpty ? [] : [.review(.goTo(text))]
    case .filter:
      do throws(QueueFilterError) {
        return [.review(.setFilter(try parser(session).parse(text)))]
      } catch {
        var prompt = prompt
        prompt.problem = error.description
        layers.append(.prompt(prompt))
        return []
      }
    }
  }

  /// The ways to go on with a filter.
  func completions(of prompt: ReviewPrompt, session: ReviewSession) -> [QueueFilterCompletion] {
    prompt.purpose == .filter ? parser(session).completions(for: prompt.entry.text) : []
  }

  private func complete(_ prompt: inout ReviewPrompt, key: Key, session: ReviewSession) {
    let ways = completions(of: prompt, session: session)
    guard !ways.isEmpty else { return }
    switch key {
    case .named(.tab):
      prompt.entry = LineInput(ways[min(prompt.cursor, ways.count - 1)].filter)
      prompt.cursor = 0
    case .named(.down): prompt.cursor = min(ways.count - 1, prompt.cursor + 1)
    default: prompt.cursor = max(0, prompt.cursor - 1)
    }
  }

  // MARK: Popups

  mutating func open(_ purpose: Popup.Purpose, session: ReviewSession) {
    var popup = Popup(purpose)
    popup.formerTheme = themeName
    switch purpose {
    case .themes: popup.cursor = themes.firstIndex(of: themeName) ?? 0
    case .errorTypes:
      popup.cursor = session.project.review.errorTypes.firstIndex(of: session.errorType).map { $0 + 1 } ?? 0
    default: break
    }
    layers.append(.popup(popup))
  }

  /// Keys that a popup takes before the keymap; nil for the others.
  mutating func handlePopup(_ key: Key, session: ReviewSession) -> [ReviewIntent]? {
    guard case .popup(var popup) = layers.last else { return nil }
    switch key {
    case .named(.escape) where !popup.filter.isEmpty:
      (popup.filter, popup.top, popup.cursor) = (LineInput(), 0, 0)
      layers[layers.count - 1] = .popup(popup)
      return []
    case .named(.escape), .control("g"): return close(popup)
    case .named(.enter), .named(.space):
      guard popup.isChosenFrom else { return key == .named(.enter) ? close(popup) : nil }
      return choose(popup, session: session)
    case .character(let scalar):
      // Error types are few: their numbers choose them.
      guard popup.purpose == .errorTypes, let place = LabelKeys.digits.firstIndex(of: Character(scalar)) else {
        return nil
      }
      popup.cursor = place + 1
      return choose(popup, session: session)
    default: return nil
    }
  }

  /// Keys while the filter of a popup is typed; nil for those of the keymap.
  mutating func handleFiltering(_ key: Key, session: ReviewSession) -> [ReviewIntent]? {
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
      guard popup.filter.takes(key) else { return nil }
      (popup.cursor, popup.top) = (0, 0)
    }
    layers[layers.count - 1] = .popup(popup)
    return []
  }

  /// A command given while a popup is on top; nil for those that are not the popup's.
  mutating func runInPopup(_ command: Command, session: ReviewSession) -> [ReviewIntent]? {
    guard case .popup(var popup) = layers.last else { return nil }
    switch command {
    case .down, .nextHit: return move(popup, by: 1, session: session)
    case .up, .previousHit: return move(popup, by: -1, session: session)
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
    case .help: return popup.purpose == .help ? close(popup) : nil
    default: return nil
    }
  }

  private mutating func move(_ popup: Popup, by distance: Int, session: ReviewSession) -> [ReviewIntent] {
    var popup = popup
    var intents: [ReviewIntent] = []
    if popup.isChosenFrom {
      let rows = rows(of: popup, session: session)
      popup.cursor = max(0, min(rows.count - 1, popup.cursor + distance))
      if case .theme(let name) = rows.indices.contains(popup.cursor) ? rows[popup.cursor].choice : nil {
        themeName = name
        intents = [.outside(.setTheme(name))]
      }
    } else {
      popup.top = max(0, min(max(0, cache.popupRows - cache.popupPage), popup.top + distance))
    }
    layers[layers.count - 1] = .popup(popup)
    return intents
  }

  private mutating func close(_ popup: Popup) -> [ReviewIntent] {
    layers.removeLast()
    guard popup.purpose == .themes, popup.formerTheme != themeName else { return [] }
    themeName = popup.formerTheme
    return [.outside(.setTheme(popup.formerTheme))]
  }

  /// Does what the row under the cursor is for.
  mutating func choose(_ popup: Popup, session: ReviewSession) -> [ReviewIntent] {
    let rows = rows(of: popup, session: session)
    guard rows.indices.contains(popup.cursor), let choice = rows[popup.cursor].choice else { return [] }
    layers.removeLast()
    switch choice {
    case .command(let command): return run(command, session: session)
    case .theme(let name):
      themeName = name
      return [.outside(.setTheme(name))]
    case .errorType(let name): return [.review(.setErrorType(name))]
    default: return []
    }
  }
}
