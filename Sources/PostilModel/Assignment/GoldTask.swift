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
  /// Whether the known answers are the task's final answer. That was settled by what people had said until then, so none
  /// of them can be held against it: it is a measure of later answers only.
  public var isPromoted: Bool

  /// A gold task.
  public init(
    task: Int, answers: [String: JSONValue], explanation: String = "", isQualification: Bool = false,
    isPromoted: Bool = false
  ) {
    self.task = task
    self.answers = answers
    self.explanation = explanation
    self.isQualification = isQualification
    self.isPromoted = isPromoted
  }

  /// Whether answers are as they should be. 4 and 4.0 are one answer, several labels are one in any order, and so are
  /// responses of a ranking that tie.
  public func isMet(by given: [String: JSONValue]) -> Bool {
    answers.allSatisfy { question, right in given[question].map { Self.isSame($0, right) } ?? false }
  }

  /// What to say of somebody's answers to it.
  ///
  /// - Parameter noted: The verdict that was given when they submitted; nil where they had done so before it was gold.
  /// - Returns: nil when these answers may have made it gold.
  public func verdict(on given: [String: JSONValue], noted: Bool?) -> Bool? {
    noted ?? (isPromoted ? nil : isMet(by: given))
  }

  /// No question's kind is at hand here, but the shapes of answers tell enough: no answer is a list whose order counts.
  private static func isSame(_ one: JSONValue, _ other: JSONValue) -> Bool {
    if let one = one.double, let other = other.double { return one == other }
    if let one = names(one), let other = names(other) { return one == other }
    if let one = WeakOrder(one), let other = WeakOrder(other) {
      return one.tiers.map(Set.init) == other.tiers.map(Set.init)
    }
    return one == other
  }

  /// A list of names without its order; nil for anything else.
  private static func names(_ answer: JSONValue) -> Set<String>? {
    guard let list = answer.array else { return nil }
    let names = list.compactMap(\.string)
    return names.count == list.count ? Set(names) : nil
  }
}
