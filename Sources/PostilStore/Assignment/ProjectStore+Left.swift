public import PostilModel

extension ProjectStore {
  /// How many answers are still wanted of anybody, from counters and from what is being worked on. Nil where nothing has
  /// been handed out yet.
  ///
  /// For an annotator, the gold tasks that they hold and those that come to them with the rest are counted along: each of
  /// their submits lowers the number by one, so that none tells which task was gold.
  public func tasksLeft(for annotator: String? = nil, plan: AssignmentPlan? = nil) throws(StoreError) -> Int? {
    try engine.read { (connection) throws(StoreError) in
      guard let room = try connection.integer("SELECT SUM(room) FROM pool_group") else { return nil }
      let sql = """
        SELECT (SELECT COUNT(*) FROM lease l JOIN pool p ON p.task = l.task WHERE p.settled = 0)
          + (SELECT COUNT(*) FROM ask k JOIN pool p ON p.task = k.task WHERE k.state = 0 AND p.settled = 0)
        """
      let left = room + (try connection.integer(sql) ?? 0)
      guard let annotator else { return left }
      return try left + goldToCome(to: annotator, among: room, plan, connection)
    }
  }

  /// How many gold tasks somebody holds, and will be handed among so many others.
  private func goldToCome(
    to annotator: String, among room: Int, _ plan: AssignmentPlan?, _ connection: any SQLConnection
  ) throws(StoreError) -> Int {
    let whose = SQLValue.integer(try Annotators.number(of: annotator, in: connection))
    let held = try connection.integer(
      "SELECT COUNT(*) FROM lease l JOIN gold g ON g.task = l.task WHERE l.annotator = ?", [whose])
    let handed = try connection.statement("SELECT tasks, gold FROM handed WHERE annotator = ?").first([whose]) {
      (row) throws(StoreError) in (tasks: row.integer(0), gold: row.integer(1))
    }
    let all = try connection.integer("SELECT COUNT(*) FROM gold WHERE qualification = 0") ?? 0
    let draw = GoldDraw(rate: plan?.goldRate ?? 0, project: identifier, annotator: annotator)
    let drawn = draw.count(among: room, after: handed?.tasks ?? 0)
    return (held ?? 0) + min(max(0, all - (handed?.gold ?? 0)), drawn)
  }
}
