/// One way to go on with a partly typed filter.
public struct QueueFilterCompletion: Sendable, Hashable {
  /// The whole filter with its last piece completed.
  public var filter: String
  /// The completed piece, to show in a list.
  public var piece: String
  /// What it means; may be empty.
  public var help: String
}

extension QueueFilterParser {
  /// The ways to go on with the last piece of a filter: keys, names of questions, then values after a colon.
  ///
  /// The list is empty in the middle of quotation marks and for words to look for that begin no key.
  public func completions(for text: String) -> [QueueFilterCompletion] {
    let isAtStart = text.unicodeScalars.last?.properties.isWhitespace ?? true
    guard !isAtStart, let token = QueueFilterToken.tokens(of: text).last else { return keyCompletions("", after: text) }
    if token.isOpen { return [] }
    let before = String(text[..<token.start])
    guard let key = token.key else {
      // A piece in quotation marks is a word, whatever it looks like.
      return text[token.start...].hasPrefix("\"") ? [] : keyCompletions(token.text, after: before)
    }
    return values(of: key)
      .filter { $0.name.lowercased().hasPrefix(token.text.lowercased()) }
      .map { value in
        let piece = key + ":" + QueueFilterToken.quoted(value.name)
        return QueueFilterCompletion(filter: before + piece, piece: piece, help: value.help)
      }
  }

  private func keyCompletions(_ begun: String, after before: String) -> [QueueFilterCompletion] {
    keys.filter { $0.lowercased().hasPrefix(begun.lowercased()) }.map { key in
      let help = question(key)?.title ?? QueueFilterKey(rawValue: key)?.help ?? ""
      return QueueFilterCompletion(filter: before + key + ":", piece: key + ":", help: help)
    }
  }

  private func values(of key: String) -> [(name: String, help: String)] {
    if let question = question(key) {
      return question.kind.choices.map { ($0.name, $0.title == $0.name ? "" : $0.title) }
    }
    guard let key = QueueFilterKey(rawValue: key.lowercased()) else { return [] }
    if key == .label || key == .answer { return labels.map { ($0, "") } }
    return key.values.map { ($0, "") }
  }
}
