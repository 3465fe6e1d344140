import PostilModel

/// Looks for the next free task of a group for somebody: behind their cursor, and among what is there again before it.
/// What was looked at in vain is never looked at again: the cursor remembers. The caller has a transaction open.
struct NextTask {
  let connection: any SQLConnection
  let annotator: Int

  /// What was found.
  struct Found {
    var row: PoolRow
    /// Whether it stands before the cursor.
    var isAgain: Bool
    fileprivate var place: PoolPlace
    fileprivate var cursor: PoolPlace

    /// Whether it stands before another one in the order.
    func isBefore(_ other: Found) -> Bool {
      (row.position, row.task) < (other.row.position, other.row.task)
    }
  }

  /// Tasks that are somebody's own already: with an annotation, a lease or a question of theirs.
  private static let notOwn = """
    NOT EXISTS (SELECT 1 FROM annotation a WHERE a.task = p.task AND a.annotator = ?)
      AND NOT EXISTS (SELECT 1 FROM lease l WHERE l.task = p.task AND l.annotator = ?)
      AND NOT EXISTS (SELECT 1 FROM ask k WHERE k.task = p.task AND k.asker = ?)
    """

  private var whose: [SQLValue] { [SQLValue](repeating: .integer(annotator), count: 3) }

  /// The first task that is there for them in a group; nil when there is none.
  func first(need: Int, quota: Int) throws(StoreError) -> Found? {
    let cursor = try cursor(need, quota)
    let again = try again(need, quota, cursor)
    guard let behind = try behind(need, quota, cursor) else { return again }
    // New tasks may have sent the cursor back, before some that are listed.
    guard let again else { return behind }
    if behind.isBefore(again) { return behind }
    try passed(behind)
    return again
  }

  /// The first one behind the cursor.
  private func behind(_ need: Int, _ quota: Int, _ cursor: PoolPlace) throws(StoreError) -> Found? {
    guard cursor < .end else { return nil }
    if let row = try row(need, quota, behind: cursor) {
      return Found(
        row: row, isAgain: false, place: PoolPlace(position: row.position, task: row.task), cursor: cursor)
    }
    try setCursor(need, quota, to: .end)
    return nil
  }

  private func row(_ need: Int, _ quota: Int, behind cursor: PoolPlace) throws(StoreError) -> PoolRow? {
    // Two stretches: SQLite would seek a pair by its first part only, and in many an order most tasks stand at one place.
    let group: [SQLValue] = [.integer(need), .integer(quota), .double(cursor.position)]
    if cursor > .start,
      let row = try first("p.position = ? AND p.task > ?", "p.task", group + [.integer(cursor.task)])
    {
      return row
    }
    return try first("p.position > ?", "p.position, p.task", group)
  }

  private func first(_ stretch: String, _ order: String, _ values: [SQLValue]) throws(StoreError) -> PoolRow? {
    try connection.statement(
      """
      SELECT \(PoolRow.columns) FROM pool p WHERE p.free = 1 AND p.need = ? AND p.quota = ? AND \(stretch)
        AND \(Self.notOwn)
      ORDER BY \(order) LIMIT 1
      """
    ).first(values + whose) { (row) throws(StoreError) in PoolRow(row) }
  }

  /// Remembers that a task was handed out.
  func took(_ found: Found) throws(StoreError) {
    if found.isAgain {
      try dropAgain(found.row.need, found.row.quota, found.place)
    } else {
      try setCursor(found.row.need, found.row.quota, to: found.place)
    }
  }

  /// Remembers where a task stands that was not handed out, as another group's came first.
  func passed(_ found: Found) throws(StoreError) {
    guard !found.isAgain, found.place.before != found.cursor else { return }
    try setCursor(found.row.need, found.row.quota, to: found.place.before)
  }

  // MARK: What is there again

  private func again(_ need: Int, _ quota: Int, _ cursor: PoolPlace) throws(StoreError) -> Found? {
    while let place = try firstAgain(need, quota) {
      let row = try connection.statement(
        "SELECT \(PoolRow.columns) FROM pool p WHERE p.task = ? AND p.free = 1 AND \(Self.notOwn)"
      ).first([.integer(place.task)] + whose) { (row) throws(StoreError) in PoolRow(row) }
      if let row { return Found(row: row, isAgain: true, place: place, cursor: cursor) }
      // Somebody else was quicker. When it comes free once more, it is listed once more.
      try dropAgain(need, quota, place)
    }
    return nil
  }

  private func firstAgain(_ need: Int, _ quota: Int) throws(StoreError) -> PoolPlace? {
    try connection.statement(
      """
      SELECT position, task FROM pool_again WHERE annotator = ? AND need = ? AND quota = ?
      ORDER BY position, task LIMIT 1
      """
    ).first([.integer(annotator), .integer(need), .integer(quota)]) { (row) throws(StoreError) in
      PoolPlace(position: row.double(0), task: row.integer(1))
    }
  }

  private func dropAgain(_ need: Int, _ quota: Int, _ place: PoolPlace) throws(StoreError) {
    try connection.run(
      """
      DELETE FROM pool_again WHERE annotator = ? AND need = ? AND quota = ? AND position = ? AND task = ?
      """,
      [.integer(annotator), .integer(need), .integer(quota), .double(place.position), .integer(place.task)])
  }

  // MARK: The cursor

  private func cursor(_ need: Int, _ quota: Int) throws(StoreError) -> PoolPlace {
    try connection.statement(
      "SELECT position, task FROM pool_cursor WHERE need = ? AND quota = ? AND annotator = ?"
    ).first([.integer(need), .integer(quota), .integer(annotator)]) { (row) throws(StoreError) in
      PoolPlace(position: row.double(0), task: row.integer(1))
    } ?? .start
  }

  private func setCursor(_ need: Int, _ quota: Int, to place: PoolPlace) throws(StoreError) {
    try connection.run(
      """
      INSERT INTO pool_cursor (need, quota, annotator, position, task) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (need, quota, annotator) DO UPDATE SET position = excluded.position, task = excluded.task
      """,
      [
        .integer(need), .integer(quota), .integer(annotator), .double(place.position), .integer(place.task),
      ])
  }
}
