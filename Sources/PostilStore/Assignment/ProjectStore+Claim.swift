public import PostilModel

extension ProjectStore {
  /// Hands tasks out to a desk of an annotator: questions that they can answer first, then the next of the plan's order,
  /// gold among them at the plan's rate. The tasks are theirs until the leases end.
  ///
  /// - Parameters:
  ///   - count: How many are wanted; there may be fewer.
  ///   - planRead: When the plan was known to be the project's; by default when the store was opened. Of several desks'
  ///     plans the one that was read last is in force.
  public func claim(
    for annotator: String, desk: Int, count: Int, plan: AssignmentPlan, planRead: Timestamp? = nil, at now: Timestamp
  ) throws(StoreError) -> ClaimOutcome {
    try refuseIfReadOnly()
    // A lease that a power cut takes back is one of a desk that it took too.
    return try engine.write(isDurable: false) { (connection) throws(StoreError) in
      let claim = try Claim(
        connection, for: annotator, desk: desk, plan: plan, planRead: planRead ?? openedAt, project: identifier, at: now
      )
      return try claim.run(count: count)
    }
  }

  /// What is an annotator's now at a desk: tasks that came back to them, tasks that they have said something about, and
  /// the leases of the desk. No task stands in two of the lists. Only reads.
  ///
  /// - Parameter event: The last event of an earlier look: of what they have said something about, only what was saved
  ///   since is read; nil to read all. Where very much was done since, all is read too.
  public func assigned(
    to annotator: String, desk: Int, plan: AssignmentPlan, at now: Timestamp, since event: Int? = nil
  ) throws(StoreError) -> Assigned {
    try engine.read { (connection) throws(StoreError) in
      let whose = SQLValue.integer(try Annotators.number(of: annotator, in: connection))
      var assigned = Assigned()
      assigned.lastEvent = try Totals(connection).events
      assigned.sentBack = try connection.statement("SELECT task FROM returned WHERE annotator = ? ORDER BY message")
        .all([whose]) { (row) throws(StoreError) in row.integer(0) }
      if let event, assigned.lastEvent - event <= Self.mostEventsRead {
        assigned.isWhole = false
        // The log is walked from its end, so not a join, which might begin with all that is theirs.
        let sql = """
          SELECT e.task FROM event e WHERE e.number > ? AND e.annotator = ?
            AND EXISTS (SELECT 1 FROM annotation a WHERE a.task = e.task AND a.annotator = e.annotator)
          ORDER BY e.number
          """
        try Self.read(sql, [.integer(event), whose], into: &assigned, connection)
      } else {
        let sql = "SELECT task FROM annotation WHERE annotator = ? ORDER BY saved_at, task"
        try Self.read(sql, [whose], into: &assigned, connection)
      }
      assigned.leases = try connection.statement(
        """
        SELECT l.task, l.until FROM lease l WHERE l.annotator = ? AND l.desk = ? AND l.until > ?
          AND NOT EXISTS (SELECT 1 FROM annotation a WHERE a.task = l.task AND a.annotator = l.annotator)
        ORDER BY l.number, l.task
        """
      ).all([whose, .integer(desk), .integer(now.milliseconds)]) { (row) throws(StoreError) in
        Lease(task: row.integer(0), until: Timestamp(milliseconds: Int64(row.integer(1))))
      }
      assigned.questions = try MessageTable(connection).questions(toHolder: annotator)
      return assigned
    }
  }

  /// How many events of everybody's are looked through before it is quicker to read all that is somebody's.
  private static let mostEventsRead = 20_000

  private static func read(
    _ sql: String, _ values: [SQLValue], into assigned: inout Assigned, _ connection: any SQLConnection
  ) throws(StoreError) {
    // A task may have been saved more than once.
    var seen = Set(assigned.sentBack)
    let touched = try connection.statement(sql)
    touched.bind(values)
    defer { touched.reset() }
    while try touched.step() {
      let task = touched.integer(0)
      if assigned.isWhole ? seen.isEmpty || !seen.contains(task) : seen.insert(task).inserted {
        assigned.touched.append(task)
      }
    }
  }

  /// Has leases end later: a sign of life. One that is over and that nobody else has taken up since goes on.
  ///
  /// - Returns: The leases that are still held; the other tasks are no longer the annotator's.
  public func renew(
    for annotator: String, desk: Int, tasks: [Int], plan: AssignmentPlan, at now: Timestamp
  ) throws(StoreError) -> [Lease] {
    try refuseIfReadOnly()
    guard !tasks.isEmpty else { return [] }
    return try engine.write(isDurable: false) { (connection) throws(StoreError) in
      let whose = try Annotators.number(of: annotator, in: connection)
      let leases = Leases(connection, pool: try PoolTable(connection))
      let until = Timestamp(milliseconds: now.milliseconds + plan.leaseMilliseconds)
      var held: [Lease] = []
      for task in tasks {
        if let lease = try leases.renew(task: task, annotator: whose, desk: desk, until: until) { held.append(lease) }
      }
      return held
    }
  }

  /// Gives the leases of a desk back, as one does who leaves; those of the tasks in `keeping` stay until they end.
  public func giveBack(for annotator: String, desk: Int, keeping: Set<Int>) throws(StoreError) {
    try refuseIfReadOnly()
    try engine.write(isDurable: false) { (connection) throws(StoreError) in
      let whose = try Annotators.number(of: annotator, in: connection)
      let leases = Leases(connection, pool: try PoolTable(connection))
      for task in try leases.tasks(of: whose, desk: desk) where !keeping.contains(task) {
        try leases.release(task: task, annotator: whose)
      }
    }
  }

  /// Refuses what would write.
  func refuseIfReadOnly() throws(StoreError) {
    if let openedReadOnlyReason { throw .failed("nothing can be saved: \(openedReadOnlyReason)") }
  }
}
