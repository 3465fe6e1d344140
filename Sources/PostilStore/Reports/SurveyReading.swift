import PostilModel

/// Reads what a report needs beside the judgements.
struct SurveyReading {
  private let connection: any SQLConnection

  init(_ connection: any SQLConnection) { self.connection = connection }

  func survey() throws(StoreError) -> JudgementSurvey {
    let totals = try Totals(connection)
    return JudgementSurvey(
      tasks: totals.tasks, submittedTasks: totals.submittedTasks,
      resolvedTasks: try connection.integer("SELECT COUNT(*) FROM resolution") ?? 0,
      askedTasks: Set(
        try connection.statement("SELECT DISTINCT task FROM ask").all { (row) throws(StoreError) in row.integer(0) }),
      annotators: try annotators(totals))
  }

  private func annotators(_ totals: Totals) throws(StoreError) -> [JudgementSurvey.Annotator] {
    let roster = try PersonTable(connection: connection).roster()
    let judging = try Annotators.judging(in: connection)
    let resolved = try counts("SELECT resolver, COUNT(*) FROM resolution GROUP BY resolver")
    let thirds = try thirds()
    let asked = try counts(
      """
      SELECT k.asker, COUNT(*) FROM ask k WHERE NOT EXISTS (
        SELECT 1 FROM annotation a WHERE a.task = k.task AND a.annotator = k.asker AND a.flagged = 1) GROUP BY k.asker
      """)
    var found: [JudgementSurvey.Annotator] = []
    for (number, name) in try Annotators.names(in: connection) where !Annotators.isSource(number) {
      let entry = roster.person(named: name)
      guard entry != nil || judging[number] != nil || resolved[number] != nil else { continue }
      var progress = try ProjectStore.progress(of: number, named: name, totals, in: connection)
      progress.progress.flagged += asked[number] ?? 0
      found.append(
        JudgementSurvey.Annotator(
          number: number, person: entry ?? Person(name: name), isOnRoster: entry != nil,
          progress: progress, thirds: thirds[number], resolutions: resolved[number] ?? 0))
    }
    return found.sorted { $0.person.name < $1.person.name }
  }

  private func counts(_ sql: String) throws(StoreError) -> [Int: Int] {
    let pairs = try connection.statement(sql).all { (row) throws(StoreError) in (row.integer(0), row.integer(1)) }
    return Dictionary(pairs) { _, last in last }
  }

  /// One walk over an index that holds nothing else.
  private func thirds() throws(StoreError) -> [Int: ClosedRange<Timestamp>] {
    let counts = try counts("SELECT annotator, COUNT(*) FROM annotation WHERE annotator > 0 GROUP BY annotator")
    let sql = "SELECT annotator, saved_at FROM annotation WHERE annotator > 0 ORDER BY annotator, saved_at"
    let statement = try connection.statement(sql)
    defer { statement.reset() }
    var found: [Int: ClosedRange<Timestamp>] = [:]
    var place = (annotator: 0, count: 0, first: Int64(0))
    while try statement.step() {
      if statement.integer(0) != place.annotator { place = (statement.integer(0), 0, 0) }
      place.count += 1
      let all = counts[place.annotator] ?? 0
      guard all >= 3, place.count == all / 3 || place.count == all - all / 3 + 1 else { continue }
      let at = Int64(statement.integer(1))
      if place.count == all / 3 {
        place.first = at
      } else {
        found[place.annotator] = Timestamp(milliseconds: place.first)...Timestamp(milliseconds: at)
      }
    }
    return found
  }
}
