extension ProjectStore {
  /// The number of the latest event in the log: a save's, an import's, or what somebody decided. 0 before the first.
  public func lastEventNumber() throws(StoreError) -> Int {
    try engine.read { (connection) throws(StoreError) in try Totals(connection).events }
  }
}
