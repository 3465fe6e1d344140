import PostilModel

/// Somebody who wants tasks.
struct Claimant {
  /// Their number.
  let number: Int
  /// What they can do well.
  let skills: [Skill]
  /// Whether they work here no more.
  let isRetired: Bool

  /// Somebody of a name, who gets a number if they have none yet.
  init(_ name: String, in connection: any SQLConnection) throws(StoreError) {
    let number = try Annotators.makeNumber(of: name, in: connection)
    let found = try connection.statement("SELECT skills, retired FROM annotator WHERE number = ?")
      .first([.integer(number)]) { (row) throws(StoreError) in
        (skills: Self.skills(row.text(0)), isRetired: row.integer(1) == 1)
      }
    self.number = number
    skills = found?.skills ?? []
    isRetired = found?.isRetired ?? false
  }

  /// What somebody of a number can do well.
  static func skills(of number: Int, in connection: any SQLConnection) throws(StoreError) -> [Skill] {
    let text = try connection.text("SELECT skills FROM annotator WHERE number = ?", [.integer(number)]) ?? ""
    return skills(text)
  }

  /// The skills in a row of the table of annotators.
  static func skills(_ text: String) -> [Skill] { text.split(separator: " ").compactMap { Skill(String($0)) } }
}
