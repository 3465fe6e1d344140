/// Counts anew what counters say.
enum Recount {
  /// Where a counter differs from what it counts.
  static func problems(in connection: any SQLConnection) throws(StoreError) -> [String] {
    var problems: [String] = []
    for (what, counter, count) in totals {
      let said = try connection.integer(counter) ?? 0
      let found = try connection.integer(count) ?? 0
      if said != found { problems.append("the counter of \(what) says \(said), there are \(found)") }
    }
    let people = try connection.statement("SELECT number, name FROM annotator ORDER BY number")
      .all { (row) throws(StoreError) in (row.integer(0), row.text(1)) }
    for (number, name) in people {
      for (what, counter, count) in ofAnnotator {
        let said = try connection.integer(counter, [.integer(number)]) ?? 0
        let found = try connection.integer(count, [.integer(number)]) ?? 0
        if said != found { problems.append("the counter of \(what) by \(name) says \(said), there are \(found)") }
      }
    }
    return try problems + ofPool(connection)
  }

  /// What differs in the places of tasks. A pool that is to be made anew may differ.
  private static func ofPool(_ connection: any SQLConnection) throws(StoreError) -> [String] {
    guard try PoolState(connection) != nil else { return [] }
    var problems: [String] = []
    for (what, count) in pool {
      let found = try connection.integer(count) ?? 0
      if found != 0 { problems.append("\(what): \(found)") }
    }
    return problems
  }

  private static let pool = [
    (
      "tasks whose taken places differ from their answers, leases and questions",
      """
      SELECT COUNT(*) FROM pool p WHERE p.taken <>
        (SELECT COUNT(*) FROM annotation a JOIN annotator n ON n.number = a.annotator
          WHERE a.task = p.task AND a.annotator > 0 AND a.state = 2 AND n.kind = 'person')
        + (SELECT COUNT(*) FROM lease l WHERE l.task = p.task)
        + (SELECT COUNT(*) FROM ask k WHERE k.task = p.task AND k.state = 0)
      """
    ),
    (
      "tasks that are settled and not marked so, or the other way round",
      """
      SELECT COUNT(*) FROM pool p WHERE p.settled <> (CASE WHEN EXISTS (SELECT 1 FROM gold g WHERE g.task = p.task)
        OR EXISTS (SELECT 1 FROM resolution r WHERE r.task = p.task) THEN 1 ELSE 0 END)
      """
    ),
    (
      "tasks that are free and not marked so, or the other way round",
      "SELECT COUNT(*) FROM pool WHERE free <> (CASE WHEN taken < wanted AND settled = 0 THEN 1 ELSE 0 END)"
    ),
    (
      "tasks that more people have answered or hold than they want",
      """
      SELECT COUNT(*) FROM pool p WHERE p.taken > p.wanted + p.spare AND p.settled = 0
      """
    ),
    (
      "leases of tasks that their annotator has submitted",
      """
      SELECT COUNT(*) FROM lease l JOIN annotation a ON a.task = l.task AND a.annotator = l.annotator
      WHERE a.state = 2
      """
    ),
    (
      "groups of tasks whose counters differ from their tasks",
      """
      SELECT COUNT(*) FROM pool_group g WHERE (g.tasks, g.open, g.settled, g.taken, g.room) <>
        (SELECT COUNT(*), COALESCE(SUM(p.free), 0), COALESCE(SUM(p.settled), 0), COALESCE(SUM(p.taken), 0),
          COALESCE(SUM(CASE WHEN p.free = 1 THEN p.wanted - p.taken ELSE 0 END), 0)
          FROM pool p WHERE p.need = g.need AND p.quota = g.quota)
      """
    ),
  ]

  private static let totals = [
    ("tasks", "SELECT tasks FROM total", "SELECT COUNT(*) FROM task"),
    ("task numbers", "SELECT tasks FROM total", "SELECT COALESCE(MAX(number), 0) FROM task"),
    ("suggestions", "SELECT suggestions FROM total", "SELECT COUNT(*) FROM suggestion"),
    ("events", "SELECT events FROM total", "SELECT COUNT(*) FROM event"),
    ("saves", "SELECT saves FROM total", "SELECT COUNT(*) FROM event WHERE save > 0"),
    (
      "submitted tasks", "SELECT submitted_tasks FROM total",
      "SELECT COUNT(DISTINCT task) FROM annotation WHERE state = 2 AND annotator > 0"
    ),
  ]

  private static let ofAnnotator = [
    (
      "submitted tasks", "SELECT submitted FROM progress WHERE annotator = ?",
      "SELECT COUNT(*) FROM annotation WHERE annotator = ? AND state = 2"
    ),
    (
      "skipped tasks", "SELECT skipped FROM progress WHERE annotator = ?",
      "SELECT COUNT(*) FROM annotation WHERE annotator = ? AND state = 3"
    ),
    (
      "flagged tasks", "SELECT flagged FROM progress WHERE annotator = ?",
      "SELECT COUNT(*) FROM annotation WHERE annotator = ? AND flagged = 1"
    ),
    (
      "saves", "SELECT saves FROM progress WHERE annotator = ?",
      "SELECT COUNT(*) FROM event WHERE annotator = ? AND save > 0"
    ),
    (
      "saves by the hour", "SELECT saves FROM progress WHERE annotator = ?",
      "SELECT COALESCE(SUM(saves), 0) FROM pace WHERE annotator = ?"
    ),
    (
      "finished tasks", "SELECT submitted + skipped FROM progress WHERE annotator = ?",
      "SELECT COALESCE(SUM(last - first + 1), 0) FROM run WHERE annotator = ?"
    ),
  ]
}
