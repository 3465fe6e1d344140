public import PostilModel

/// What somebody is told who has submitted a task whose answer is known.
public struct GoldVerdict: Sendable, Hashable {
  /// Whether the answers are as they should be.
  public var isRight: Bool
  /// The known answers by question name.
  public var answers: [String: JSONValue]
  /// Why that is the answer.
  public var explanation: String

  /// A verdict of the given parts.
  public init(isRight: Bool, answers: [String: JSONValue], explanation: String = "") {
    self.isRight = isRight
    self.answers = answers
    self.explanation = explanation
  }
}
