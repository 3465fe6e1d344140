import PostilModel
import PostilScreen

/// A comment or a reason that is being typed: kept with the session at each letter, and before the eyes again when the
/// program was killed meanwhile.
struct KeptLine {
  /// Under which the session remembers it.
  static let key = "line"

  let purpose: Prompt.Purpose
  let task: Int
  let text: String

  /// The line of a prompt; nil for prompts whose lines are looked for again in no time.
  init?(_ prompt: Prompt, task: Int) {
    guard Self.json(of: prompt.purpose) != nil else { return nil }
    (purpose, self.task, text) = (prompt.purpose, task, prompt.entry.text)
  }

  /// What a session has kept; nil when there is nothing, or nothing that reads.
  init?(_ remembered: [String: JSONValue]) {
    guard let parts = remembered[Self.key]?.array, parts.count == 3, let purpose = Self.purpose(of: parts[0]),
      let task = parts[1].int, let text = parts[2].string
    else { return nil }
    (self.purpose, self.task, self.text) = (purpose, task, text)
  }

  /// As the session remembers it.
  var json: JSONValue {
    .array([Self.json(of: purpose) ?? .null, .integer(Int64(task)), .string(text)])
  }

  private static func json(of purpose: Prompt.Purpose) -> JSONValue? {
    switch purpose {
    case .skip: "skip"
    case .comment: "comment"
    case .reply: "reply"
    case .ask(let skill): .array(["ask", .string(skill.description)])
    case .setAside(let question, let candidate, let number):
      .array([.string(question), .string(candidate), .integer(Int64(number))])
    case .goTo, .filter, .search, .sendBack: nil
    }
  }

  private static func purpose(of value: JSONValue) -> Prompt.Purpose? {
    switch value {
    case "skip": return .skip
    case "comment": return .comment
    case "reply": return .reply
    default:
      if let parts = value.array, parts.count == 2, parts[0] == "ask" {
        return parts[1].string.flatMap(Skill.init).map { .ask($0) }
      }
      guard let parts = value.array, parts.count == 3, let question = parts[0].string,
        let candidate = parts[1].string, let number = parts[2].int
      else { return nil }
      return .setAside(question: question, candidate: candidate, number: number)
    }
  }
}
