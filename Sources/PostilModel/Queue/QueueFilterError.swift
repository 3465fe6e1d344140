import PostilConfiguration

/// What is wrong in a filter that somebody typed.
public struct QueueFilterError: Error, Hashable, CustomStringConvertible {
  /// What is wrong.
  public var message: String
  /// The nearest right word, if one is near.
  public var suggestion: String?
  /// What was expected; may be empty.
  public var hint: String

  /// An error with its words.
  public init(message: String, suggestion: String? = nil, hint: String = "") {
    self.message = message
    self.suggestion = suggestion
    self.hint = hint
  }

  /// One line for the message line.
  public var description: String {
    ConfigurationProblem(line: 0, message: message, suggestion: suggestion, hint: hint).sentence
  }
}
