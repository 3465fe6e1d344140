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
    return problems
  }

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
