public import PostilConfiguration

/// `type = "label"`: exactly one of a list. The answer is the label's name as a string.
public struct LabelQuestion: QuestionKind {
  /// `label`
  public static let typeName = "label"
  /// The labels, in order.
  public var choices: [Choice]

  /// One of these labels.
  public init(choices: [Choice]) { self.choices = choices }

  /// Reads `labels`.
  public static func read(_ table: inout ConfigurationTable) -> LabelQuestion? {
    table.choices("labels", atLeast: 2).map(LabelQuestion.init)
  }

  /// Not a string, or not one of the labels.
  public func problem(with answer: JSONValue) -> String? {
    guard let name = answer.string else { return "wants one label" }
    return choices.contains { $0.name == name } ? nil : "has no label \"\(name)\""
  }

  /// The label's title.
  public func summary(of answer: JSONValue) -> String {
    guard let name = answer.string else { return answer.jsonText }
    return choices.first { $0.name == name }?.title ?? name
  }

  /// The label of that name.
  public func answer(fromText text: String) -> JSONValue? {
    choices.contains { $0.name == text } ? .string(text) : nil
  }

  /// The label of that name, whatever was chosen before.
  public func answer(choosing name: String, from current: JSONValue?) -> JSONValue? { answer(fromText: name) }

  /// One label is the answer.
  public var completesOnChoice: Bool { true }

  /// The label's name.
  public func measured(_ answer: JSONValue) -> MeasuredAnswer { answer.string.map { .category($0) } ?? .other(answer) }
}
