public import PostilModel

extension ProjectStore {
  /// Asks for one more annotator of a task than have answered it or than it wants already, whichever is more.
  ///
  /// - Returns: How many it wants now.
  @discardableResult public func addOne(toTask task: Int, by: String, at: Timestamp) throws(StoreError) -> Int {
    try manage { (connection, totals) throws(StoreError) in
      try Self.addOne(toTask: task, by: by, at: at, connection, &totals)
    }
  }

  static func addOne(
    toTask task: Int, by: String, at: Timestamp, _ connection: any SQLConnection, _ totals: inout Totals
  ) throws(StoreError) -> Int {
    try changeWanted(task, by, at, connection, &totals) { (row) throws(StoreError) in
      // Before the first task is handed out there are no places yet: who has answered is counted.
      let answered = try Self.answered(task, connection)
      let pooled = try PoolTable(connection).row(ofTask: task)
      row.asked = max(row.asked, pooled?.wanted ?? 0, pooled?.taken ?? answered) + 1
    }
  }

  /// Takes back that one more annotator of a task was asked for.
  ///
  /// - Returns: How many it wants now.
  /// - Throws: `failed` when somebody has answered it or is at it meanwhile.
  @discardableResult public func removeOne(ofTask task: Int, by: String, at: Timestamp) throws(StoreError) -> Int {
    try manage { (connection, totals) throws(StoreError) in
      try Self.removeOne(ofTask: task, by: by, at: at, connection, &totals)
    }
  }

  static func removeOne(
    ofTask task: Int, by: String, at: Timestamp, _ connection: any SQLConnection, _ totals: inout Totals
  ) throws(StoreError) -> Int {
    try changeWanted(task, by, at, connection, &totals) { (row) throws(StoreError) in
      guard row.asked > 0 else { throw .failed("no one more annotator was asked for at task #\(task)") }
      if let pooled = try PoolTable(connection).row(ofTask: task), pooled.taken >= row.asked {
        throw .failed("task #\(task) was taken up by one more annotator meanwhile; that cannot be taken back")
      }
      row.asked -= 1
      // What is wanted without it needs no asking for, and may be lowered.
      let answered = try Self.answered(task, connection)
      let plan = try PoolState(connection)?.annotatorsPerTask
      if row.asked <= plan.map({ $0 + (row.isFlagged ? 1 : 0) }) ?? answered { row.asked = 0 }
    }
  }

  private static func answered(_ task: Int, _ connection: any SQLConnection) throws(StoreError) -> Int {
    let answers = "SELECT COUNT(*) FROM annotation WHERE task = ? AND annotator > 0 AND state = 2"
    return try connection.integer(answers, [.integer(task)]) ?? 0
  }

  private static func changeWanted(
    _ task: Int, _ by: String, _ at: Timestamp, _ connection: any SQLConnection, _ totals: inout Totals,
    _ change: (inout MoreWanted.Row) throws(StoreError) -> Void
  ) throws(StoreError) -> Int {
    try check(task, totals)
    let more = MoreWanted(connection)
    var row = try more.row(ofTask: task)
    try change(&row)
    try more.store(row, ofTask: task)
    let wanted = try PoolTable(connection).wantedChanged(ofTask: task) ?? row.asked
    try StandingTable(connection).markStale(task)
    let whose = try Annotators.makeNumber(of: by, in: connection)
    let told = JSONObject([("wanted", .integer(Int64(wanted)))])
    try ManagementLog(connection).write(.wanted, by: whose, task: task, at: at, told: told, &totals)
    return wanted
  }
}
