public import PostilModel

extension ProjectStore {
  /// Gives the numbers of the tasks that a filter wants, in its order: a small chunk at once, then larger ones.
  ///
  /// Words are looked for in the values of the fields and in the id; upper and lower case are one (ASCII, and other
  /// letters whose two cases take equally many bytes in UTF-8). A label is compared by its first 256 bytes. States,
  /// answers, marks and comments are those of `annotator`.
  ///
  /// - Parameter each: Takes a chunk, and whether it is the last (which may be empty); returns false to stop.
  public func numbers(
    matching filter: QueueFilter, annotator: String, each: ([Int32], _ isLast: Bool) -> Bool
  ) throws(StoreError) {
    try engine.read { (connection) throws(StoreError) in
      let query = QueueQuery(
        filter, annotator: try Annotators.number(of: annotator, in: connection),
        total: try Totals(connection).tasks, connection: connection)
      var chunk: [Int32] = []
      var capacity = 256
      var isStopped = false
      try query.run { number in
        chunk.append(Int32(truncatingIfNeeded: number))
        guard chunk.count == capacity else { return true }
        isStopped = !each(chunk, false)
        chunk.removeAll(keepingCapacity: true)
        capacity = min(capacity * 4, 65_536)
        return !isStopped
      }
      if !isStopped { _ = each(chunk, true) }
    }
  }
}
