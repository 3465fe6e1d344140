/// An answer proposed before a person looks. Never counted as a person's.
public struct Suggestion: Sendable, Hashable {
  /// The question that it answers.
  public var question: String
  /// The proposed answer, in the shape of that question's answers.
  public var answer: JSONValue
  /// Who proposes: a model's name.
  public var model: String
  /// The model's confidence, if it gave one; 0 to 1 by custom.
  public var score: Double?

  /// A proposal.
  public init(question: String, answer: JSONValue, model: String, score: Double? = nil) {
    self.question = question
    self.answer = answer
    self.model = model
    self.score = score
  }
}
