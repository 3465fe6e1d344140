/// The tasks that want more annotators than the plan says.
struct MoreWanted {
  let connection: any SQLConnection

  init(_ connection: any SQLConnection) { self.connection = connection }

  /// What is asked for beyond the plan: at least so many annotators, and one more than the plan's where it is flagged.
  struct Row {
    var asked = 0
    var isFlagged = false

    /// How many annotators that makes, where the plan wants `plan`.
    func wanted(plan: Int) -> Int { max(plan + (isFlagged ? 1 : 0), asked) }
  }

  /// What is asked for a task.
  func row(ofTask task: Int) throws(StoreError) -> Row {
    try connection.statement("SELECT asked, flagged FROM more WHERE task = ?").first([.integer(task)]) {
      (row) throws(StoreError) in Row(asked: row.integer(0), isFlagged: row.integer(1) == 1)
    } ?? Row()
  }

  /// All that is asked for, by task.
  func all() throws(StoreError) -> [Int: Row] {
    let rows = try connection.statement("SELECT task, asked, flagged FROM more").all { (row) throws(StoreError) in
      (row.integer(0), Row(asked: row.integer(1), isFlagged: row.integer(2) == 1))
    }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  /// How many annotators a task wants, where the plan wants `plan`.
  func wanted(ofTask task: Int, plan: Int) throws(StoreError) -> Int {
    try row(ofTask: task).wanted(plan: plan)
  }

  /// Writes what is asked for a task.
  func store(_ row: Row, ofTask task: Int) throws(StoreError) {
    try connection.run(
      """
      INSERT INTO more (task, asked, flagged) VALUES (?, ?, ?)
      ON CONFLICT (task) DO UPDATE SET asked = excluded.asked, flagged = excluded.flagged
      """,
      [.integer(task), .integer(row.asked), .flag(row.isFlagged)])
  }
}
