/// A task whose answer is known.
public struct GoldTask: Sendable, Hashable {
  /// The task's number.
  public var task: Int
  /// The known answers by question name. Questions that are not there are not checked.
  public var answers: [String: JSONValue]
  /// Why that is the answer, for those who are told.
  public var explanation: String
  /// Whether it belongs to the qualification that comes before the queue.
  public var isQualification: Bool

  /// A gold task.
  public init(task: Int, answers: [String: JSONValue], explanation: String = "", isQualification: Bool = false) {
    self.task = task
    self.answers = answers
    self.explanation = explanation
    self.isQualification = isQualification
  }

  /// Whether answers are as they should be. 4 and 4.0 are one answer.
  public func isMet(by given: [String: JSONValue]) -> Bool {
    answers.allSatisfy { question, right in
      guard let answer = given[question] else { return false }
      if let one = answer.double, let other = right.double { return one == other }
      return answer == right
    }
  }
}
