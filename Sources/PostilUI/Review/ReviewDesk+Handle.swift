public import PostilCore
import PostilModel
public import PostilScreen

extension ReviewDesk {
  /// Takes a key and says what it leads to, in order.
  public mutating func handle(_ key: Key, session: ReviewSession) -> [ReviewIntent] {
    if case .resize(let size) = key {
      self.size = size
      answering?.desk.size = size
      return []
    }
    notice = nil
    let dismissal: [ReviewIntent] = session.message == nil ? [] : [.review(.dismissMessage)]
    let intents: [ReviewIntent]
    if case .mouse(let mouse) = key {
      intents = handle(mouse, session: session)
    } else {
      intents = dispatch(KeyStroke.normal(key), session: session)
    }
    // What is half-done stays before the reviewer's eyes, whatever is measured meanwhile.
    let touch: [ReviewIntent] = answering != nil || !layers.isEmpty ? [.review(.touch)] : []
    return dismissal + touch + stoppedFromLosing(intents, session: session)
  }

  /// Leaving while something is not saved wants to be asked for twice.
  private mutating func stoppedFromLosing(_ intents: [ReviewIntent], session: ReviewSession) -> [ReviewIntent] {
    guard let reason = session.lastFailure, intents.contains(.outside(.quit(0))), !hasBeenWarned else { return intents }
    hasBeenWarned = true
    say("Your last decision is NOT SAVED: \(reason). Try again, or leave once more without it.", .error)
    return intents.filter { $0 != .outside(.quit(0)) }
  }

  private mutating func dispatch(_ key: Key, session: ReviewSession) -> [ReviewIntent] {
    if DeskLayout.mode(of: size) == .tooSmall {
      return TooSmallPicture.intent(of: key).map { [.outside($0)] } ?? []
    }
    if answering != nil, layers.isEmpty { return handleOwnAnswer(key, session: session) }
    let context = context
    if case .paste = key, context != .prompt {
      pending = []
      say("Pasted text goes into a prompt only. Nothing was done.")
      return []
    }
    if !pending.isEmpty, key == .named(.escape) {
      pending = []
      return []
    }
    if pending.isEmpty, let intents = beforeCommands(key, context: context, session: session) { return intents }
    let keys = pending + [key]
    switch match(keys) {
    case .command(let command):
      pending = []
      return run(command, session: session)
    case .prefix:
      pending = keys
      return []
    case .none: break
    }
    if let text = KeyStroke.text(keys.count > 1 ? keys : [key]).nilIfEmpty, context == .review {
      say("\(text) is no key here. \(keyText(.help)) shows all keys.")
    }
    pending = []
    return []
  }

  /// Keys that the place takes before the keymap is asked; nil when it leaves them.
  private mutating func beforeCommands(
    _ key: Key, context: CommandContext, session: ReviewSession
  ) -> [ReviewIntent]? {
    switch (context, layers.last) {
    case (.prompt, .popup): return handleFiltering(key, session: session)
    case (.prompt, _): return handlePrompt(key, session: session)
    case (.popup, _): return handlePopup(key, session: session)
    default: break
    }
    if key == .named(.escape) {
      if let overlay { return toggle(overlay) }
      if search != nil {
        search = nil
        say("The search ended.")
      } else if pictures.look.cursor != nil {
        pictures.look.cursor = nil
      } else if pictures.isZoomed {
        pictures.isZoomed = false
      }
      return []
    }
    guard case .character(let scalar) = key,
      let place = LabelKeys.digits.prefix(9).firstIndex(of: Character(scalar)),
      match([key]) == .none, overlay == nil
    else { return nil }
    return accept(place: place, session: session)
  }
}

extension String {
  /// Nil in the place of an empty text.
  fileprivate var nilIfEmpty: String? { isEmpty ? nil : self }
}
