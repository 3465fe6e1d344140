public import PostilConfiguration

/// `type = "text"`: words, on as many lines as it takes. The answer is a string.
public struct TextQuestion: QuestionKind {
  /// `text`
  public static let typeName = "text"
  /// The most characters (as people count them: extended grapheme clusters), or nil for no limit.
  public var maximumCharacters: Int?
  /// The least characters.
  public var minimumCharacters: Int
  /// The rows that the editor takes on the screen before there is text.
  public var rows: Int

  /// A text within a limit.
  public init(maximumCharacters: Int? = nil, minimumCharacters: Int = 0, rows: Int = 3) {
    self.maximumCharacters = maximumCharacters
    self.minimumCharacters = minimumCharacters
    self.rows = rows
  }

  /// Reads `at_least` and `at_most` (characters) and `rows`.
  public static func read(_ table: inout ConfigurationTable) -> TextQuestion? {
    let minimum = table.integer("at_least", in: 0...1_000_000) ?? 0
    let maximum = table.integer("at_most", in: 1...1_000_000)
    let rows = table.integer("rows", in: 1...50) ?? 3
    if let maximum, minimum > maximum {
      table.complain("\(table.named("at_least")) is more than \"at_most\": \(minimum) > \(maximum)", about: "at_least")
      return nil
    }
    return TextQuestion(maximumCharacters: maximum, minimumCharacters: minimum, rows: rows)
  }

  /// Not a string, too short or too long.
  public func problem(with answer: JSONValue) -> String? {
    guard let text = answer.string else { return "wants a text" }
    guard maximumCharacters != nil || minimumCharacters > 0 else { return nil }
    let count = text.count
    if count < minimumCharacters { return "wants at least \(minimumCharacters) characters, has \(count)" }
    if let maximumCharacters, count > maximumCharacters {
      return "takes at most \(maximumCharacters) characters, has \(count)"
    }
    return nil
  }

  /// The text.
  public func summary(of answer: JSONValue) -> String { answer.string ?? answer.jsonText }

  /// The text itself.
  public func answer(fromText text: String) -> JSONValue? { .string(text) }
}
