/// All that is wrong in one file that people write.
public struct ConfigurationError: Error, Hashable, CustomStringConvertible {
  /// The file as the user knows it.
  public var file: String
  /// What is wrong, in the order of the file; never empty.
  public var problems: [ConfigurationProblem]

  /// An error with its problems, sorted by line here.
  public init(file: String, problems: [ConfigurationProblem]) {
    self.file = file
    // Sorted with the old place as second key: Swift's sort does not promise to keep the order of equals.
    self.problems = problems.enumerated()
      .sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
      .map(\.element)
  }

  /// One line for each problem.
  public var description: String { problems.map { $0.text(in: file) }.joined(separator: "\n") }
}
