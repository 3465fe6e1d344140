public import PostilModel

extension ProjectStore {
  /// Brings the review queue up to date for some of the tasks to which something was done since.
  ///
  /// - Parameters:
  ///   - limit: the most tasks; a few hundred keep others waiting for no more than some milliseconds.
  ///   - annotatorsPerTask: how many answers a task wants, where the project hands none out.
  ///   - measure: what the answers of a task amount to.
  /// - Returns: How many were brought up to date; fewer than `limit` when none is left.
  public func refreshStandings(
    limit: Int = 256, annotatorsPerTask: Int, measure: (StandingInput) -> StandingMeasure
  ) throws(StoreError) -> Int {
    guard openedReadOnlyReason == nil else { return 0 }
    // Most of the time nothing is stale: no need to wait for a turn to write.
    let isAny = try engine.read { (connection) throws(StoreError) in
      try !StandingTable(connection).staleTasks(limit: 1).isEmpty
    }
    guard isAny else { return 0 }
    return try engine.write { (connection) throws(StoreError) in
      let stale = try StandingTable(connection).staleTasks(limit: limit)
      let refreshing = try StandingRefresh(connection, annotatorsPerTask: annotatorsPerTask)
      for task in stale { try refreshing.run(task, measure) }
      return stale.count
    }
  }

  /// A page of the review queue: by disagreement, most first, then by task number.
  ///
  /// - Parameters:
  ///   - place: what the page begins after; nil for the first page.
  ///   - limit: the most rows.
  public func standings(
    _ filter: ReviewFilter, after place: StandingPlace? = nil, limit: Int
  ) throws(StoreError) -> [TaskStanding] {
    try engine.read { (connection) throws(StoreError) in
      try StandingQuery(filter, connection).page(after: place, limit: limit)
    }
  }

  /// Has all tasks measured again, a stretch at a time: for when it is measured otherwise, or by other numbers.
  public func measureAgain() throws(StoreError) {
    guard openedReadOnlyReason == nil else { return }
    let last = try projectProgress().tasks
    for first in stride(from: 1, through: max(1, last), by: 10_000) {
      try engine.write(isDurable: false) { (connection) throws(StoreError) in
        try connection.run(
          "UPDATE standing SET stale = 1 WHERE stale = 0 AND task BETWEEN ? AND ?",
          [.integer(first), .integer(first + 9999)])
      }
    }
  }

  /// How many tasks are in each state, as far as the review queue is up to date.
  public func standingCounts() throws(StoreError) -> [TaskStanding.State: Int] {
    try engine.read { (connection) throws(StoreError) in
      let pairs = try connection.statement("SELECT state, COUNT(*) FROM standing GROUP BY state").all {
        (row) throws(StoreError) in (TaskStanding.State(code: row.integer(0)), row.integer(1))
      }
      return Dictionary(pairs) { $0 + $1 }
    }
  }

  /// Notes that a unanimous task was looked at, or takes that back.
  public func setChecked(task: Int, isChecked: Bool, by: String, at: Timestamp) throws(StoreError) {
    try manage { (connection, totals) throws(StoreError) in
      try Self.setChecked(task: task, isChecked: isChecked, by: by, at: at, connection, &totals)
    }
  }

  static func setChecked(
    task: Int, isChecked: Bool, by: String, at: Timestamp, _ connection: any SQLConnection, _ totals: inout Totals
  ) throws(StoreError) {
    let who = try Annotators.makeNumber(of: by, in: connection)
    try connection.run(
      "UPDATE standing SET checked = ? WHERE task = ?", [.flag(isChecked), .integer(task)])
    try ManagementLog(connection).write(
      .checked, by: who, task: task, at: at, told: JSONObject([("checked", .bool(isChecked))]), &totals)
  }

  /// Runs a change that is no save, with the counters.
  func manage<T>(_ body: (any SQLConnection, inout Totals) throws(StoreError) -> T) throws(StoreError) -> T {
    if let openedReadOnlyReason { throw .failed("nothing can be changed: \(openedReadOnlyReason)") }
    return try engine.write { (connection) throws(StoreError) in
      var totals = try Totals(connection)
      let result = try body(connection, &totals)
      try totals.store(connection)
      return result
    }
  }
}
