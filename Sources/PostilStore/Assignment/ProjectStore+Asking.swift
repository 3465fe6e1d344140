public import PostilModel

extension ProjectStore {
  /// Asks somebody who has the skill about a task: "I am not sure". The asker's lease goes over to whoever takes the
  /// question on; the answer comes back as a message.
  ///
  /// - Parameters:
  ///   - note: What the asker wonders; may be empty.
  ///   - token: A random text that names this question, so that one delivered twice is asked once.
  /// - Throws: `nobodyToAsk` when no other person could answer; `failed` when neither the task nor the plan names a skill to ask for, or the task was asked about,
  ///   submitted or skipped by the asker; `full` when the lease has ended and no place is free.
  public func ask(
    _ note: String, task: Int, by: String, token: String, plan: AssignmentPlan, at: Timestamp
  ) throws(StoreError) {
    try manage { (connection, totals) throws(StoreError) in
      guard try connection.integer("SELECT 1 FROM event WHERE token = ?", [.text(token)]) == nil else { return }
      try Self.check(task, totals)
      let state = try PoolBuilder(connection, plan).extend(tasks: totals.tasks)
      let pool = PoolTable(connection, order: state.order)
      guard let row = try pool.row(ofTask: task) else {
        throw .damaged(reason: "task #\(task) has no row among those that are handed out")
      }
      let whose = try Annotators.makeNumber(of: by, in: connection)
      try Self.checkQuestion(task, whose, in: connection)
      let need = row.need != 0 ? row.need : try Self.need(toAsk: plan, task: task, in: connection)
      let experts = try Experts(connection, need: need, task: task, asker: whose)
      if let skill = experts.skill, !experts.canAnswer {
        throw .nobodyToAsk(task: task, skill: skill, isSpent: experts.isAny)
      }
      try Asks(connection).insert(
        task: task, asker: whose, need: need, try Self.placeQuestion(task: task, asker: whose, row, pool))
      try MessageTable(connection).addQuestion(task: task, from: whose, at: at, text: note)
      let told = JSONObject([
        ("note", .string(note)), ("needs", .string(try Needs(connection).skill(of: need)?.description ?? "")),
      ])
      try ManagementLog(connection).write(.asked, by: whose, task: task, at: at, told: told, token: token, &totals)
    }
  }

  /// Takes a question back that nobody is at: the task is the asker's again.
  ///
  /// - Returns: The lease; nil when somebody has taken the question on or asked along with it, the asker has submitted or
  ///   skipped the task since, or there is none.
  public func takeBackAsk(
    task: Int, by: String, desk: Int, plan: AssignmentPlan, at: Timestamp
  ) throws(StoreError) -> Lease? {
    try refuseIfReadOnly()
    return try engine.write { (connection) throws(StoreError) in
      let whose = try Annotators.number(of: by, in: connection)
      let said = try AnnotationTable().annotation(ofTask: task, by: whose, in: connection)
      guard said?.state.isDone != true else { return nil }
      guard try Asks(connection).drop(task: task, asker: whose) else { return nil }
      try MessageTable(connection).dropQuestion(task: task, from: whose)
      // The place goes from the question back to the asker.
      let until = Timestamp(milliseconds: at.milliseconds + plan.leaseMilliseconds)
      let leases = Leases(connection, pool: try PoolTable(connection))
      let isNew = try leases.hold(task: task, annotator: whose, desk: desk, until: until)
      if !isNew { try leases.pool.take(-1, ofTask: task) }
      var totals = try Totals(connection)
      try ManagementLog(connection).write(.askDropped, by: whose, task: task, at: at, &totals)
      try totals.store(connection)
      return Lease(task: task, until: until)
    }
  }

  /// The tasks whose metadata key `needs` holds no skill, and what it holds: they are handed out as if they needed
  /// nothing. Reads all metadata, so it takes its time.
  public func badNeeds() throws(StoreError) -> [(task: Int, text: String)] {
    try engine.read { (connection) throws(StoreError) in
      let json = StoredJSON()
      let statement = try connection.statement(
        "SELECT number, metadata FROM task WHERE metadata LIKE ? ORDER BY number")
      statement.bind(.text("%\"needs\"%"), at: 0)
      defer { statement.reset() }
      var bad: [(task: Int, text: String)] = []
      while try statement.step() {
        let metadata = try json.object(statement.utf8(1))
        if let text = TaskTraitsReader.badNeed(metadata) { bad.append((statement.integer(0), text)) }
      }
      return bad
    }
  }

  private static func checkQuestion(
    _ task: Int, _ asker: Int, in connection: any SQLConnection
  ) throws(StoreError) {
    if try Asks(connection).has(task: task, asker: asker) {
      throw .failed("you have asked about task #\(task) already; the answer comes as a message")
    }
    let said = try AnnotationTable().annotation(ofTask: task, by: asker, in: connection)
    if let said, said.state.isDone {
      let done = said.state == .submitted ? "submitted" : "skipped"
      throw .failed("you have \(done) task #\(task) already; undo that before you ask about it")
    }
  }

  /// Sees that a question has a place: the asker's, or a free one. An expert who asks hands the first question on with
  /// the place; where no other is free, theirs goes along with it.
  private static func placeQuestion(
    task: Int, asker: Int, _ row: PoolRow, _ pool: PoolTable
  ) throws(StoreError) -> Asks.State {
    if try Leases(pool.connection, pool: pool).consume(task: task, annotator: asker) {
      guard try Asks(pool.connection).reopen(task: task, expert: asker) else { return .waiting }
      guard row.isFree else { return .joined }
    }
    guard row.isFree else { throw .full(task: task) }
    try pool.take(1, of: row)
    return .waiting
  }

  private static func need(
    toAsk plan: AssignmentPlan, task: Int, in connection: any SQLConnection
  ) throws(StoreError) -> Int {
    guard let skill = plan.asks else {
      throw .failed(
        "task #\(task) names no skill that somebody could be asked for; mark it as unsure and submit it, or add "
          + "`asks = \"SKILL:LEVEL\"` to [queue] in postil.toml")
    }
    return try Needs(connection).makeNumber(of: skill)
  }
}
