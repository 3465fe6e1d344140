/// What is asked about each task.
public struct Question: Sendable {
  /// The name in files and exports.
  public var name: String
  /// What the annotator reads.
  public var title: String
  /// More words, shown below the title or on `?`.
  public var help: String
  /// Whether a submit needs an answer (while the question is asked at all).
  public var isRequired: Bool
  /// The answer that stands there from the beginning.
  public var defaultAnswer: JSONValue?
  /// When the question is asked; nil for always.
  public var condition: Condition?
  /// The field that it is about; nil for the whole task.
  public var about: String?
  /// The kind of answer.
  public var kind: any QuestionKind

  /// A question.
  public init(
    name: String, title: String? = nil, help: String = "", isRequired: Bool = true, defaultAnswer: JSONValue? = nil,
    condition: Condition? = nil, about: String? = nil, kind: any QuestionKind
  ) {
    self.name = name
    self.title = title ?? name
    self.help = help
    self.isRequired = isRequired
    self.defaultAnswer = defaultAnswer
    self.condition = condition
    self.about = about
    self.kind = kind
  }
}
