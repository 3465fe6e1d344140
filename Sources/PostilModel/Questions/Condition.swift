/// `when = { question = "relevant", is = "yes" }`: asked only while another question has one of the given answers.
public struct Condition: Sendable, Hashable {
  /// The other question's name; it stands earlier in the list.
  public var question: String
  /// The answers that open this question. For a question of many labels, one of them being chosen is enough.
  public var values: [JSONValue]

  /// A condition.
  public init(question: String, values: [JSONValue]) {
    self.question = question
    self.values = values
  }

  /// Whether the condition holds for the given answers.
  public func holds(for answers: [String: JSONValue]) -> Bool {
    guard let answer = answers[question] else { return false }
    if let chosen = answer.array { return chosen.contains(where: values.contains) }
    return values.contains { $0 == answer || ($0.double != nil && $0.double == answer.double) }
  }
}
