import PostilModel

/// Reads the table `gold`.
struct GoldRows {
  private let connection: any SQLConnection
  private let json = StoredJSON()

  init(_ connection: any SQLConnection) { self.connection = connection }

  /// The known answer of a task; nil when it is no gold.
  func gold(ofTask task: Int) throws(StoreError) -> GoldTask? {
    try connection.statement("SELECT answers, explanation, qualification FROM gold WHERE task = ?")
      .first([.integer(task)]) { (row) throws(StoreError) in
        GoldTask(
          task: task, answers: try json.answers(row.utf8(0)), explanation: row.text(1),
          isQualification: row.integer(2) == 1)
      }
  }
}
