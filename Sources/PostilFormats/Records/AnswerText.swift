public import PostilModel

/// Reads answers as tables and people write them.
public struct AnswerText: Sendable {
  private let values: [String: String]

  /// A reader.
  ///
  /// - Parameter values: what a text stands for, where it is not the answer itself: `1` for `entailment`.
  public init(_ values: [String: String] = [:]) { self.values = values }

  /// The answer that a text stands for: as the question reads it, or by a label's title; nil when it stands for none.
  public func answer(to question: Question, _ text: String) -> JSONValue? {
    let meant = values[text] ?? text
    if let answer = question.kind.answer(fromText: meant), question.kind.problem(with: answer) == nil { return answer }
    guard let choice = question.kind.choices.first(where: { $0.title == meant }) else { return nil }
    return question.kind.answer(fromText: choice.name)
  }
}
