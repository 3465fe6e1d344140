public import PostilModel

/// What a writer must know of the project.
public struct ExportLayout: Sendable {
  /// The project's fields, in order.
  public var fields: [FieldDefinition]
  /// The project's questions, in order.
  public var questions: [Question]
  /// Only this annotator's annotations; nil for everybody's.
  public var annotator: String?
  /// How judgements become training records.
  public var policy: ExportPolicy
  /// The project's folder, from which the files that records name are found; nil for none.
  public var mediaFolder: String?

  /// A layout for a project.
  public init(_ project: Project, annotator: String? = nil, policy: ExportPolicy = ExportPolicy()) {
    self.policy = policy
    fields = project.fields
    questions = project.questions
    self.annotator = annotator
  }
}
