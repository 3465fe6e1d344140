public import PostilModel

extension ProjectStore {
  /// The task of a number, whole; nil when there is none.
  public func task(number: Int) throws(StoreError) -> AnnotationTask? {
    try tasks(numbers: [number]).first
  }

  /// The tasks of some numbers, whole, in the order asked for; those that are not there are left out.
  public func tasks(numbers: [Int]) throws(StoreError) -> [AnnotationTask] {
    try engine.read { (connection) throws(StoreError) in
      let json = StoredJSON()
      let table = SuggestionTable()
      let sql = """
        SELECT t.number, t.id, t.fields, t.metadata, t.line, i.file, i.at
        FROM task t JOIN import i ON i.number = t.import WHERE t.number = ?
        """
      var tasks: [AnnotationTask] = []
      for number in numbers {
        let found = try connection.statement(sql).first([.integer(number)]) { (row) throws(StoreError) in
          AnnotationTask(
            number: row.integer(0), id: row.text(1), fields: try json.object(row.utf8(2)),
            metadata: try json.object(row.utf8(3)),
            provenance: Provenance(
              file: row.text(5), line: row.integer(4), importedAt: Timestamp(milliseconds: Int64(row.integer(6)))))
        }
        guard var task = found else { continue }
        task.suggestions = try table.suggestions(ofTask: number, in: connection)
        tasks.append(task)
      }
      return tasks
    }
  }

  /// The number of the task with an id; nil when there is none.
  public func number(ofTask id: String) throws(StoreError) -> Int? {
    try engine.read { (connection) throws(StoreError) in
      try connection.integer("SELECT number FROM task WHERE id = ?", [.text(id)])
    }
  }

  /// Queue rows for some tasks, in the order asked for; those that are not there are left out.
  public func summaries(of numbers: [Int], annotator: String) throws(StoreError) -> [TaskSummary] {
    try engine.read { (connection) throws(StoreError) in
      let whose = SQLValue.integer(try Annotators.number(of: annotator, in: connection))
      let json = StoredJSON()
      let sql = """
        SELECT t.number, t.id, t.preview, a.state, a.flagged, a.commented, a.saved_at, a.answers,
          EXISTS (SELECT 1 FROM suggestion s WHERE s.task = t.number)
        FROM task t LEFT JOIN annotation a ON a.task = t.number AND a.annotator = ? WHERE t.number = ?
        """
      let statement = try connection.statement(sql)
      var rows: [TaskSummary] = []
      rows.reserveCapacity(numbers.count)
      for number in numbers {
        let row = try statement.first([whose, .integer(number)]) { (row) throws(StoreError) in
          try Self.summary(from: row, json)
        }
        if let row { rows.append(row) }
      }
      return rows
    }
  }

  /// Queue rows for a stretch of tasks in the order of their numbers.
  public func summaries(from first: Int, count: Int, annotator: String) throws(StoreError) -> [TaskSummary] {
    try summaries(of: Array(max(1, first)..<max(1, first + count)), annotator: annotator)
  }

  private static func summary(from row: any SQLStatement, _ json: StoredJSON) throws(StoreError) -> TaskSummary {
    var summary = TaskSummary(
      number: row.integer(0), id: row.text(1), preview: row.text(2), hasSuggestion: row.integer(8) != 0)
    guard !row.isNull(3) else { return summary }
    summary.state = AnnotationState(code: row.integer(3))
    summary.isFlagged = row.integer(4) == 1
    summary.hasComment = row.integer(5) == 1
    summary.savedAt = Timestamp(milliseconds: Int64(row.integer(6)))
    summary.answers = try json.answers(row.utf8(7))
    return summary
  }
}
