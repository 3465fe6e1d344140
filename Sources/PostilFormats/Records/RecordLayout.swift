public import PostilModel

/// What an importer must know of the project, and how the records' names match its own.
public struct RecordLayout: Sendable {
  /// What a record is made into.
  public enum Purpose: Sendable, Hashable {
    /// A task.
    case tasks
    /// Suggestions for a task that is there already: `{id, question, answer, model, score}` or `{id, suggestions}`.
    case suggestions
    /// Annotations of tasks that are there already: task, annotator and a column a question.
    case annotations
    /// What is known of tasks that are there already: task and a column a question.
    case gold
  }

  /// The project's fields, in order.
  public var fields: [FieldDefinition]
  /// The project's questions.
  public var questions: [Question]
  /// The record's name for a field, or for `id`, where it differs.
  public var mapping: [String: String]
  /// What a text in a column of answers stands for, where it is not the answer itself.
  public var values: [String: String]
  /// What the records are made into.
  public var purpose: Purpose
  /// The most bytes that a record may have.
  public var maximumRecordBytes: Int
  /// Whose suggestions those of a file are that does not say so; nil for the format's name.
  public var model: String?
  /// Who gave the answers of a file that does not say so; nil where they are suggestions.
  public var annotator: String?

  /// 16 MiB.
  public static let standardRecordBytes = 16 << 20

  /// A layout for a project.
  ///
  /// - Throws: `TransferError.unknownField` when the mapping names a field (or, for answers, a question) that the project
  ///   does not have.
  public init(
    _ project: Project, mapping: [String: String] = [:], purpose: Purpose = .tasks,
    maximumRecordBytes: Int = Self.standardRecordBytes, values: [String: String] = [:]
  ) throws(TransferError) {
    self.values = values
    fields = project.fields
    questions = project.questions
    self.mapping = mapping
    self.purpose = purpose
    self.maximumRecordBytes = maximumRecordBytes
    let takesAnswers = purpose == .annotations || purpose == .gold
    let known = takesAnswers ? project.questions.map(\.name) + ["annotator"] : project.fields.map(\.name)
    if let stranger = mapping.keys.sorted().first(where: { $0 != "id" && !known.contains($0) }) {
      throw .unknownField(name: stranger, known: known)
    }
  }

  /// The record's name for a field of the project, or for `id`.
  public func column(for name: String) -> String { mapping[name] ?? name }
}
