import PostilModel

/// The numbers that the pool uses for what tasks need. 0 stands for nothing.
struct Needs {
  let connection: any SQLConnection

  init(_ connection: any SQLConnection) { self.connection = connection }

  /// The number of a need, which gets one if it has none yet.
  func makeNumber(of need: Skill?) throws(StoreError) -> Int {
    guard let need else { return 0 }
    let whose: [SQLValue] = [.text(need.name), .integer(need.level)]
    if let known = try connection.integer("SELECT number FROM need WHERE skill = ? AND level = ?", whose) {
      return known
    }
    let next = try connection.integer("SELECT COALESCE(MAX(number), 0) + 1 FROM need") ?? 1
    try connection.run("INSERT INTO need (number, skill, level) VALUES (?, ?, ?)", [.integer(next)] + whose)
    return next
  }

  /// The need of a number; nil for 0.
  func skill(of number: Int) throws(StoreError) -> Skill? {
    try connection.statement("SELECT skill, level FROM need WHERE number = ?").first([.integer(number)]) {
      (row) throws(StoreError) in Skill(name: row.text(0), level: row.integer(1))
    }
  }

  /// What somebody with some skills can do, 0 among it.
  func met(by skills: [Skill]) throws(StoreError) -> [Int] {
    var numbers = [0]
    for skill in skills {
      numbers += try connection.statement("SELECT number FROM need WHERE skill = ? AND level <= ? ORDER BY level")
        .all([.text(skill.name), .integer(skill.level)]) { (row) throws(StoreError) in row.integer(0) }
    }
    return numbers
  }
}
