import PostilModel
import PostilScreen

/// An answer that is being written.
struct Writing: Sendable {
  /// How an answer is written.
  enum Form: Sendable, Hashable {
    /// On one line, as a number is; Enter takes it.
    case line
    /// On as many lines as it takes, in at most so many characters.
    case text(limit: Int?)
  }

  /// What is written, as typed.
  enum Content: Sendable {
    case text(EditorBuffer)
    case line(LineInput)
  }

  let task: Int
  let question: String
  /// Which text of an answer that has several.
  var part = ""
  var content: Content
  /// What the session was told last, to know a change from outside.
  var told: String

  /// Whether it is a turn of a conversation.
  var isTurn: Bool { Int(part) != nil }

  /// What is written.
  var text: String {
    switch content {
    case .text(let buffer): buffer.text
    case .line(let entry): entry.text
    }
  }

  /// The text form of an answer that is written.
  static func text(of answer: JSONValue?) -> String {
    guard let answer else { return "" }
    return answer.string ?? answer.jsonText
  }
}
