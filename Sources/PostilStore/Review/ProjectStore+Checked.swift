import PostilModel

extension ProjectStore {
  /// How many of the unanimous tasks were looked at, as far as the review queue is up to date.
  public func checkedUnanimousCount() throws(StoreError) -> Int {
    try engine.read { (connection) throws(StoreError) in
      let state = SQLValue.integer(TaskStanding.State.unanimous.code)
      return try connection.integer("SELECT COUNT(*) FROM standing WHERE state = ? AND checked = 1", [state]) ?? 0
    }
  }
}
