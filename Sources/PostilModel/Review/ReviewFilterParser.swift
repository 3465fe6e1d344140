import PostilConfiguration

/// The review queue's filter language:
/// `state:to-settle question:feeling label:bad annotator:dana flag:yes gold:missed fast:yes`.
///
/// Pieces are parted by blanks; all of them must hold. `state:to-settle,sent-back` means either, `state:all` any; without
/// a state it is these two. Quotation marks hold blanks together.
public struct ReviewFilterParser: Sendable {
  private static let all = "all"
  private let questions: [Question]
  private let annotators: [String]

  /// A parser that knows some questions, and names to propose.
  public init(questions: [Question], annotators: [String] = []) {
    self.questions = questions
    self.annotators = annotators
  }

  /// Reads a filter.
  public func parse(_ text: String) throws(QueueFilterError) -> ReviewFilter {
    var filter = ReviewFilter()
    var seen: Set<ReviewFilterKey> = []
    for token in QueueFilterToken.tokens(of: text) {
      if token.isOpen { throw QueueFilterError(message: "a quotation mark without its end", hint: "Close it.") }
      guard let name = token.key else {
        throw QueueFilterError(
          message: "\"\(token.text)\" stands alone",
          hint: "Write what it is: label:\(token.text), annotator:\(token.text). Known: \(Self.list(Self.keys))")
      }
      guard let key = ReviewFilterKey(rawValue: name.lowercased()) else {
        throw QueueFilterError(
          message: "unknown filter \"\(name)\"", suggestion: DidYouMean.nearest(to: name, among: Self.keys),
          hint: "Known: \(Self.list(Self.keys))")
      }
      guard seen.insert(key).inserted else {
        throw QueueFilterError(message: "\"\(key.rawValue)\" is there twice", hint: "Keep one.")
      }
      try apply(key, token.text, to: &filter)
    }
    return filter
  }

  /// Writes a filter as text that `parse` reads as the same filter; empty for what is shown at first.
  public func text(of filter: ReviewFilter) -> String {
    var pieces: [String] = []
    if filter.states != ReviewFilter().states {
      let names = TaskStanding.State.allCases.filter(filter.states.contains).map(\.rawValue)
      pieces.append("state:" + (names.isEmpty ? Self.all : names.joined(separator: ",")))
    }
    func add(_ key: ReviewFilterKey, _ value: String?) {
      if let value { pieces.append("\(key.rawValue):" + QueueFilterToken.quoted(value)) }
    }
    add(.question, filter.question)
    add(.label, filter.label)
    add(.annotator, filter.annotator)
    add(.flag, filter.isFlagged ? "yes" : nil)
    add(.gold, filter.missesGold ? "missed" : nil)
    add(.fast, filter.isTooFast ? "yes" : nil)
    return pieces.joined(separator: " ")
  }

  /// The ways to go on with the last piece of a filter: keys, then values after a colon.
  public func completions(for text: String) -> [QueueFilterCompletion] {
    let isAtStart = text.unicodeScalars.last?.properties.isWhitespace ?? true
    guard !isAtStart, let token = QueueFilterToken.tokens(of: text).last else {
      return keyCompletions("", after: text)
    }
    if token.isOpen { return [] }
    let before = String(text[..<token.start])
    guard let key = token.key else { return keyCompletions(token.text, after: before) }
    return (ReviewFilterKey(rawValue: key.lowercased()).map(values) ?? [])
      .filter { $0.lowercased().hasPrefix(token.text.lowercased()) }
      .map { value in
        let piece = key + ":" + QueueFilterToken.quoted(value)
        return QueueFilterCompletion(filter: before + piece, piece: piece, help: "")
      }
  }

  private func keyCompletions(_ begun: String, after before: String) -> [QueueFilterCompletion] {
    ReviewFilterKey.allCases.filter { $0.rawValue.hasPrefix(begun.lowercased()) }.map { key in
      QueueFilterCompletion(filter: before + key.rawValue + ":", piece: key.rawValue + ":", help: key.help)
    }
  }

  private static let keys = ReviewFilterKey.allCases.map(\.rawValue)

  private static func list(_ words: [String]) -> String { words.joined(separator: ", ") }

  private func values(of key: ReviewFilterKey) -> [String] {
    switch key {
    case .state: TaskStanding.State.allCases.map(\.rawValue) + [Self.all]
    case .question: questions.map(\.name)
    case .label: labels
    case .annotator: annotators
    case .flag, .fast: ["yes"]
    case .gold: ["missed"]
    }
  }

  /// The names of all choices, each once.
  private var labels: [String] {
    var names: [String] = []
    for choice in questions.flatMap(\.kind.keyedChoices) where !names.contains(choice.name) {
      names.append(choice.name)
    }
    return names
  }

  private func apply(
    _ key: ReviewFilterKey, _ value: String, to filter: inout ReviewFilter
  ) throws(QueueFilterError) {
    switch key {
    case .state: filter.states = try states(value.lowercased())
    case .question: filter.question = try known(value, key)
    case .label: filter.label = try nonempty(value, key)
    case .annotator: filter.annotator = try nonempty(value, key)
    case .flag: filter.isFlagged = try !known(value, key).isEmpty
    case .gold: filter.missesGold = try !known(value, key).isEmpty
    case .fast: filter.isTooFast = try !known(value, key).isEmpty
    }
  }

  private func states(_ value: String) throws(QueueFilterError) -> Set<TaskStanding.State> {
    if value == Self.all { return [] }
    var states: Set<TaskStanding.State> = []
    for word in value.split(separator: ",") {
      let name = try known(String(word), .state)
      if let state = TaskStanding.State(rawValue: name) { states.insert(state) }
    }
    if states.isEmpty { _ = try nonempty("", .state) }
    return states
  }

  private func nonempty(_ value: String, _ key: ReviewFilterKey) throws(QueueFilterError) -> String {
    guard !value.isEmpty else { throw unknown("", key) }
    return value
  }

  private func known(_ value: String, _ key: ReviewFilterKey) throws(QueueFilterError) -> String {
    guard let found = values(of: key).first(where: { $0.lowercased() == value.lowercased() }) else {
      throw unknown(value, key)
    }
    return found
  }

  private func unknown(_ word: String, _ key: ReviewFilterKey) -> QueueFilterError {
    let known = values(of: key)
    return QueueFilterError(
      message: word.isEmpty ? "\(key.rawValue): wants a word after it" : "unknown \(key.rawValue) \"\(word)\"",
      suggestion: DidYouMean.nearest(to: word, among: known),
      hint: known.isEmpty ? "" : "Known: \(Self.list(known))")
  }
}
