import PostilModel

/// Who could answer a question. The caller has a transaction open.
struct Experts {
  /// What is needed; nil for nothing.
  let skill: Skill?
  /// Whether anybody but the asker can do that.
  let isAny: Bool
  /// Whether one of them can answer: they have neither said something about the task nor asked about it. Who holds the
  /// task already is one of these.
  let canAnswer: Bool

  init(_ connection: any SQLConnection, need: Int, task: Int, asker: Int) throws(StoreError) {
    guard let wanted = try Needs(connection).skill(of: need) else {
      (skill, isAny, canAnswer) = (nil, true, true)
      return
    }
    let people = try connection.statement(
      """
      SELECT n.skills, EXISTS (SELECT 1 FROM ask k WHERE k.task = ? AND k.asker = n.number)
        OR EXISTS (SELECT 1 FROM annotation a WHERE a.task = ? AND a.annotator = n.number)
      FROM annotator n
      WHERE n.number > 0 AND n.number <> ? AND n.kind = 'person' AND n.retired = 0 AND n.skills <> ''
      """
    ).all([.integer(task), .integer(task), .integer(asker)]) { (row) throws(StoreError) in
      (skills: Claimant.skills(row.text(0)), isSpent: row.integer(1) != 0)
    }
    let experts = people.filter { person in
      person.skills.contains { $0.name == wanted.name && $0.level >= wanted.level }
    }
    skill = wanted
    isAny = !experts.isEmpty
    canAnswer = experts.contains { !$0.isSpent }
  }
}
