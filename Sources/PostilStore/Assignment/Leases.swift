import PostilModel

/// The table of leases. The caller has a transaction open.
struct Leases {
  let connection: any SQLConnection
  let pool: PoolTable

  /// How many leases are ended at once, so that nobody waits for the many of somebody else.
  private static let mostAtOnce = 256

  init(_ connection: any SQLConnection, pool: PoolTable) {
    self.connection = connection
    self.pool = pool
  }

  /// Makes a task somebody's. Its place must be taken already.
  func insert(task: Int, annotator: Int, desk: Int, until: Timestamp, number: Int) throws(StoreError) {
    try connection.run(
      "INSERT INTO lease (task, annotator, desk, until, number) VALUES (?, ?, ?, ?, ?)",
      [.integer(task), .integer(annotator), .integer(desk), .integer(until.milliseconds), .integer(number)])
  }

  /// Makes a task somebody's, or has their lease of it end later.
  ///
  /// - Returns: Whether they had none, so that a place must be taken for it.
  func hold(task: Int, annotator: Int, desk: Int, until: Timestamp) throws(StoreError) -> Bool {
    if try renew(task: task, annotator: annotator, desk: desk, until: until) != nil { return false }
    try insert(task: task, annotator: annotator, desk: desk, until: until, number: 0)
    return true
  }

  /// Takes a lease out and leaves its place taken, for a submit.
  ///
  /// - Returns: Whether there was one.
  func consume(task: Int, annotator: Int) throws(StoreError) -> Bool {
    try connection.run("DELETE FROM lease WHERE task = ? AND annotator = ?", [.integer(task), .integer(annotator)])
    return connection.changes > 0
  }

  /// Ends a lease: its place is free again, or waits for the next one who can answer a question.
  func release(task: Int, annotator: Int) throws(StoreError) {
    guard try consume(task: task, annotator: annotator) else { return }
    if try !Asks(connection).reopen(task: task, expert: annotator) { try pool.take(-1, ofTask: task) }
    try pool.offerAgain(task, to: annotator)
  }

  /// Ends leases that are over, and shortens those that end later than any could: the clock was put back.
  ///
  /// - Returns: Whether there may be more that are over.
  func tidy(at now: Timestamp, lease: Int64) throws(StoreError) -> Bool {
    let over = try connection.statement("SELECT task, annotator FROM lease WHERE until <= ? ORDER BY until LIMIT ?")
      .all([.integer(now.milliseconds), .integer(Self.mostAtOnce)]) { (row) throws(StoreError) in
        (task: row.integer(0), annotator: row.integer(1))
      }
    for lease in over { try release(task: lease.task, annotator: lease.annotator) }
    let latest = SQLValue.integer(now.milliseconds + lease)
    try connection.run("UPDATE lease SET until = ? WHERE until > ?", [latest, latest])
    return over.count == Self.mostAtOnce
  }

  /// Has somebody's lease of a task end later; nil when they have none.
  func renew(task: Int, annotator: Int, desk: Int, until: Timestamp) throws(StoreError) -> Lease? {
    try connection.run(
      "UPDATE lease SET until = ?, desk = ? WHERE task = ? AND annotator = ?",
      [.integer(until.milliseconds), .integer(desk), .integer(task), .integer(annotator)])
    return connection.changes > 0 ? Lease(task: task, until: until) : nil
  }

  /// The tasks of somebody's leases at a desk, in the order in which they were handed out.
  func tasks(of annotator: Int, desk: Int) throws(StoreError) -> [Int] {
    try connection.statement("SELECT task FROM lease WHERE annotator = ? AND desk = ? ORDER BY number, task")
      .all([.integer(annotator), .integer(desk)]) { (row) throws(StoreError) in row.integer(0) }
  }
}
