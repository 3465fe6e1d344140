public import PostilModel

extension ProjectStore {
  /// How far an annotator is, from counters.
  public func progress(of annotator: String) throws(StoreError) -> Progress {
    try engine.read { (connection) throws(StoreError) in
      let number = try Annotators.number(of: annotator, in: connection)
      return try Self.progress(of: number, try Totals(connection), in: connection)
    }
  }

  /// How far the project is, and everybody in it, from counters.
  public func projectProgress() throws(StoreError) -> ProjectProgress {
    try engine.read { (connection) throws(StoreError) in
      let totals = try Totals(connection)
      var annotators: [AnnotatorProgress] = []
      for (number, name) in try Annotators.judging(in: connection).sorted(by: { $0.value < $1.value }) {
        annotators.append(try Self.progress(of: number, named: name, totals, in: connection))
      }
      return ProjectProgress(
        tasks: totals.tasks, submittedTasks: totals.submittedTasks, saves: totals.saves, annotators: annotators)
    }
  }

  /// The names of all who have judged something, in order.
  public func annotatorNames() throws(StoreError) -> [String] {
    try engine.read { (connection) throws(StoreError) in try Annotators.judging(in: connection).values.sorted() }
  }

  static func progress(
    of annotator: Int, named name: String, _ totals: Totals, in connection: any SQLConnection
  ) throws(StoreError) -> AnnotatorProgress {
    var one = AnnotatorProgress(annotator: name, progress: try progress(of: annotator, totals, in: connection))
    try addPace(of: annotator, to: &one, in: connection)
    return one
  }

  static func progress(
    of annotator: Int, _ totals: Totals, in connection: any SQLConnection
  ) throws(StoreError) -> Progress {
    let counts = try connection.statement("SELECT submitted, skipped, flagged FROM progress WHERE annotator = ?")
      .first([.integer(annotator)]) { (row) throws(StoreError) in (row.integer(0), row.integer(1), row.integer(2)) }
    let (submitted, skipped, flagged) = counts ?? (0, 0, 0)
    return Progress(
      total: totals.tasks, submitted: submitted, skipped: skipped, flagged: flagged, saves: totals.saves)
  }

  private static func addPace(
    of annotator: Int, to one: inout AnnotatorProgress, in connection: any SQLConnection
  ) throws(StoreError) {
    let times = try connection.statement("SELECT saves, first_saved, last_saved FROM progress WHERE annotator = ?")
      .first([.integer(annotator)]) { (row) throws(StoreError) in (row.integer(0), row.integer(1), row.integer(2)) }
    if let (saves, first, last) = times, saves > 0 {
      one.saves = saves
      one.firstSavedAt = Timestamp(milliseconds: Int64(first))
      one.lastSavedAt = Timestamp(milliseconds: Int64(last))
    }
    one.hours = try connection.statement("SELECT hour, saves, done FROM pace WHERE annotator = ? ORDER BY hour")
      .all([.integer(annotator)]) { (row) throws(StoreError) in
        SaveHour(
          start: Timestamp(milliseconds: Int64(row.integer(0)) * 3_600_000), saves: row.integer(1),
          done: row.integer(2))
      }
  }
}
