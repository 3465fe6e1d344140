import PostilModel
import PostilScreen

/// People of the roster, for people and for programs.
struct RosterReport {
  private let people: [Person]
  private let hasLead: Bool

  init(_ people: [Person], hasLead: Bool) {
    self.people = people
    self.hasLead = hasLead
  }

  /// A line a person, in columns.
  var text: String {
    if people.isEmpty, hasLead { return "You are not on the roster.\n" }
    if people.isEmpty {
      return
        "Nobody is on the roster: everybody may see and do everything. Begin with: postil roster add NAME --role lead\n"
    }
    let rows = people.map { person in
      [
        person.name, person.isRetired ? "retired" : person.role.rawValue, person.kind == .model ? "model" : "",
        person.skills.map(\.description).joined(separator: " "), person.pay?.description ?? "",
      ].map(SafeText.line)
    }
    var text = TextColumns.text(rows)
    if !hasLead { text += "Nobody leads: everybody may see and do everything.\n" }
    return text
  }

  /// A list of objects.
  var json: JSONValue {
    .array(
      people.map { person in
        [
          "name": .string(person.name), "role": .string(person.role.rawValue), "kind": .string(person.kind.rawValue),
          "skills": .array(person.skills.map { .string($0.description) }),
          "pay": person.pay.map { .string($0.description) } ?? .null, "retired": .bool(person.isRetired),
        ]
      })
  }
}
