/// A part of a task that is shown.
public struct FieldDefinition: Sendable, Hashable {
  /// How a field is shown.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Text, wrapped.
    case text
    /// A list of turns: objects with `role` and `content` (or `from` and `value`), or a plain string.
    case chat
    /// A scalar on one line beside its title.
    case value
  }

  /// The key in the record.
  public var name: String
  /// How it is shown.
  public var kind: Kind
  /// The heading above it; empty for none.
  public var title: String
  /// Whether a record without it is rejected at import.
  public var isRequired: Bool

  /// A field.
  public init(name: String, kind: Kind = .text, title: String = "", isRequired: Bool = true) {
    self.name = name
    self.kind = kind
    self.title = title
    self.isRequired = isRequired
  }
}
