/// A line that somebody wrote to somebody else about a task. Only the two of them, reviewers and leads see it.
public struct ThreadMessage: Sendable, Hashable {
  /// What it is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// An annotator is not sure and asks somebody with a skill.
    case question
    /// The answer of the one who was asked.
    case answer
    /// Nobody writes it: a question came back to the asker, as nobody is left who could answer it.
    case unanswered
    /// A lead or reviewer sends an annotation back.
    case sentBack = "sent_back"
    /// The annotator's answer to that.
    case reply
  }

  /// Its number in the project, from 1.
  public var number: Int
  /// The task's number.
  public var task: Int
  /// What it is.
  public var kind: Kind
  /// Who wrote it; empty for a question that came back.
  public var from: String
  /// Whom it is for; empty while nobody has taken a question on.
  public var to: String
  /// When.
  public var at: Timestamp
  /// What was written; may be empty.
  public var text: String
  /// What the writer answered to the task, in an answer or a reply; empty in the others.
  public var answers: [String: JSONValue]
  /// Whether the one it is for has seen it.
  public var isSeen: Bool

  /// Whether it is a question that nobody has taken on.
  public var isForAnybody: Bool { kind == .question && to.isEmpty }

  /// A message.
  public init(
    number: Int = 0, task: Int, kind: Kind, from: String, to: String = "", at: Timestamp, text: String = "",
    answers: [String: JSONValue] = [:], isSeen: Bool = false
  ) {
    self.number = number
    self.task = task
    self.kind = kind
    self.from = from
    self.to = to
    self.at = at
    self.text = text
    self.answers = answers
    self.isSeen = isSeen
  }
}
