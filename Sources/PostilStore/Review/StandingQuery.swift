import PostilModel

/// A review filter turned into one statement for each state, whose rows are merged: each runs along the index.
struct StandingQuery {
  private let filter: ReviewFilter
  private let connection: any SQLConnection

  init(_ filter: ReviewFilter, _ connection: any SQLConnection) {
    self.filter = filter
    self.connection = connection
  }

  /// The rows after a place.
  func page(after place: StandingPlace?, limit: Int) throws(StoreError) -> [TaskStanding] {
    let states = filter.states.isEmpty ? Set(TaskStanding.State.allCases) : filter.states
    let conditions = try self.conditions()
    var rows: [TaskStanding] = []
    for state in states.sorted(by: { $0.code < $1.code }) {
      var ofState: [TaskStanding] = []
      // Two stretches of the index instead of one comparison of pairs, of which SQLite uses the first half alone: many
      // tasks stand at the same place.
      if let place {
        let here = (
          sql: "s.place = ? AND s.task > ?", values: [SQLValue.double(0 - place.disagreement), .integer(place.task)]
        )
        ofState = try self.rows(of: state, [here] + conditions, limit: limit)
      }
      if ofState.count < limit {
        let beyond = place.map { (sql: "s.place > ?", values: [SQLValue.double(0 - $0.disagreement)]) }
        ofState += try self.rows(of: state, [beyond].compactMap { $0 } + conditions, limit: limit - ofState.count)
      }
      rows += ofState
    }
    rows.sort { ($1.disagreement, $0.number) < ($0.disagreement, $1.number) }
    return Array(rows.prefix(limit))
  }

  private func rows(
    of state: TaskStanding.State, _ conditions: [(sql: String, values: [SQLValue])], limit: Int
  ) throws(StoreError) -> [TaskStanding] {
    let sql = """
      SELECT \(StandingTable.columns) FROM standing s JOIN task t ON t.number = s.task
      WHERE s.state = ?\(conditions.map { " AND \($0.sql)" }.joined()) ORDER BY s.place, s.task LIMIT ?
      """
    let values = [SQLValue.integer(state.code)] + conditions.flatMap(\.values) + [.integer(limit)]
    return try connection.statement(sql).all(values) { (row) throws(StoreError) in StandingTable.standing(from: row) }
  }

  private func conditions() throws(StoreError) -> [(sql: String, values: [SQLValue])] {
    var parts: [(sql: String, values: [SQLValue])] = []
    // Not LIKE: a name may have its wildcards, and differs from one in other letters.
    if let question = filter.question {
      parts.append(("REPLACE(s.questions, ?, '') <> s.questions", [.text(" \(question) ")]))
    }
    if let label = filter.label {
      let sql = "EXISTS (SELECT 1 FROM answer w WHERE w.task = s.task AND w.value = ? AND w.annotator > 0)"
      parts.append((sql, [.text(AnswerRows.cut(label))]))
    }
    if let annotator = filter.annotator {
      let whose = try Annotators.number(of: annotator, in: connection)
      let sql = "EXISTS (SELECT 1 FROM annotation a WHERE a.task = s.task AND a.annotator = ? AND a.state = 2)"
      parts.append((sql, [.integer(whose)]))
    }
    if filter.isFlagged { parts.append(("s.flags > 0", [])) }
    if filter.missesGold { parts.append(("s.gold_missed > 0", [])) }
    if filter.isTooFast { parts.append(("s.too_fast > 0", [])) }
    return parts
  }
}
