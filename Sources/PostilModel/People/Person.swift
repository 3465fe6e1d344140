/// Somebody on a project's roster.
public struct Person: Sendable, Hashable {
  /// Who judges.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A human being.
    case person
    /// A program: its annotations never count as a person's.
    case model
  }

  /// The name: the operating system's name of the user.
  public var name: String
  /// What they may do.
  public var role: PersonRole
  /// Human or program.
  public var kind: Kind
  /// What they can do well, at most one level of each skill, in the order of the names.
  public var skills: [Skill]
  /// What they are paid; nil where nothing is told.
  public var pay: Pay?
  /// Whether they work here no more. What they did stays.
  public var isRetired: Bool

  /// An annotator without skills, or what is told.
  public init(
    name: String, role: PersonRole = .annotator, kind: Kind = .person, skills: [Skill] = [], pay: Pay? = nil,
    isRetired: Bool = false
  ) {
    self.name = name
    self.role = role
    self.kind = kind
    self.skills = skills
    self.pay = pay
    self.isRetired = isRetired
  }
}
