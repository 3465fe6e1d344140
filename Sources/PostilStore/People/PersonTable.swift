import PostilModel

/// Reads and writes the roster's columns of the table `annotator`.
struct PersonTable {
  let connection: any SQLConnection

  /// Everybody on the roster, by name.
  func roster() throws(StoreError) -> Roster {
    let people = try connection.statement("SELECT \(Self.columns) FROM annotator WHERE role <> '' AND number > 0")
      .all { (row) throws(StoreError) in Self.person(from: row) }
    return Roster(people.sorted { $0.name < $1.name })
  }

  /// Somebody on the roster; nil when they are not.
  func person(numbered number: Int) throws(StoreError) -> Person? {
    try connection.statement("SELECT \(Self.columns) FROM annotator WHERE number = ? AND role <> ''")
      .first([.integer(number)]) { (row) throws(StoreError) in Self.person(from: row) }
  }

  /// Writes somebody's entry. The caller has a transaction open.
  func write(_ person: Person, number: Int) throws(StoreError) {
    let kind = try connection.text("SELECT kind FROM annotator WHERE number = ?", [.integer(number)])
    // A model's answers take no places and are not measured, a person's are.
    if kind != person.kind.rawValue {
      try PoolState.forget(in: connection)
      try StandingTable(connection).markAllStale()
    }
    try connection.run(
      "UPDATE annotator SET role = ?, kind = ?, skills = ?, pay = ?, retired = ? WHERE number = ?",
      [
        .text(person.role.rawValue), .text(person.kind.rawValue), .text(Self.text(of: person.skills)),
        .text(person.pay?.description ?? ""), .flag(person.isRetired), .integer(number),
      ])
  }

  /// What the log tells of somebody's entry.
  static func told(_ person: Person) -> JSONObject {
    JSONObject([
      ("name", .string(person.name)), ("role", .string(person.role.rawValue)), ("kind", .string(person.kind.rawValue)),
      ("skills", .string(text(of: person.skills))), ("pay", .string(person.pay?.description ?? "")),
      ("retired", .bool(person.isRetired)),
    ])
  }

  private static let columns = "name, role, kind, skills, pay, retired"

  private static func text(of skills: [Skill]) -> String { skills.map(\.description).joined(separator: " ") }

  private static func person(from row: any SQLStatement) -> Person {
    Person(
      name: row.text(0), role: PersonRole(rawValue: row.text(1)) ?? .annotator,
      kind: Person.Kind(rawValue: row.text(2)) ?? .person,
      skills: row.text(3).split(separator: " ").compactMap { Skill(String($0)) }, pay: Pay(row.text(4)),
      isRetired: row.integer(5) == 1)
  }
}
