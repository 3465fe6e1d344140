import PostilConfiguration

/// The queue's filter language: `state:skipped sentiment:positive flag:yes sort:-changed "two words" refund`.
///
/// Pieces are parted by blanks; all of them must hold. Keys are those of `QueueFilterKey` and the names of questions; a
/// piece without a key is a word to look for. Quotation marks hold blanks together and make any piece a word; `\` before
/// a quotation mark or another `\` takes its meaning away. `state:draft,skipped` means either.
public struct QueueFilterParser: Sendable {
  private let questions: [Question]

  /// A parser that knows the names and labels of some questions.
  public init(questions: [Question]) { self.questions = questions }

  /// Reads a filter.
  public func parse(_ text: String) throws(QueueFilterError) -> QueueFilter {
    var filter = QueueFilter()
    var seen: [String: String] = [:]
    for token in QueueFilterToken.tokens(of: text) {
      if token.isOpen {
        let hint = "Close it, or put \\ before it between two others."
        throw QueueFilterError(message: "a quotation mark without its end", hint: hint)
      }
      guard let key = token.key else {
        if !token.text.isEmpty { filter.words.append(token.text) }
        continue
      }
      try apply(key, token.text, to: &filter, seen: &seen)
    }
    return filter
  }

  /// Writes a filter as text that `parse` reads as the same filter.
  public func text(of filter: QueueFilter) -> String {
    var pieces: [String] = []
    let states = AnnotationState.allCases.filter(filter.states.contains).map(\.rawValue)
    if !states.isEmpty { pieces.append("state:" + states.joined(separator: ",")) }
    for answer in filter.answers {
      pieces.append((answer.question ?? keyOfAny(answer.value)) + ":" + QueueFilterToken.quoted(answer.value))
    }
    if let flag = filter.isFlagged { pieces.append("flag:" + (flag ? "yes" : "no")) }
    if let has = filter.hasSuggestion { pieces.append("suggestion:" + (has ? "yes" : "no")) }
    if let differs = filter.disagreesWithSuggestion { pieces.append("suggestion:" + (differs ? "disagree" : "agree")) }
    if let has = filter.hasComment { pieces.append("comment:" + (has ? "yes" : "no")) }
    if filter.order != .number || filter.isDescending {
      pieces.append("sort:" + (filter.isDescending ? "-" : "") + filter.order.rawValue)
    }
    return (pieces + filter.words.map(QueueFilterToken.quoted)).joined(separator: " ")
  }

  /// What may stand before a colon: the keys, then the names of questions.
  var keys: [String] {
    QueueFilterKey.allCases.map(\.rawValue) + questions.map(\.name).filter { QueueFilterKey(rawValue: $0) == nil }
  }

  /// The question of a name, letter case ignored where that is clear.
  func question(_ name: String) -> Question? {
    if let exact = questions.first(where: { $0.name == name }) { return exact }
    return questions.first { $0.name.lowercased() == name.lowercased() }
  }

  /// The names of all choices, each once.
  var labels: [String] {
    var names: [String] = []
    for choice in questions.flatMap(\.kind.choices) where !names.contains(choice.name) { names.append(choice.name) }
    return names
  }

  private func keyOfAny(_ value: String) -> String {
    // A question may be called "label"; then `label:` means that question.
    labels.contains(value) && question("label") == nil ? "label" : "answer"
  }

  private func apply(
    _ key: String, _ value: String, to filter: inout QueueFilter, seen: inout [String: String]
  ) throws(QueueFilterError) {
    if let question = question(key) {
      return filter.answers.append(.init(question: question.name, value: try answer(value, to: question)))
    }
    guard let key = QueueFilterKey(rawValue: key.lowercased()) else {
      throw QueueFilterError(
        message: "unknown filter \"\(key)\"", suggestion: DidYouMean.nearest(to: key, among: keys),
        hint: "Known: \(keys.joined(separator: ", ")). In quotation marks it is a word to look for")
    }
    let word = value.lowercased()
    switch key {
    case .state: for part in word.split(separator: ",") { filter.states.insert(try state(String(part))) }
    case .label: filter.answers.append(.init(value: try choice(value, among: labels, called: "label")))
    case .answer: filter.answers.append(.init(value: value))
    case .flag: filter.isFlagged = try once(key, yes(word, key), &seen)
    case .comment: filter.hasComment = try once(key, yes(word, key), &seen)
    case .suggestion: try applySuggestion(word, to: &filter, seen: &seen)
    case .sort:
      let order = try known(word, key)
      _ = try once(key, order, &seen)
      filter.isDescending = order.hasPrefix("-")
      filter.order = QueueFilter.Order(rawValue: order.hasPrefix("-") ? String(order.dropFirst()) : order) ?? .number
    }
    if key == .state, word.split(separator: ",").isEmpty { _ = try state("") }
  }

  private func applySuggestion(
    _ word: String, to filter: inout QueueFilter, seen: inout [String: String]
  ) throws(QueueFilterError) {
    switch try known(word, .suggestion) {
    case "disagree": filter.disagreesWithSuggestion = try once(.suggestion, true, &seen, part: "answer")
    case "agree": filter.disagreesWithSuggestion = try once(.suggestion, false, &seen, part: "answer")
    case let other: filter.hasSuggestion = try once(.suggestion, other == "yes", &seen)
    }
  }

  private func state(_ word: String) throws(QueueFilterError) -> AnnotationState {
    // "Done" is what people say; the state's name is the one of the files.
    if word == "done" { return .submitted }
    return AnnotationState(rawValue: try known(word, .state)) ?? .open
  }

  private func yes(_ word: String, _ key: QueueFilterKey) throws(QueueFilterError) -> Bool {
    try known(word, key) == "yes"
  }

  private func known(_ word: String, _ key: QueueFilterKey) throws(QueueFilterError) -> String {
    guard key.values.contains(word) else { throw unknown(word, called: key.rawValue, among: key.values) }
    return word
  }

  private func answer(_ value: String, to question: Question) throws(QueueFilterError) -> String {
    let names = question.kind.choices.map(\.name)
    return names.isEmpty ? value : try choice(value, among: names, called: "answer to \(question.name)")
  }

  private func choice(
    _ value: String, among names: [String], called what: String
  ) throws(QueueFilterError) -> String {
    if names.contains(value) { return value }
    let same = names.filter { $0.lowercased() == value.lowercased() }
    guard same.count == 1 else { throw unknown(value, called: what, among: names) }
    return same[0]
  }

  private func unknown(_ word: String, called what: String, among words: [String]) -> QueueFilterError {
    let list = words.joined(separator: ", ")
    return QueueFilterError(
      message: word.isEmpty ? "\(what): wants a word after it" : "unknown \(what) \"\(word)\"",
      suggestion: DidYouMean.nearest(to: word, among: words), hint: list.isEmpty ? "" : "Known: \(list)")
  }

  /// Refuses a key that is there twice with different words: no task could meet both.
  private func once<Value>(
    _ key: QueueFilterKey, _ value: Value, _ seen: inout [String: String], part: String = ""
  ) throws(QueueFilterError) -> Value {
    let name = key.rawValue + part
    if let other = seen[name], other != "\(value)" {
      throw QueueFilterError(message: "\"\(key.rawValue)\" is there twice with different words", hint: "Keep one.")
    }
    seen[name] = "\(value)"
    return value
  }
}
