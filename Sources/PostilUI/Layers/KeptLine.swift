import PostilCore
import PostilModel
import PostilScreen

/// A comment or a reason that is being typed: kept with the session at each letter, and before the eyes again when the
/// program was killed meanwhile.
struct KeptLine {
  /// Under which the session remembers it.
  static let key = SessionAction.halfTypedLine

  let purpose: Prompt.Purpose
  let task: Int
  let text: String

  /// The line of a prompt; nil for prompts whose lines are looked for again in no time.
  init?(_ prompt: Prompt, task: Int) {
    guard Self.name(of: prompt.purpose) != nil else { return nil }
    (purpose, self.task, text) = (prompt.purpose, task, prompt.entry.text)
  }

  /// What a session has kept; nil when there is nothing, or nothing that reads.
  init?(_ remembered: [String: JSONValue]) {
    guard let parts = remembered[Self.key]?.array, parts.count == 3, let name = parts[0].string,
      let task = parts[1].int, let text = parts[2].string,
      let purpose = [Prompt.Purpose.skip, .comment].first(where: { Self.name(of: $0) == name })
    else { return nil }
    (self.purpose, self.task, self.text) = (purpose, task, text)
  }

  /// As the session remembers it.
  var json: JSONValue {
    .array([.string(Self.name(of: purpose) ?? ""), .integer(Int64(task)), .string(text)])
  }

  private static func name(of purpose: Prompt.Purpose) -> String? {
    switch purpose {
    case .skip: "skip"
    case .comment: "comment"
    case .goTo, .filter, .search: nil
    }
  }
}
