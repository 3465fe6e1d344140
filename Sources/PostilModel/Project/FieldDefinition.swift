public import PostilConfiguration

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
    /// Several responses to one prompt: see `Candidate`.
    case candidates
    /// A picture: the path of its file, beside the project or absolute.
    case image
  }

  /// The key in the record.
  public var name: String
  /// How it is shown.
  public var kind: Kind
  /// The heading above it; empty for none.
  public var title: String
  /// Whether a record without it is rejected at import.
  public var isRequired: Bool
  /// Whether each annotator sees candidates in an order of their own.
  public var isShuffled: Bool

  /// The keys of a record that Postil reads itself; no field may have such a name.
  public static let reservedNames: Set<String> = ["id", "suggestions", "annotations", "provenance", "metadata"]

  /// Reads a `[[field]]` table; nil when it has complained.
  ///
  /// - Parameter number: its place among the fields, from 1, to name it while it has no name.
  public static func read(_ table: inout ConfigurationTable, number: Int) -> FieldDefinition? {
    table.place = "field \(number)"
    let name = table.name("name", reserved: reservedNames, because: "Postil reads it from the record itself")
    if let name { table.place = "field \"\(name)\"" }
    let before = table.problems.count
    let kind = table.word("type", as: Kind.self, called: "field type") ?? .text
    let title = table.heading("title") ?? ""
    let isRequired = table.bool("required") ?? true
    let isShuffled = kind == .candidates ? table.bool("shuffle") ?? true : true
    guard let name, table.problems.count == before else { return nil }
    return FieldDefinition(name: name, kind: kind, title: title, isRequired: isRequired, isShuffled: isShuffled)
  }

  /// A field.
  public init(
    name: String, kind: Kind = .text, title: String = "", isRequired: Bool = true, isShuffled: Bool = true
  ) {
    self.isShuffled = isShuffled
    self.name = name
    self.kind = kind
    self.title = title
    self.isRequired = isRequired
  }
}
