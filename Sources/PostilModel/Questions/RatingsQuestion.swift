public import PostilConfiguration

/// `type = "ratings"`: each candidate on each of some named aspects. The answer is an object of objects:
/// `{"a": {"helpful": 4, "honest": 5}, "b": {…}}`.
public struct RatingsQuestion: QuestionKind {
  /// `ratings`
  public static let typeName = "ratings"
  /// What is rated: helpful, honest, harmless …
  public var aspects: [Choice]
  /// The scale of every aspect.
  public var scale: RatingQuestion

  /// Aspects on a scale.
  public init(aspects: [Choice], scale: RatingQuestion = RatingQuestion()) {
    self.aspects = aspects
    self.scale = scale
  }

  /// Reads `aspects`, `lowest`, `highest`, `lowest_name` and `highest_name`.
  public static func read(_ table: inout ConfigurationTable) -> RatingsQuestion? {
    let aspects = table.choices("aspects", atLeast: 1)
    guard let scale = RatingQuestion.read(&table), let aspects else { return nil }
    return RatingsQuestion(aspects: aspects, scale: scale)
  }

  /// The steps of the scale.
  public var keyedChoices: [Choice] { scale.choices }

  /// Candidates.
  public var subjectKinds: [FieldDefinition.Kind] { [.candidates] }

  /// The step that an answer gives; nil when it gives none.
  public static func step(_ answer: JSONValue?, candidate: String, aspect: String) -> Int? {
    answer?.object?[candidate]?.object?[aspect]?.int
  }

  /// The answer with one step more, or with one taken away; nil when nothing is left.
  public static func answer(
    _ answer: JSONValue?, setting step: Int?, candidate: String, aspect: String
  ) -> JSONValue? {
    var all = answer?.object ?? JSONObject()
    var one = all[candidate]?.object ?? JSONObject()
    one[aspect] = step.map { .integer(Int64($0)) }
    all[candidate] = one.isEmpty ? nil : .object(one)
    return all.isEmpty ? nil : .object(all)
  }

  /// Not an object of objects, an unknown aspect, or a step off the scale.
  public func problem(with answer: JSONValue) -> String? {
    guard let all = answer.object else { return "wants ratings for each response" }
    for candidate in all.members {
      guard let one = candidate.value.object else { return "wants ratings by aspect for \"\(candidate.key)\"" }
      for rating in one.members {
        guard aspects.contains(where: { $0.name == rating.key }) else { return "has no aspect \"\(rating.key)\"" }
        if let problem = scale.problem(with: rating.value) { return "\(problem) for \"\(rating.key)\"" }
      }
    }
    return nil
  }

  /// Also a candidate that the task does not have, or a missing rating.
  public func problem(with answer: JSONValue, about subject: Subject?) -> String? {
    if let problem = problem(with: answer) { return problem }
    guard let ids = subject?.ids, !ids.isEmpty else { return nil }
    if let stranger = answer.object?.keys.first(where: { !ids.contains($0) }) {
      return "names the response \"\(stranger)\", which this task does not have"
    }
    for aspect in aspects {
      for (place, id) in ids.enumerated() where Self.step(answer, candidate: id, aspect: aspect.name) == nil {
        return "lacks \(aspect.title) of response \(place + 1)"
      }
    }
    return nil
  }

  /// `a: 4 5, b: 3 2`
  public func summary(of answer: JSONValue) -> String { summary(of: answer) { $0 } }

  /// `1: 4 5, 2: 3 2`
  public func summary(of answer: JSONValue, naming name: (String) -> String) -> String {
    (answer.object?.members ?? []).map { candidate in
      let steps = aspects.map { aspect in candidate.value.object?[aspect.name]?.jsonText ?? "·" }
      return "\(name(candidate.key)): \(steps.joined(separator: " "))"
    }.joined(separator: ", ")
  }

  /// `8 ratings`
  public func brief(of answer: JSONValue) -> String {
    let count = (answer.object?.members ?? []).reduce(0) { $0 + ($1.value.object?.members.count ?? 0) }
    return count == 1 ? "1 rating" : "\(count) ratings"
  }

  /// No text stands for a grid.
  public func answer(fromText text: String) -> JSONValue? { nil }

  /// As JSON text, for tables.
  public func tableValue(of answer: JSONValue) -> JSONValue { .string(answer.jsonText) }
}
