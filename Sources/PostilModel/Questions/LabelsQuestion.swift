public import PostilConfiguration

/// `type = "labels"`: any number of a list, within bounds. The answer is a list of label names, in the order of the list.
public struct LabelsQuestion: QuestionKind {
  /// `labels`
  public static let typeName = "labels"
  /// The labels, in order.
  public var choices: [Choice]
  /// The fewest that may be chosen.
  public var minimum: Int
  /// The most that may be chosen.
  public var maximum: Int

  /// From `minimum` to `maximum` of these labels; all of them may be chosen unless `maximum` is given.
  public init(choices: [Choice], minimum: Int = 0, maximum: Int? = nil) {
    self.choices = choices
    self.minimum = minimum
    self.maximum = maximum ?? choices.count
  }

  /// Reads `labels`, `at_least` and `at_most`.
  public static func read(_ table: inout ConfigurationTable) -> LabelsQuestion? {
    let choices = table.choices("labels", atLeast: 1)
    let count = choices?.count ?? Int.max
    let minimum = table.integer("at_least", in: 0...count) ?? 0
    let maximum = table.integer("at_most", in: 1...count)
    guard let choices else { return nil }
    if let maximum, minimum > maximum {
      table.complain("\(table.named("at_least")) is more than \"at_most\": \(minimum) > \(maximum)", about: "at_least")
      return nil
    }
    return LabelsQuestion(choices: choices, minimum: minimum, maximum: maximum)
  }

  /// Not a list of the labels, one twice, too few or too many.
  public func problem(with answer: JSONValue) -> String? {
    guard let elements = answer.array else { return "wants a list of labels" }
    var seen: Set<String> = []
    for element in elements {
      guard let name = element.string, choices.contains(where: { $0.name == name }) else {
        return "has no label \(element.jsonText)"
      }
      guard seen.insert(name).inserted else { return "has the label \"\(name)\" twice" }
    }
    if seen.count < minimum { return "wants at least \(minimum)" }
    return seen.count > maximum ? "takes at most \(maximum)" : nil
  }

  /// Not one of the labels.
  public func problem(withCondition value: JSONValue) -> String? {
    guard let name = value.string else { return "wants one label" }
    return choices.contains { $0.name == name } ? nil : "has no label \"\(name)\""
  }

  /// The labels' titles.
  public func summary(of answer: JSONValue) -> String {
    let names = (answer.array ?? []).compactMap(\.string)
    return names.map { name in choices.first { $0.name == name }?.title ?? name }.joined(separator: ", ")
  }

  /// Names separated by `|`, in whatever order.
  public func answer(fromText text: String) -> JSONValue? {
    let names = text.split(separator: "|").map(String.init)
    guard names.allSatisfy({ name in choices.contains { $0.name == name } }) else { return nil }
    return answer(choosing: Set(names))
  }

  /// The answer that chooses the given labels, in the order of the list.
  public func answer(choosing names: Set<String>) -> JSONValue {
    .array(choices.filter { names.contains($0.name) }.map { .string($0.name) })
  }

  /// The labels with that one put in or taken out.
  public func answer(choosing name: String, from current: JSONValue?) -> JSONValue? {
    guard choices.contains(where: { $0.name == name }) else { return nil }
    var chosen = Set((current?.array ?? []).compactMap(\.string))
    if chosen.remove(name) == nil { chosen.insert(name) }
    return answer(choosing: chosen)
  }

  /// The names of the labels.
  public func measured(_ answer: JSONValue) -> MeasuredAnswer {
    answer.array.map { .categories(Set($0.compactMap(\.string))) } ?? .other(answer)
  }
}
