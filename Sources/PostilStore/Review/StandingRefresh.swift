import PostilModel

/// Finds out how a task stands, from what was said about it.
struct StandingRefresh {
  private let connection: any SQLConnection
  private let names: [Int: String]
  private let annotatorsPerTask: Int
  private let annotationTable = AnnotationTable()
  private let pool: PoolTable

  init(_ connection: any SQLConnection, annotatorsPerTask: Int) throws(StoreError) {
    self.connection = connection
    self.annotatorsPerTask = annotatorsPerTask
    pool = try PoolTable(connection)
    let people = try connection.statement("SELECT number, name FROM annotator WHERE number > 0 AND kind = 'person'")
      .all { (row) throws(StoreError) in (row.integer(0), row.text(1)) }
    names = Dictionary(uniqueKeysWithValues: people)
  }

  /// Brings the row of a task up to date.
  func run(_ task: Int, _ measure: (StandingInput) -> StandingMeasure) throws(StoreError) {
    let submitted = try annotations(ofTask: task)
    let gold = try GoldTable(connection).task(task)
    let length = try connection.integer("SELECT length FROM task WHERE number = ?", [.integer(task)]) ?? 0
    let measured = measure(
      StandingInput(
        task: task, length: length, annotations: submitted.filter { $0.annotation.state == .submitted },
        gold: gold, verdicts: gold == nil ? [:] : try GoldTable(connection).verdicts(ofTask: task, names: names)))
    var standing = TaskStanding(number: task, id: "", preview: "")
    standing.answers = submitted.count { $0.annotation.state == .submitted }
    standing.disagreement = measured.disagreement
    standing.reasons = measured.reasons
    standing.flags = submitted.count { $0.annotation.isFlagged }
    standing.isGold = gold != nil
    standing.goldMissed = measured.goldMissed
    standing.tooFast = measured.tooFast
    let skipped = submitted.filter { $0.annotation.state == .skipped }.map(\.annotator)
    let answered = try answeredSendBacks(ofTask: task)
    standing.reasons += answered.map { "\($0) answered" } + skipped.map { "skipped by \($0)" }
    standing.state = try state(of: standing, skipped: skipped.count, hasReply: !answered.isEmpty)
    try StandingTable(connection).store(standing, questions: measured.questions)
    try pool.disagreementChanged(ofTask: task, to: standing.disagreement)
  }

  private func annotations(ofTask task: Int) throws(StoreError) -> [NamedAnnotation] {
    let sql = """
      SELECT annotator, \(AnnotationTable.columns) FROM annotation WHERE task = ? AND annotator > 0 ORDER BY annotator
      """
    return try connection.statement(sql).all([.integer(task)]) { (row) throws(StoreError) -> NamedAnnotation? in
      guard let name = names[row.integer(0)] else { return nil }
      return NamedAnnotation(annotator: name, annotation: try annotationTable.annotation(from: row, at: 1))
    }.compactMap { $0 }
  }

  /// Who answered what was sent back to them since the reviewer last looked.
  private func answeredSendBacks(ofTask task: Int) throws(StoreError) -> [String] {
    let sql = "SELECT sender FROM message WHERE task = ? AND kind = ? AND seen = 0 ORDER BY number"
    let kind = SQLValue.text(ThreadMessage.Kind.reply.rawValue)
    return try connection.statement(sql).all([.integer(task), kind]) { (row) throws(StoreError) in
      names[row.integer(0)]
    }.compactMap { $0 }
  }

  private func state(
    of standing: TaskStanding, skipped: Int, hasReply: Bool
  ) throws(StoreError) -> TaskStanding.State {
    let task: [SQLValue] = [.integer(standing.number)]
    if try connection.integer("SELECT 1 FROM resolution WHERE task = ?", task) != nil { return .resolved }
    if try connection.integer("SELECT 1 FROM returned WHERE task = ? LIMIT 1", task) != nil { return .sentBack }
    // Before the first task is handed out there are no places yet, but more may have been asked for.
    let pooled = try connection.integer("SELECT wanted FROM pool WHERE task = ?", task)
    let more = MoreWanted(connection)
    let wanted = if let pooled { pooled } else { try more.wanted(ofTask: standing.number, plan: annotatorsPerTask) }
    guard standing.answers >= (standing.isGold ? 1 : wanted) else {
      // Who skipped a task gets it no more, so it may wait for ever: that is for a reviewer to decide.
      return skipped > 0 && standing.answers + skipped >= wanted ? .toSettle : .waiting
    }
    // An answer to what was sent back is to be met, even where all are of one mind now.
    return hasReply || standing.disagreement > 0 || standing.goldMissed > 0 ? .toSettle : .unanimous
  }
}
