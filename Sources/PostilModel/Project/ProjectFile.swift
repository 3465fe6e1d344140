public import PostilConfiguration

/// `postil.toml`, read and checked: the project that it describes, and on which lines.
public struct ProjectFile: Sendable {
  /// The name of the file in a project's folder.
  public static let fileName = "postil.toml"

  /// The file as the user knows it, for messages.
  public let file: String
  /// What it says.
  public let project: Project
  private let questionLines: [String: Int]
  private let labelLines: [String: [String: Int]]

  /// Reads the file's bytes.
  ///
  /// - Throws: `ConfigurationError` with every problem found, not only the first.
  public init(_ bytes: [UInt8], file: String = ProjectFile.fileName) throws(ConfigurationError) {
    var reader = ProjectReader()
    project = try ConfigurationFile.read(bytes, file: file) { reader.read(&$0) }
    self.file = file
    questionLines = reader.questionLines
    labelLines = reader.labelLines
  }

  /// Reads a text.
  ///
  /// - Throws: `ConfigurationError` with every problem found, not only the first.
  public init(text: String, file: String = ProjectFile.fileName) throws(ConfigurationError) {
    try self.init(Array(text.utf8), file: file)
  }

  /// The line of a question's header; 0 when there is no such question.
  public func line(ofQuestion question: String) -> Int { questionLines[question] ?? 0 }

  /// The line of a label, or of its question when that is all that is known.
  public func line(ofLabel label: String, question: String) -> Int {
    labelLines[question]?[label] ?? line(ofQuestion: question)
  }

  /// The label keys that are command keys too, as an error to show; nil when there are none.
  ///
  /// - Parameter commands: the keys in force where labels are given, each with its command's name.
  public func keyClashes(with commands: [Character: String]) -> ConfigurationError? {
    let problems = LabelKeys.clashes(in: project, with: commands).map { clash in
      ConfigurationProblem(
        line: line(ofLabel: clash.label, question: clash.question), message: clash.message, hint: KeyClash.hint)
    }
    return problems.isEmpty ? nil : ConfigurationError(file: file, problems: problems)
  }
}
