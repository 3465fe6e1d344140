/// One thing that is wrong in a file that people write.
public struct ConfigurationProblem: Sendable, Hashable {
  /// The line, from 1; 0 when it is about the whole file.
  public var line: Int
  /// The column, from 1; 0 when only the line is known.
  public var column: Int
  /// What is wrong.
  public var message: String
  /// The nearest right word, if one is near.
  public var suggestion: String?
  /// What was expected or what to do; empty when the message says it all.
  public var hint: String

  /// A problem.
  public init(line: Int, column: Int = 0, message: String, suggestion: String? = nil, hint: String = "") {
    self.line = line
    self.column = column
    self.message = message
    self.suggestion = suggestion
    self.hint = hint
  }

  /// The message with the nearest word and the hint, without the place. Control characters are spelt out.
  public var sentence: String {
    var text = message
    if let suggestion { text += ", did you mean \"\(suggestion)\"?" }
    if !hint.isEmpty { text += (suggestion == nil ? ". " : " ") + hint }
    return VisibleText.text(text)
  }

  /// `file:line: what is wrong, did you mean "…"? What was expected`.
  public func text(in file: String) -> String {
    var place = file
    if line > 0 { place += ":\(line)" }
    if line > 0, column > 0 { place += ":\(column)" }
    return place + ": " + sentence
  }
}
