public import PostilModel

extension ProjectStore {
  /// What an annotator said about a task; nil when nothing was saved yet.
  public func annotation(ofTask task: Int, by annotator: String) throws(StoreError) -> Annotation? {
    try engine.read { (connection) throws(StoreError) in
      let whose = try Annotators.number(of: annotator, in: connection)
      return try AnnotationTable().annotation(ofTask: task, by: whose, in: connection)
    }
  }

  /// What an annotator said about some tasks, by task number; tasks without an annotation are left out.
  public func annotations(
    ofTasks tasks: [Int], by annotator: String
  ) throws(StoreError) -> [Int: Annotation] {
    try engine.read { (connection) throws(StoreError) in
      let whose = try Annotators.number(of: annotator, in: connection)
      let table = AnnotationTable()
      var found: [Int: Annotation] = [:]
      for task in tasks { found[task] = try table.annotation(ofTask: task, by: whose, in: connection) }
      return found
    }
  }

  /// What everybody did to a task, or one annotator did, earlier first.
  public func history(ofTask task: Int, by annotator: String? = nil) throws(StoreError) -> [AnnotationEvent] {
    try engine.read { (connection) throws(StoreError) in
      let json = StoredJSON()
      let names = try Annotators.names(in: connection)
      let sql = "SELECT number, at, annotator, kind, annotation FROM event WHERE task = ? ORDER BY number"
      let events = try connection.statement(sql).all([.integer(task)]) { (row) throws(StoreError) -> AnnotationEvent? in
        // What was done beside judging has a history of its own.
        if ManagementEvent.Kind(rawValue: row.text(3)) != nil { return nil }
        guard let kind = AnnotationEvent.Kind(rawValue: row.text(3)),
          let annotation = AnnotationCodec.annotation(try json.value(row.utf8(4)))
        else { throw StoreError.damaged(reason: "event \(row.integer(0)) does not read") }
        return AnnotationEvent(
          number: row.integer(0), at: Timestamp(milliseconds: Int64(row.integer(1))),
          annotator: names[row.integer(2)] ?? "", task: task, kind: kind, annotation: annotation)
      }
      return events.compactMap { $0 }.filter { annotator == nil || $0.annotator == annotator }
    }
  }

  /// What was done to a task beside judging (settled, sent back, made gold …), earlier first.
  public func management(ofTask task: Int) throws(StoreError) -> [ManagementEvent] {
    try engine.read { (connection) throws(StoreError) in
      let log = ManagementLog(connection)
      let names = try Annotators.names(in: connection)
      let sql = "SELECT number, at, annotator, task, kind, annotation FROM event WHERE task = ? ORDER BY number"
      return try connection.statement(sql).all([.integer(task)]) { (row) throws(StoreError) in
        try log.event(from: row, names: names)
      }.compactMap { $0 }
    }
  }

  /// The first task after a number that an annotator has neither submitted nor skipped; nil when there is none after
  /// it. One look-up, however many tasks are done.
  public func nextNumber(after number: Int, unansweredBy annotator: String) throws(StoreError) -> Int? {
    try engine.read { (connection) throws(StoreError) in
      let whose = try Annotators.number(of: annotator, in: connection)
      let runs = DoneRuns(connection: connection, annotator: whose)
      let next = try runs.firstOpen(after: max(0, number))
      return next <= (try Totals(connection)).tasks ? next : nil
    }
  }
}
