/// Counts the answers of people that tasks still want. A task with more answers than it wants does not make up for another
/// one, and one that is settled wants none: one with its final answer, and gold where tasks are handed out.
struct OpenAnswers {
  private let connection: any SQLConnection

  init(_ connection: any SQLConnection) { self.connection = connection }

  /// How many.
  ///
  /// - Parameters:
  ///   - annotatorsPerTask: how many a task wants for which nothing else is known.
  ///   - isHandedOut: whether the project hands tasks out. Where it does not, gold is answered like any other task.
  func count(annotatorsPerTask: Int, isHandedOut: Bool) throws(StoreError) -> Int {
    guard isHandedOut else {
      return try counted(annotatorsPerTask, settled: "SELECT task FROM resolution", after: 0, asksForMore: false)
    }
    // Tasks that came since something was handed out last are not in the pool yet.
    let pooled = try connection.integer("SELECT MAX(task) FROM pool") ?? 0
    let settled = "SELECT task FROM gold UNION SELECT task FROM resolution"
    return try ofPool() + counted(annotatorsPerTask, settled: settled, after: pooled, asksForMore: true)
  }

  /// From the rows of the pool: one walk over them, without a look at the answers. Places that are held by a lease or a
  /// question are taken there, but their answers are still to come.
  private func ofPool() throws(StoreError) -> Int {
    let places = """
      SELECT COALESCE(SUM(CASE WHEN wanted > taken THEN wanted - taken ELSE 0 END), 0) FROM pool WHERE settled = 0
      """
    let held = """
      SELECT COALESCE(SUM(CASE WHEN p.wanted >= p.taken THEN h.places
        WHEN p.wanted > p.taken - h.places THEN p.wanted - p.taken + h.places ELSE 0 END), 0)
      FROM (
        SELECT task, COUNT(*) AS places
        FROM (SELECT task FROM lease UNION ALL SELECT task FROM ask WHERE state = 0) AS one GROUP BY task) AS h
      JOIN pool p ON p.task = h.task WHERE p.settled = 0
      """
    return (try connection.integer(places) ?? 0) + (try connection.integer(held) ?? 0)
  }

  /// From the answers to the tasks behind a number.
  ///
  /// - Parameter asksForMore: whether single tasks may want more than the others.
  private func counted(
    _ wanted: Int, settled: String, after number: Int, asksForMore: Bool
  ) throws(StoreError) -> Int {
    let behind: [SQLValue] = [.integer(number)]
    let tasks = try connection.integer("SELECT COUNT(*) FROM task WHERE number > ?", behind) ?? 0
    guard tasks > 0 else { return 0 }
    let done = try connection.integer("SELECT COUNT(*) FROM (\(settled)) AS settled WHERE task > ?", behind) ?? 0
    let answered = """
      SELECT a.task, COUNT(*) FROM annotation a JOIN annotator p ON p.number = a.annotator
      WHERE a.task > ? AND a.state = 2 AND a.annotator > 0 AND p.kind = 'person' AND a.task NOT IN (\(settled))
      GROUP BY a.task
      """
    let more = asksForMore ? try moreWanted(wanted, settled: settled, after: number) : [:]
    var open = (tasks - done) * wanted + more.values.reduce(0) { $0 + $1 - wanted }
    let statement = try connection.statement(answered)
    statement.bind(behind)
    defer { statement.reset() }
    while try statement.step() { open -= min(statement.integer(1), more[statement.integer(0)] ?? wanted) }
    return max(0, open)
  }

  /// How many answers those tasks want that want others than the rest.
  private func moreWanted(
    _ plan: Int, settled: String, after number: Int
  ) throws(StoreError) -> [Int: Int] {
    let sql = "SELECT task, asked, flagged FROM more WHERE task > ? AND task NOT IN (\(settled))"
    let rows = try connection.statement(sql).all([.integer(number)]) { (row) throws(StoreError) in
      (row.integer(0), MoreWanted.Row(asked: row.integer(1), isFlagged: row.integer(2) == 1).wanted(plan: plan))
    }
    return Dictionary(uniqueKeysWithValues: rows)
  }
}
