import PostilModel

extension ProjectStore {
  /// How many tasks still want an answer of anybody, from counters and from what is being worked on; gold, which nobody
  /// has to answer, is not among them. Nil where nothing has been handed out yet.
  public func tasksLeft() throws(StoreError) -> Int? {
    try engine.read { (connection) throws(StoreError) in
      guard let free = try connection.integer("SELECT SUM(open) FROM pool_group") else { return nil }
      let sql = """
        SELECT COUNT(*) FROM (
          SELECT l.task FROM lease l JOIN pool p ON p.task = l.task WHERE p.free = 0 AND p.settled = 0
          UNION SELECT k.task FROM ask k JOIN pool p ON p.task = k.task
          WHERE k.state < 2 AND p.free = 0 AND p.settled = 0) held
        """
      return free + (try connection.integer(sql) ?? 0)
    }
  }
}
