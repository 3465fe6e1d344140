import PostilModel

/// Reads and writes rows of the table `standing`.
struct StandingTable {
  /// The columns that `standing(from:)` reads, of `standing s` and `task t`.
  static let columns = """
    s.task, t.id, t.preview, s.state, s.answers, s.place, s.reasons, s.flags, s.gold_missed, s.gold, s.too_fast,
    s.checked
    """
  private let connection: any SQLConnection

  init(_ connection: any SQLConnection) { self.connection = connection }

  /// Says that something was done to a task, so that what is measured of it may be true no more.
  func markStale(_ task: Int) throws(StoreError) {
    try connection.run(
      """
      INSERT INTO standing (task, stale, state, answers, place, reasons, questions, flags, gold, gold_missed,
        too_fast, checked)
      VALUES (?, 1, 0, 0, 0, '', '', 0, 0, 0, 0, 0)
      ON CONFLICT (task) DO UPDATE SET stale = 1 WHERE standing.stale = 0
      """, [.integer(task)])
  }

  /// The same for all tasks: how many answers are wanted or whose count has changed.
  func markAllStale() throws(StoreError) { try connection.run("UPDATE standing SET stale = 1 WHERE stale = 0") }

  /// Says that other answers were given to a task: that somebody had looked at it counts no more.
  func answersChanged(_ task: Int) throws(StoreError) {
    try markStale(task)
    try connection.run("UPDATE standing SET checked = 0 WHERE task = ? AND checked = 1", [.integer(task)])
  }

  /// Whether a task is in a state, and nothing was done to it since that was found out.
  func isFresh(_ state: TaskStanding.State, task: Int) throws(StoreError) -> Bool {
    let sql = "SELECT 1 FROM standing WHERE task = ? AND stale = 0 AND state = ?"
    return try connection.integer(sql, [.integer(task), .integer(state.code)]) != nil
  }

  /// The stale tasks with the lowest numbers.
  func staleTasks(limit: Int) throws(StoreError) -> [Int] {
    try connection.statement("SELECT task FROM standing WHERE stale = 1 ORDER BY task LIMIT ?")
      .all([.integer(limit)]) { (row) throws(StoreError) in row.integer(0) }
  }

  /// Writes what was found of a task.
  func store(_ standing: TaskStanding, questions: [String]) throws(StoreError) {
    try connection.run(
      """
      UPDATE standing SET stale = 0, state = ?, answers = ?, place = ?, reasons = ?, questions = ?, flags = ?,
        gold = ?, gold_missed = ?, too_fast = ? WHERE task = ?
      """,
      [
        .integer(standing.state.code), .integer(standing.answers), .double(0 - standing.disagreement),
        .text(standing.reasons.joined(separator: "\n")), .text(questions.map { " \($0) " }.joined()),
        .integer(standing.flags), .flag(standing.isGold), .integer(standing.goldMissed), .integer(standing.tooFast),
        .integer(standing.number),
      ])
  }

  /// Changes the state alone, where nothing has to be measured for it.
  func set(_ state: TaskStanding.State, task: Int) throws(StoreError) {
    try markStale(task)
    try connection.run("UPDATE standing SET state = ? WHERE task = ?", [.integer(state.code), .integer(task)])
  }

  /// The row of a task; nil when nobody has said anything about it.
  func standing(ofTask task: Int) throws(StoreError) -> TaskStanding? {
    let sql = "SELECT \(Self.columns) FROM standing s JOIN task t ON t.number = s.task WHERE s.task = ?"
    return try connection.statement(sql).first([.integer(task)]) { (row) throws(StoreError) in
      Self.standing(from: row)
    }
  }

  /// What a row of `columns` says.
  static func standing(from row: any SQLStatement) -> TaskStanding {
    TaskStanding(
      number: row.integer(0), id: row.text(1), preview: row.text(2), state: .init(code: row.integer(3)),
      answers: row.integer(4), disagreement: 0 - row.double(5),
      reasons: row.text(6).split(separator: "\n").map(String.init), flags: row.integer(7),
      goldMissed: row.integer(8), isGold: row.integer(9) == 1, tooFast: row.integer(10), isChecked: row.integer(11) == 1
    )
  }
}
