public import PostilConfiguration

/// `type = "comparison"`: which of two candidates is better: left, right, a tie or both bad; or a step of a scale from
/// "left much better" to "right much better". The answer is a `Comparison`.
public struct ComparisonQuestion: QuestionKind {
  /// `comparison`
  public static let typeName = "comparison"
  /// The steps of the scale, 2 to 9; nil for left, right, tie and both bad.
  public var steps: Int?
  /// Whether a tie may be said. A scale with a middle has one there.
  public var allowsTie: Bool
  /// Whether both may be bad.
  public var allowsBothBad: Bool

  /// A comparison without a scale, or on one.
  public init(steps: Int? = nil, allowsTie: Bool = true, allowsBothBad: Bool = true) {
    self.steps = steps
    self.allowsTie = allowsTie
    self.allowsBothBad = allowsBothBad
  }

  /// Reads `steps`, `tie` and `both_bad`.
  public static func read(_ table: inout ConfigurationTable) -> ComparisonQuestion? {
    let steps = table.integer("steps", in: 2...9)
    // On a scale, neither stands for itself unless asked for.
    return ComparisonQuestion(
      steps: steps, allowsTie: table.bool("tie") ?? true, allowsBothBad: table.bool("both_bad") ?? (steps == nil))
  }

  /// Candidates.
  public var subjectKinds: [FieldDefinition.Kind] { [.candidates] }

  /// Left, right, tie and both bad, or the steps of the scale.
  public var choices: [Choice] {
    var choices: [Choice]
    if let steps {
      choices = (1...steps).map { step in
        Choice(name: String(step), title: title(ofStep: step), key: Character(String(step)))
      }
      if !allowsTie, steps % 2 == 1 { choices.remove(at: steps / 2) }
    } else {
      choices = [
        Choice(name: "left", title: "left is better"), Choice(name: "right", title: "right is better"),
      ]
      if allowsTie { choices.append(Choice(name: "tie", title: "as good as each other")) }
    }
    if allowsBothBad { choices.append(Choice(name: "both_bad", title: "both bad")) }
    return choices
  }

  /// How far a step is from the middle: negative for left, in whole steps from 1; 0 for the middle.
  private func strength(ofStep step: Int, of steps: Int) -> Int {
    let middle = (steps + 1) / 2
    if steps % 2 == 1 { return step - middle }
    return step <= middle ? step - middle - 1 : step - middle
  }

  private func title(ofStep step: Int) -> String {
    guard let steps else { return "" }
    let strength = strength(ofStep: step, of: steps)
    if strength == 0 { return "as good as each other" }
    let side = strength < 0 ? "left" : "right"
    let most = steps / 2
    if abs(strength) == most, most > 1 { return "\(side) is much better" }
    return abs(strength) == 1 && most > 1 ? "\(side) is slightly better" : "\(side) is better"
  }

  /// No comparison, or one that the question does not allow.
  public func problem(with answer: JSONValue) -> String? {
    guard let comparison = Comparison(answer) else { return "wants a verdict: better, tie or both_bad" }
    switch comparison {
    case .tie: return allowsTie ? nil : "takes no tie"
    case .bothBad: return allowsBothBad ? nil : "does not take \"both bad\""
    case .better(_, _, let strength):
      guard let steps else { return nil }
      guard let strength, (1...max(1, steps / 2)).contains(strength) else {
        return "wants a strength from 1 to \(max(1, steps / 2))"
      }
      return nil
    }
  }

  /// Also a comparison of other candidates than the task's.
  public func problem(with answer: JSONValue, about subject: Subject?) -> String? {
    if let problem = problem(with: answer) { return problem }
    guard let ids = subject?.ids, !ids.isEmpty else { return nil }
    if let problem = problem(withCandidates: subject?.candidates ?? []) { return problem }
    guard case .better(let preferred, let other, _) = Comparison(answer) else { return nil }
    let stranger = [preferred, other].first { !ids.contains($0) }
    return stranger.map { "names the response \"\($0)\", which this task does not have" }
  }

  /// More or fewer than two.
  public func problem(withCandidates candidates: [Candidate]) -> String? {
    candidates.count == 2 ? nil : "compares two responses, and this task has \(candidates.count)"
  }

  /// Which one is better, by its id.
  public func summary(of answer: JSONValue) -> String { summary(of: answer) { $0 } }

  /// `1 > 2`, with more of `>` for more strength.
  public func summary(of answer: JSONValue, naming name: (String) -> String) -> String {
    switch Comparison(answer) {
    case .better(let preferred, let other, let strength):
      let sign = String(repeating: ">", count: min(4, max(1, strength ?? 1)))
      return "\(name(preferred)) \(sign) \(name(other))"
    case .tie: return "tie"
    case .bothBad: return "both bad"
    case nil: return answer.jsonText
    }
  }

  /// `one better`, `tie` or `both bad`.
  public func brief(of answer: JSONValue) -> String {
    if case .better = Comparison(answer) { return "one better" }
    return summary(of: answer)
  }

  /// `tie`, `both_bad`, or `a > b` by ids, with more of `>` for more strength.
  public func answer(fromText text: String) -> JSONValue? {
    switch text {
    case "tie": return Comparison.tie.json
    case "both_bad", "both bad": return Comparison.bothBad.json
    default:
      let parts = text.split(separator: ">")
      guard parts.count == 2 else { return nil }
      let names = parts.map { String($0.filter { $0 != " " }) }
      guard !names.contains(""), names[0] != names[1] else { return nil }
      let strength = text.count { $0 == ">" }
      return Comparison.better(preferred: names[0], other: names[1], strength: steps == nil ? nil : strength).json
    }
  }

  /// As `summary` says it, for tables.
  public func tableValue(of answer: JSONValue) -> JSONValue { .string(summary(of: answer)) }

  /// What a choice says of the two that are shown.
  public func answer(choosing name: String, from current: JSONValue?, about subject: Subject?) -> JSONValue? {
    guard choices.contains(where: { $0.name == name }) else { return nil }
    if name == "tie" { return Comparison.tie.json }
    if name == "both_bad" { return Comparison.bothBad.json }
    guard let ids = subject?.ids, ids.count == 2 else { return nil }
    var isLeft = name == "left"
    var strength: Int?
    if let steps, let step = Int(name) {
      let distance = self.strength(ofStep: step, of: steps)
      if distance == 0 { return Comparison.tie.json }
      isLeft = distance < 0
      strength = abs(distance)
    }
    return Comparison.better(preferred: ids[isLeft ? 0 : 1], other: ids[isLeft ? 1 : 0], strength: strength).json
  }

  /// The choice that an answer stands for, given what is shown where; nil when there is none.
  public func choice(of answer: JSONValue?, about subject: Subject?) -> String? {
    guard let answer else { return nil }
    return choices.map(\.name).first { self.answer(choosing: $0, from: nil, about: subject) == answer }
  }

  /// One choice is the answer.
  public var completesOnChoice: Bool { true }

  /// Which one is better, and how much, as one category.
  public func measured(_ answer: JSONValue) -> MeasuredAnswer { .category(summary(of: answer)) }
}
