/// The counters of the whole project, read and written within the transaction that changes them.
struct Totals {
  var tasks = 0
  var suggestions = 0
  var saves = 0
  var events = 0
  var imports = 0
  var submittedTasks = 0

  init(_ connection: any SQLConnection) throws(StoreError) {
    let sql = "SELECT tasks, suggestions, saves, events, imports, submitted_tasks FROM total WHERE only = 1"
    let read = try connection.statement(sql).first { (row) throws(StoreError) in
      (0..<6).map { row.integer($0) }
    }
    guard let read else { throw .damaged(reason: "its counters are missing") }
    (tasks, suggestions, saves) = (read[0], read[1], read[2])
    (events, imports, submittedTasks) = (read[3], read[4], read[5])
  }

  /// Writes them back.
  func store(_ connection: any SQLConnection) throws(StoreError) {
    let sql = """
      UPDATE total SET tasks = ?, suggestions = ?, saves = ?, events = ?, imports = ?, submitted_tasks = ?
      WHERE only = 1
      """
    try connection.run(
      sql,
      [
        .integer(tasks), .integer(suggestions), .integer(saves), .integer(events), .integer(imports),
        .integer(submittedTasks),
      ])
  }
}
