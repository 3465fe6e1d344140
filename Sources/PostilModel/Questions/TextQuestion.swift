public import PostilConfiguration

/// `type = "text"`: words, on as many lines as it takes. The answer is a string; with `turns = true` a whole conversation,
/// written as user and as assistant in turn, as a list of `{"role", "content"}`.
public struct TextQuestion: QuestionKind {
  /// `text`
  public static let typeName = "text"
  /// The most characters (as people count them: extended grapheme clusters), or nil for no limit.
  public var maximumCharacters: Int?
  /// The least characters.
  public var minimumCharacters: Int
  /// The rows that the editor takes on the screen before there is text.
  public var rows: Int
  /// Who speaks first in a conversation; nil when one text is asked for.
  public var firstRole: ChatTurn.Role?

  /// A text within a limit, or a conversation of such texts.
  public init(
    maximumCharacters: Int? = nil, minimumCharacters: Int = 0, rows: Int = 3, firstRole: ChatTurn.Role? = nil
  ) {
    self.firstRole = firstRole
    self.maximumCharacters = maximumCharacters
    self.minimumCharacters = minimumCharacters
    self.rows = rows
  }

  /// Reads `at_least` and `at_most` (characters of a text or turn), `rows`, `turns` and `begins`.
  public static func read(_ table: inout ConfigurationTable) -> TextQuestion? {
    let minimum = table.integer("at_least", in: 0...1_000_000) ?? 0
    let maximum = table.integer("at_most", in: 1...1_000_000)
    let rows = table.integer("rows", in: 1...50) ?? 3
    if let maximum, minimum > maximum {
      table.complain("\(table.named("at_least")) is more than \"at_most\": \(minimum) > \(maximum)", about: "at_least")
      return nil
    }
    let hasTurns = table.bool("turns") ?? false
    let begins = hasTurns ? table.word("begins", as: FirstRole.self, called: "role") : nil
    return TextQuestion(
      maximumCharacters: maximum, minimumCharacters: minimum, rows: rows,
      firstRole: hasTurns ? begins == .assistant ? .assistant : .user : nil)
  }

  /// Who may begin a conversation.
  private enum FirstRole: String, CaseIterable { case user, assistant }

  /// Not a string, too short or too long; of a conversation, any turn that is, or one that does not end in an answer.
  public func problem(with answer: JSONValue) -> String? {
    guard firstRole != nil else {
      guard let text = answer.string else { return "wants a text" }
      return problem(withLengthOf: text)
    }
    guard let turns = ChatTurn.turns(of: answer), !turns.isEmpty else { return "wants turns with role and content" }
    for (place, turn) in turns.enumerated() {
      guard turn.role == role(ofTurn: place)?.rawValue else { return "wants user and assistant in turn" }
      if turn.content.isEmpty { return "has an empty turn (number \(place + 1))" }
      if let problem = problem(withLengthOf: turn.content) { return "\(problem) in turn \(place + 1)" }
    }
    return turns.last?.role == ChatTurn.Role.assistant.rawValue ? nil : "ends with the user: write the answer"
  }

  private func problem(withLengthOf text: String) -> String? {
    guard maximumCharacters != nil || minimumCharacters > 0 else { return nil }
    let count = text.count
    if count < minimumCharacters { return "wants at least \(minimumCharacters) characters, has \(count)" }
    if let maximumCharacters, count > maximumCharacters {
      return "takes at most \(maximumCharacters) characters, has \(count)"
    }
    return nil
  }

  /// The text; of a conversation its last turn and how many there are.
  public func summary(of answer: JSONValue) -> String {
    guard let turns = ChatTurn.turns(of: answer), let last = turns.last else { return answer.string ?? answer.jsonText }
    return "\(turns.count) turns: \(last.content)"
  }

  /// The text itself; a conversation as JSON text.
  public func answer(fromText text: String) -> JSONValue? {
    guard firstRole != nil else { return .string(text) }
    guard let value = try? JSONParser().parse(text), ChatTurn.turns(of: value) != nil else { return nil }
    return value
  }

  // MARK: Conversations

  /// Who speaks in a turn, from 0; nil when no conversation is asked for.
  public func role(ofTurn place: Int) -> ChatTurn.Role? {
    guard let firstRole else { return nil }
    return place.isMultiple(of: 2) ? firstRole : firstRole == .user ? .assistant : .user
  }

  /// What stands in the editor; of a conversation the turn whose place the part names, from 0.
  public func text(of answer: JSONValue?, part: String, about subject: Subject?) -> String {
    guard firstRole != nil else { return answer.map { $0.string ?? $0.jsonText } ?? "" }
    guard let place = Int(part), let turns = answer.flatMap(ChatTurn.turns), turns.indices.contains(place) else {
      return ""
    }
    return turns[place].content
  }

  /// The text, or the conversation with that turn.
  public func answer(writing text: String, part: String, from current: JSONValue?, about subject: Subject?)
    -> JSONValue?
  {
    guard firstRole != nil else { return text.isEmpty ? nil : .string(text) }
    guard let place = Int(part), (0..<10_000).contains(place) else { return current }
    var turns = current.flatMap(ChatTurn.turns) ?? []
    while turns.count <= place { turns.append(ChatTurn(role(ofTurn: turns.count) ?? .user, "")) }
    turns[place].content = text
    return Self.withoutEmptyEnd(turns)
  }

  private static func withoutEmptyEnd(_ turns: [ChatTurn]) -> JSONValue? {
    let count = (turns.lastIndex { !$0.content.isEmpty } ?? -1) + 1
    return count == 0 ? nil : .array(turns[..<count].map(\.json))
  }

  /// The text; conversations are the same or not.
  public func measured(_ answer: JSONValue) -> MeasuredAnswer { answer.string.map { .text($0) } ?? .other(answer) }
}
