import PostilModel

/// The texts of one task on their way into training records: the prompt and the responses as turns. One value is used for
/// many tasks and keeps its buffers.
///
/// Texts stay escaped as they are in JSON, so that they are copied from record to record and never decoded.
struct TrainingTask {
  /// One turn.
  struct Turn {
    /// Who speaks.
    var role: ChatTurn.Role
    /// Where its text stands in `text`.
    var content: Range<Int>
  }

  /// One response.
  struct Response {
    /// Where its id stands in `text`, not escaped.
    var id = 0..<0
    /// Its turns.
    var turns = 0..<0
    /// Why it cannot be a training text; nil when it can.
    var problem: String?
  }

  /// The texts, escaped, without quotes.
  private(set) var text: [UInt8] = []
  /// The turns of the prompt and of the responses.
  private(set) var turns: [Turn] = []
  /// The turns of the prompt.
  private(set) var prompt = 0..<0
  /// Why the prompt cannot be one; nil when it can.
  private(set) var promptProblem: String?
  /// The keys of turns beside role and content, which training records do not have.
  private(set) var otherKeys = 0
  /// The responses in the order of the record.
  private(set) var responses: [Response] = []

  /// Empties the buffers.
  mutating func clear() {
    text.removeAll(keepingCapacity: true)
    turns.removeAll(keepingCapacity: true)
    responses.removeAll(keepingCapacity: true)
    prompt = 0..<0
    promptProblem = nil
    otherKeys = 0
  }

  /// The place of a response among those of the task; nil when there is none of that id.
  func place(of id: String) -> Int? {
    responses.firstIndex { $0.id.count == id.utf8.count && text[$0.id].elementsEqual(id.utf8) }
  }

  // MARK: Turns

  /// Adds the turns of a JSON value: a list of turns, or a text as one turn of that role.
  ///
  /// - Returns: Why they are no training text; nil when they are.
  mutating func appendTurns(_ value: UnsafeRawBufferPointer, textAs role: ChatTurn.Role) -> String? {
    if let content = value.stringContent {
      appendTurn(role, escaped: content)
      return nil
    }
    var walker = JSONWalker(value)
    guard walker.enter("[") else { return "text that is neither a string nor a list of turns" }
    while walker.next() {
      guard let problem = appendTurn(&walker) else { continue }
      return problem
    }
    return nil
  }

  /// Adds a turn whose text is escaped already.
  mutating func appendTurn(_ role: ChatTurn.Role, escaped content: UnsafeRawBufferPointer) {
    let start = text.count
    text.append(contentsOf: content)
    turns.append(Turn(role: role, content: start..<text.count))
  }

  /// Adds a turn of plain text.
  mutating func appendTurn(_ role: ChatTurn.Role, _ content: String) {
    let start = text.count
    JSONWriter.append(content, to: &text)
    turns.append(Turn(role: role, content: (start + 1)..<(text.count - 1)))
  }

  /// Adds turns that are there already once more, behind the last.
  mutating func repeatTurns(_ range: Range<Int>) { turns.append(contentsOf: turns[range]) }

  private mutating func appendTurn(_ walker: inout JSONWalker) -> String? {
    guard walker.enter("{") else { return "turn that is no object" }
    var role: ChatTurn.Role?
    var content: UnsafeRawBufferPointer?
    var problem: String?
    while walker.next() {
      let key = walker.key()
      let value = walker.value()
      if key.equals("role") || key.equals("from") {
        role = value.stringContent.flatMap(Self.role)
        if role == nil { problem = "turn with an unknown role" }
      } else if key.equals("content") || key.equals("value") {
        content = value.stringContent
        if content == nil { problem = "turn whose content is not a text" }
      } else {
        otherKeys += 1
      }
    }
    guard let role, let content else { return problem ?? "turn without role and content" }
    appendTurn(role, escaped: content)
    return nil
  }

  private static func role(_ word: UnsafeRawBufferPointer) -> ChatTurn.Role? {
    if word.equals("user") { return .user }
    if word.equals("assistant") { return .assistant }
    return ChatTurn.Role(word: String(decoding: word, as: UTF8.self))
  }

  // MARK: Prompt and responses

