import PostilCore
import PostilModel
import PostilScreen

extension ReviewDesk: LayeredDesk {
  static func outside(_ intent: Intent) -> ReviewIntent { .outside(intent) }

  var popupExtent: PopupExtent {
    get { cache.popup }
    set { cache.popup = newValue }
  }

  mutating func take(_ choice: PopupRow.Choice, session: ReviewSession) -> [ReviewIntent] {
    switch choice {
    case .command(let command): return run(command, session: session)
    case .theme(let name):
      themeName = name
      return [.outside(.setTheme(name))]
    case .errorType(let name): return [.review(.setErrorType(name))]
    case .heading(let line):
      overlayTop = line
      return []
    case .order: return []
    }
  }

  // MARK: Prompts

  /// Opens a prompt.
  mutating func ask(_ purpose: Prompt.Purpose, session: ReviewSession) {
    var prompt: Prompt
    switch purpose {
    case .filter:
      prompt = Prompt(
        purpose, text: parser(session).text(of: session.queue.filter),
        hint: "state:all label:bad annotator:dana flag:yes gold:missed; empty shows what is to settle")
      prompt.isSelected = !prompt.entry.isEmpty
    case .search:
      prompt = Prompt(purpose)
      (prompt.formerSearch, prompt.formerPlace) = (search, session.current.map { places[$0] } ?? 0)
    default: prompt = Prompt(purpose)
    }
    layers.append(.prompt(prompt))
  }

  /// Takes a key in a prompt; nil for keys that are the keymap's.
  mutating func handlePrompt(_ key: Key, session: ReviewSession) -> [ReviewIntent]? {
    guard case .prompt(var prompt) = layers.last else { return nil }
    let ways = Prompt.completes(key) ? completions(of: prompt, session: session) : []
    switch prompt.press(key, completions: ways) {
    case nil: return nil
    case .ignore: return []
    case .close:
      layers.removeLast()
      if prompt.purpose == .search { giveUpSearch(prompt, session: session) }
      return []
    case .enter: return enter(prompt, session: session)
    case .change:
      layers[layers.count - 1] = .prompt(prompt)
      if prompt.purpose == .search { seek(prompt, session: session) }
      return []
    }
  }

  private mutating func enter(_ prompt: Prompt, session: ReviewSession) -> [ReviewIntent] {
    let text = prompt.entry.text
    layers.removeLast()
    switch prompt.purpose {
    case .sendBack(let annotator): return [.review(.sendBack(annotator: annotator, text: text))]
    case .goTo: return text.isEmpty ? [] : [.review(.goTo(text))]
    case .search:
      keepSearch()
      return []
    case .filter:
      do throws(QueueFilterError) {
        return [.review(.setFilter(try parser(session).parse(text)))]
      } catch {
        var prompt = prompt
        prompt.problem = error.description
        layers.append(.prompt(prompt))
        return []
      }
    case .skip, .comment, .ask, .reply, .setAside: return []
    }
  }

  /// The ways to go on with a filter.
  func completions(of prompt: Prompt, session: ReviewSession) -> [QueueFilterCompletion] {
    prompt.purpose == .filter ? parser(session).completions(for: prompt.entry.text) : []
  }
}
