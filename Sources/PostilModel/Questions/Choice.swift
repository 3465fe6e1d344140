/// One thing that can be chosen: a label, or a step of a scale.
public struct Choice: Sendable, Hashable {
  /// What is stored and exported.
  public var name: String
  /// What is shown; the name unless given.
  public var title: String
  /// The key that gives it, if one was asked for in `postil.toml`: a single printable character.
  public var key: Character?
  /// A line of help.
  public var help: String

  /// A choice.
  public init(name: String, title: String? = nil, key: Character? = nil, help: String = "") {
    self.name = name
    self.title = title ?? name
    self.key = key
    self.help = help
  }
}
