public import PostilModel

/// What more than half of those who answered said.
public enum Majority {
  /// Answers that are the same, with how many gave them.
  public struct Group: Sendable, Hashable {
    /// The answer, as the first one gave it.
    public var answer: JSONValue
    /// Who gave it: places in the list of answers.
    public var places: [Int]

    /// How many gave it.
    public var count: Int { places.count }
  }

  /// Answers to one question, the same ones together: most often given first, of equally many the one that came first.
  ///
  /// Two answers are the same when they measure the same: 4 and 4.0, the same labels in another order.
  public static func groups(of answers: [JSONValue?], to question: Question) -> [Group] {
    var groups: [Group] = []
    var known: [MeasuredAnswer: Int] = [:]
    for (place, answer) in answers.enumerated() {
      guard let answer else { continue }
      let measured = question.kind.measured(answer)
      if let group = known[measured] {
        groups[group].places.append(place)
      } else {
        known[measured] = groups.count
        groups.append(Group(answer: answer, places: [place]))
      }
    }
    return groups.enumerated().sorted { one, other in
      one.element.count != other.element.count ? one.element.count > other.element.count : one.offset < other.offset
    }.map(\.element)
  }

  /// The answer that more than half of those gave who answered this question; nil where there is none.
  public static func answer(of groups: [Group]) -> JSONValue? {
    guard let first = groups.first else { return nil }
    return first.count * 2 > groups.reduce(0) { $0 + $1.count } ? first.answer : nil
  }

  /// The majority's answers to all questions that are asked given them; questions without a majority are left out.
  public static func answers(_ said: [[String: JSONValue]], project: Project) -> [String: JSONValue] {
    var answers: [String: JSONValue] = [:]
    for question in project.questions {
      let asked = project.questions(for: answers).contains { $0.name == question.name }
      guard asked else { continue }
      answers[question.name] = answer(of: groups(of: said.map { $0[question.name] }, to: question))
    }
    return answers
  }

  /// Whether all said the same about everything that is asked. Texts that need not be written do not count: everybody
  /// words a remark differently.
  public static func isUnanimous(_ said: [[String: JSONValue]], project: Project) -> Bool {
    guard let first = said.first else { return false }
    return project.questions(for: first).allSatisfy { question in
      if question.kind is TextQuestion, !question.isRequired { return true }
      let given = said.map { $0[question.name] }
      let groups = groups(of: given, to: question)
      return groups.isEmpty || groups[0].count == said.count
    }
  }
}