  /// Takes a field's value as the prompt. It must end in a turn that asks for an answer.
  mutating func takePrompt(_ value: UnsafeRawBufferPointer) {
    let start = turns.count
    guard !value.isEmpty, !value.equals("null") else {
      promptProblem = "task without a prompt"
      return
    }
    promptProblem = appendTurns(value, textAs: .user).map { "prompt: \($0)" }
    prompt = start..<turns.count
    if promptProblem == nil { promptProblem = problem(asPrompt: prompt) }
  }

  /// The same for turns that are there already.
  func problem(asPrompt range: Range<Int>) -> String? {
    switch range.isEmpty ? nil : turns[range.upperBound - 1].role {
    case .user, .tool: nil
    case nil: "prompt without a turn"
    case .assistant: "prompt that ends in an assistant turn"
    case .system: "prompt that ends in a system turn"
    }
  }

  /// Why turns are no answer; nil when they are one.
  func problem(asAnswer range: Range<Int>) -> String? {
    let isAnswer = !range.isEmpty && turns[range.upperBound - 1].role == .assistant
    if !isAnswer { return "response that does not end in an assistant turn" }
    return isBlank(range) ? Self.emptyResponse : nil
  }

  /// What is counted of keys beside role and content.
  static let otherKeysOfTurn = "other keys of a turn"
  /// Why a text of blanks is no answer.
  static let emptyResponse = "an empty response"
  /// Why two equal answers are no pair.
  static let sameText = "chosen and rejected are the same text"

  /// Whether turns say nothing but blanks.
  func isBlank(_ range: Range<Int>) -> Bool { turns[range].allSatisfy { Self.isBlank(text[$0.content]) } }

  private static func isBlank(_ escaped: ArraySlice<UInt8>) -> Bool {
    var rest = escaped
    while let first = rest.popFirst() {
      if first == UInt8(ascii: " ") { continue }
      guard first == UInt8(ascii: "\\"), let letter = rest.popFirst(), "nrt".utf8.contains(letter) else { return false }
    }
    return true
  }

  /// Whether two answers are the same to the byte.
  func isSame(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    one.count == other.count
      && zip(turns[one], turns[other]).allSatisfy {
        $0.role == $1.role && $0.content.count == $1.content.count && text[$0.content].elementsEqual(text[$1.content])
      }
  }

  /// The ids of the responses that an order says nothing of.
  func rest(of order: WeakOrder) -> [String] {
    responses.map { String(decoding: text[$0.id], as: UTF8.self) }
      .filter { order.rank(of: $0) == nil && !order.isSetAside($0) }
  }

  /// Takes a field's value as the list of responses.
  mutating func takeResponses(_ value: UnsafeRawBufferPointer) {
    var walker = JSONWalker(value)
    guard walker.enter("[") else { return }
    while walker.next() { takeResponse(&walker) }
  }

  private mutating func takeResponse(_ walker: inout JSONWalker) {
    var response = Response()
    let start = turns.count
    let ordinal = String(responses.count + 1)
    if walker.peek() == UInt8(ascii: "\"") {
      response.id = appendID(ordinal)
      response.problem = appendTurns(walker.value(), textAs: .assistant)
    } else if walker.enter("{") {
      var words: UnsafeRawBufferPointer?
      while walker.next() {
        let key = walker.key()
        let value = walker.value()
        if key.equals("id") {
          response.id = appendID(value)
        } else if key.equals("turns") || (key.equals("text") && words?.first != UInt8(ascii: "[")) {
          words = value
        }
      }
      if response.id.isEmpty { response.id = appendID(ordinal) }
      response.problem =
        words.map { appendTurns($0, textAs: .assistant) } ?? "response without text"
    } else {
      _ = walker.value()
      response.problem = "response that is neither a text nor an object"
    }
    response.turns = start..<turns.count
    responses.append(response)
  }

  private mutating func appendID(_ id: String) -> Range<Int> {
    let start = text.count
    text.append(contentsOf: id.utf8)
    return start..<text.count
  }

  private mutating func appendID(_ value: UnsafeRawBufferPointer) -> Range<Int> {
    let start = text.count
    if value.stringContent == nil { text.append(contentsOf: value) } else { value.appendUnescaped(to: &text) }
    return start..<text.count
  }
}
