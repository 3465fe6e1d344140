public import PostilModel

extension ProjectStore {
  /// A task with all that a reviewer wants to know of it; nil when there is none.
  public func reviewTask(number: Int) throws(StoreError) -> ReviewTask? {
    guard let task = try task(number: number) else { return nil }
    return try engine.read { (connection) throws(StoreError) in
      let names = try Annotators.names(in: connection)
      var standing =
        try StandingTable(connection).standing(ofTask: number)
        ?? TaskStanding(number: number, id: task.id, preview: "")
      let resolution = try ResolutionTable(connection).resolution(ofTask: number, names: names)
      if resolution != nil { standing.state = .resolved }
      return ReviewTask(
        task: task, standing: standing, annotations: try Self.annotations(ofTask: number, names, connection),
        returned: try MessageTable(connection).returned(ofTask: number, names: names),
        messages: try MessageTable(connection).messages(ofTask: number, names: names), resolution: resolution,
        gold: try GoldTable(connection).task(number))
    }
  }

  /// What people and models have said about a task; open ones left out.
  static func annotations(
    ofTask task: Int, _ names: [Int: String], _ connection: any SQLConnection
  ) throws(StoreError) -> [NamedAnnotation] {
    let table = AnnotationTable()
    let sql = """
      SELECT annotator, \(AnnotationTable.columns) FROM annotation WHERE task = ? AND annotator > 0
      ORDER BY annotator
      """
    return try connection.statement(sql).all([.integer(task)]) { (row) throws(StoreError) in
      NamedAnnotation(annotator: names[row.integer(0)] ?? "", annotation: try table.annotation(from: row, at: 1))
    }.filter { $0.annotation.state != .open || $0.annotation.isFlagged }
  }

  /// Gives tasks their final answers, all or none. What each had said is noted along, as it stands now, unless it is
  /// given. Tasks that had a final answer get the new one; the log keeps the old.
  public func resolve(_ resolutions: [Resolution]) throws(StoreError) {
    try manage { (connection, totals) throws(StoreError) in
      let resolving = Resolving(connection)
      let names = try Annotators.names(in: connection)
      for var resolution in resolutions {
        if resolution.said.isEmpty {
          resolution.said = try Self.annotations(ofTask: resolution.task, names, connection)
            .filter { $0.annotation.state == .submitted }
            .map { Resolution.Said(annotator: $0.annotator, answers: $0.annotation.answers, at: $0.annotation.savedAt) }
        }
        try resolving.settle(resolution, &totals)
      }
    }
  }

  /// Takes the final answer of a task back.
  public func unresolve(task: Int, by: String, at: Timestamp) throws(StoreError) {
    try unresolve(tasks: [task], by: by, at: at)
  }

  /// Takes the final answers of tasks back, of all or of none; tasks without one are left as they are.
  public func unresolve(tasks: [Int], by: String, at: Timestamp) throws(StoreError) {
    try manage { (connection, totals) throws(StoreError) in
      let names = try Annotators.names(in: connection)
      let who = try Annotators.makeNumber(of: by, in: connection)
      for task in tasks {
        guard let old = try ResolutionTable(connection).resolution(ofTask: task, names: names) else { continue }
        try connection.run("DELETE FROM resolution WHERE task = ?", [.integer(task)])
        try ManagementLog(connection).write(
          .unresolved, by: who, task: task, at: at, told: ResolutionTable.told(old), &totals)
        try StandingTable(connection).markStale(task)
        try PoolTable(connection).settlingChanged(ofTask: task)
      }
    }
  }
}
