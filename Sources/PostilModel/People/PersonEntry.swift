import PostilConfiguration

/// What somebody writes of a person on the roster, as text. What is nil is not said.
public struct PersonEntry: Sendable, Hashable {
  /// What is wrong with it, in words.
  public struct Problem: Error, Sendable, Hashable {
    /// The words.
    public let reason: String
  }

  /// The word of a role.
  public var role: String?
  /// The word of a kind.
  public var kind: String?
  /// Skills with levels, with blanks or commas between them: `law:2 zh:1`. Empty for none.
  public var skills: String?
  /// A rate of pay: `0.12 EUR/task`. Empty for none.
  public var pay: String?

  /// An entry of the given parts.
  public init(role: String? = nil, kind: String? = nil, skills: String? = nil, pay: String? = nil) {
    self.role = role
    self.kind = kind
    self.skills = skills
    self.pay = pay
  }

  /// Changes what the entry says of a person, and checks the name too.
  public func apply(to person: inout Person) throws(Problem) {
    if let problem = Person.problem(withName: person.name) { throw Problem(reason: "a name \(problem)") }
    if let role = try word(role, "role", PersonRole.self) { person.role = role }
    if let kind = try word(kind, "kind", Person.Kind.self) { person.kind = kind }
    if let skills { person.skills = try Self.skills(skills) }
    guard let pay else { return }
    if pay.isEmpty {
      person.pay = nil
    } else if let rate = Pay(pay) {
      person.pay = rate
    } else {
      throw Problem(reason: "\"\(pay)\" is no pay; it looks like 0.12 EUR/task or 18 EUR/hour")
    }
  }

  /// The skills of a text.
  private static func skills(_ text: String) throws(Problem) -> [Skill] {
    var skills: [Skill] = []
    for word in text.split(whereSeparator: { " ,;".contains($0) }) {
      guard let skill = Skill(String(word)) else {
        throw Problem(
          reason: "\"\(word)\" is no skill; it is a name and a level from \(Skill.levels.lowerBound) to "
            + "\(Skill.levels.upperBound), like law:2")
      }
      if skills.contains(where: { $0.name == skill.name }) {
        throw Problem(reason: "the skill \"\(skill.name)\" is there twice")
      }
      skills.append(skill)
    }
    return skills.sorted { $0.name < $1.name }
  }

  private func word<Word: RawRepresentable & CaseIterable>(
    _ text: String?, _ what: String, _: Word.Type
  ) throws(Problem) -> Word? where Word.RawValue == String {
    guard let text, !text.isEmpty else { return nil }
    if let word = Word(rawValue: text) { return word }
    let known = Word.allCases.map(\.rawValue)
    let hint = DidYouMean.nearest(to: text, among: known).map { ", did you mean \"\($0)\"?" }
    throw Problem(reason: "there is no \(what) \"\(text)\"\(hint ?? "; there are \(known.joined(separator: ", "))")")
  }
}
