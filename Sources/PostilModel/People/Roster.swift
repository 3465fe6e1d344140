/// The people of a project, and who may do what.
public struct Roster: Sendable, Hashable {
  /// Everybody who is on it, by name.
  public var people: [Person]

  /// A roster.
  public init(_ people: [Person] = []) { self.people = people }

  /// Somebody on it; nil when they are not.
  public func person(named name: String) -> Person? { people.first { $0.name == name } }

  /// Whether anybody leads. Until then everybody may do everything, as one who works alone must.
  public var hasLead: Bool { people.contains { $0.role == .lead && !$0.isRetired } }

  /// What somebody may do: a lead's, while nobody leads; an annotator's for those who are not on the roster, or are retired.
  public func role(of name: String) -> PersonRole {
    guard hasLead else { return .lead }
    guard let person = person(named: name), !person.isRetired else { return .annotator }
    return person.role
  }

  /// Whether somebody other than `name` is there who reviews: nobody reviews their own then.
  public func hasReviewer(besides name: String) -> Bool {
    people.contains { $0.name != name && $0.role >= .reviewer && $0.kind == .person && !$0.isRetired }
  }
}
