/// One turn of a conversation: who speaks, and what is said.
public struct ChatTurn: Sendable, Hashable {
  /// Who speaks, under the names that trainers know.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    case system
    case user
    case assistant
    case tool

    /// The role that a word of any known format stands for: `human`, `prompter`, `gpt`, `bot`, `function` …
    public init?(word: String) {
      switch word.lowercased() {
      case "user", "human", "prompter", "instruction", "question": self = .user
      case "assistant", "gpt", "bot", "model", "chatgpt", "bing", "bard", "ai": self = .assistant
      case "system", "developer": self = .system
      case "tool", "function", "function_response", "observation": self = .tool
      default: return nil
      }
    }
  }

  /// Who speaks, as the record says it.
  public var role: String
  /// What is said. What is no text is JSON text.
  public var content: String

  /// A turn.
  public init(role: String, content: String) {
    self.role = role
    self.content = content
  }

  /// A turn of a known role.
  public init(_ role: Role, _ content: String) {
    self.init(role: role.rawValue, content: content)
  }

  /// The role by its standard name; nil when no format knows the word.
  public var standardRole: Role? { Role(word: role) }

  /// The turns of a list of objects with `role` and `content`, or `from` and `value`; nil when one is something else.
  public static func turns(of value: JSONValue) -> [ChatTurn]? {
    guard let elements = value.array else { return nil }
    var turns: [ChatTurn] = []
    turns.reserveCapacity(elements.count)
    for element in elements {
      guard let object = element.object, let role = (object["role"] ?? object["from"])?.string,
        let content = object["content"] ?? object["value"]
      else { return nil }
      turns.append(ChatTurn(role: role, content: content.string ?? content.jsonText))
    }
    return turns
  }

  /// `{"role": …, "content": …}`
  public var json: JSONValue { .object(JSONObject([("role", .string(role)), ("content", .string(content))])) }
}
