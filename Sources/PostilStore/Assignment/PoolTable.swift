import PostilModel

/// Changes rows of the pool, and all that hangs on them: the counters of their groups, and what is there again for those
/// who had gone past it. The caller has a transaction open.
struct PoolTable {
  let connection: any SQLConnection
  /// In which order the pool stands; nil when there is no pool.
  let order: AssignmentOrder?

  /// The pool in an order that is known.
  init(_ connection: any SQLConnection, order: AssignmentOrder?) {
    self.connection = connection
    self.order = order
  }

  /// The pool as it stands.
  init(_ connection: any SQLConnection) throws(StoreError) {
    self.init(connection, order: try PoolState(connection)?.order)
  }

  /// A task's row; nil when it has none.
  func row(ofTask task: Int) throws(StoreError) -> PoolRow? {
    try connection.statement("SELECT \(PoolRow.columns) FROM pool p WHERE p.task = ?").first([.integer(task)]) {
      (row) throws(StoreError) in PoolRow(row)
    }
  }

  /// Takes places of a task, or gives them back where `places` is below 0. Nothing happens to a task without a row.
  func take(_ places: Int, ofTask task: Int) throws(StoreError) {
    guard places != 0, let row = try row(ofTask: task) else { return }
    try take(places, of: row)
  }

  /// Takes places of a task whose row is at hand.
  func take(_ places: Int, of row: PoolRow) throws(StoreError) {
    guard places != 0 else { return }
    var new = row
    new.taken += places
    try write(new, over: row)
  }

  /// Writes a row that was another one before.
  func write(_ row: PoolRow, over old: PoolRow) throws(StoreError) {
    var new = row
    if order == .fewestAnswers { new.position = Double(new.taken) }
    try connection.run(
      "UPDATE pool SET position = ?, wanted = ?, taken = ?, settled = ?, free = ? WHERE task = ?",
      [
        .double(new.position), .integer(new.wanted), .integer(new.taken), .flag(new.isSettled), .flag(new.isFree),
        .integer(new.task),
      ])
    let open = (new.isFree ? 1 : 0) - (old.isFree ? 1 : 0)
    let settled = (new.isSettled ? 1 : 0) - (old.isSettled ? 1 : 0)
    if open != 0 || settled != 0 || new.taken != old.taken || new.room != old.room {
      try connection.run(
        """
        UPDATE pool_group SET open = open + ?, settled = settled + ?, taken = taken + ?, room = room + ?
        WHERE need = ? AND quota = ?
        """,
        [
          .integer(open), .integer(settled), .integer(new.taken - old.taken), .integer(new.room - old.room),
          .integer(new.need), .integer(new.quota),
        ])
    }
    if new.isFree, open == 1 || new.position < old.position { try offerAgain(new) }
  }

  /// Lists a task for all who are past its place and have not answered it.
  private func offerAgain(_ row: PoolRow) throws(StoreError) {
    try connection.run(Self.offer + "ON CONFLICT DO NOTHING", [.integer(row.task)])
  }

  /// Lists a task for somebody who held it, whether or not it was free for others all the while.
  func offerAgain(_ task: Int, to annotator: Int) throws(StoreError) {
    try connection.run(
      Self.offer + "AND p.free = 1 AND c.annotator = ? ON CONFLICT DO NOTHING", [.integer(task), .integer(annotator)])
  }

  private static let offer = """
    INSERT INTO pool_again (annotator, need, quota, position, task)
    SELECT c.annotator, p.need, p.quota, p.position, p.task
    FROM pool p JOIN pool_cursor c ON c.need = p.need AND c.quota = p.quota
    WHERE p.task = ? AND (c.position > p.position OR (c.position = p.position AND c.task >= p.task))
      AND NOT EXISTS (SELECT 1 FROM annotation a WHERE a.task = p.task AND a.annotator = c.annotator)

    """

  // MARK: What others tell it

  /// Looks again whether a task is settled: to be called in the transaction that makes it gold, gives it its final
  /// answer, or takes one of these back.
  func settlingChanged(ofTask task: Int) throws(StoreError) {
    guard let old = try row(ofTask: task) else { return }
    let sql = "SELECT 1 FROM gold WHERE task = ? UNION ALL SELECT 1 FROM resolution WHERE task = ? LIMIT 1"
    var new = old
    new.isSettled = try connection.integer(sql, [.integer(task), .integer(task)]) != nil
    guard new.isSettled != old.isSettled else { return }
    try write(new, over: old)
    if !new.isSettled { try allowExcess(ofTask: task) }
  }

  /// Says that a task may have more answers than it wants, as many as it has: nobody counted places where they came from.
  func allowExcess(ofTask task: Int) throws(StoreError) {
    try connection.run("UPDATE pool SET spare = taken - wanted WHERE task = ? AND taken > wanted", [.integer(task)])
  }

  /// Moves a task to where it belongs after its disagreement was measured: to be called in the transaction that writes
  /// the measure.
  func disagreementChanged(ofTask task: Int, to disagreement: Double) throws(StoreError) {
    guard order == .disagreement, let old = try row(ofTask: task) else { return }
    var new = old
    new.position = PoolPositions.position(disagreement: disagreement)
    if new.position != old.position { try write(new, over: old) }
  }

  /// Looks again how many annotators a task wants.
  ///
  /// - Returns: How many; nil when the task has no row.
  @discardableResult func wantedChanged(ofTask task: Int) throws(StoreError) -> Int? {
    guard let old = try row(ofTask: task), let state = try PoolState(connection) else { return nil }
    var new = old
    new.wanted = try MoreWanted(connection).wanted(ofTask: task, plan: state.annotatorsPerTask)
    if new.wanted != old.wanted { try write(new, over: old) }
    return new.wanted
  }
}
