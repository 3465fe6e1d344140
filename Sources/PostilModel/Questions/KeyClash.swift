/// A label's key that is a command's key too: pressing it could mean either.
public struct KeyClash: Sendable, Hashable {
  /// The question's name.
  public var question: String
  /// The label's name.
  public var label: String
  /// The key that both want.
  public var key: Character
  /// The command's name.
  public var command: String

  /// A clash.
  public init(question: String, label: String, key: Character, command: String) {
    self.question = question
    self.label = label
    self.key = key
    self.command = command
  }

  /// Who wants which key, in words.
  public var message: String {
    "label \"\(label)\" of question \"\(question)\" wants the key \"\(key)\", which is the command \"\(command)\""
  }

  /// What to do about it.
  public static let hint = "Give the label another key here, or the command another key in keys.toml."
}
