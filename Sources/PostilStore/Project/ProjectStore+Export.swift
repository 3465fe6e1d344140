public import PostilModel

extension ProjectStore {
  /// Gives every task that a filter wants, in its order, with all that was proposed and said about it, from one
  /// unchanging picture of the project.
  ///
  /// - Parameters:
  ///   - annotator: Whose annotations the filter looks at; nil for anybody's: then one annotation must meet all of its
  ///     conditions. Rows hold everybody's annotations in any case.
  ///   - body: Takes a row, whose buffers are good within the call only; returns false to stop.
  /// - Throws: `StoreError`, or what `body` throws.
  public func exportRows(
    filter: QueueFilter = QueueFilter(), annotator: String? = nil, body: (borrowing ExportRow) throws -> Bool
  ) throws {
    let result = try engine.read { (connection) throws(StoreError) -> Result<Void, any Error> in
      let total = try Totals(connection).tasks
      if filter.isEverything { return try Self.export(1...max(1, total), total, connection, body) }
      let whose = try annotator.map { (name) throws(StoreError) in try Annotators.number(of: name, in: connection) }
      let query = QueueQuery(filter, annotator: whose, total: total, connection: connection)
      var numbers: [Int32] = []
      try query.run { number in
        numbers.append(Int32(truncatingIfNeeded: number))
        return true
      }
      return try Self.export(numbers.lazy.map { Int($0) }, total, connection, body)
    }
    try result.get()
  }

  private static func export(
    _ numbers: some Collection<Int>, _ total: Int, _ connection: any SQLConnection,
    _ body: (borrowing ExportRow) throws -> Bool
  ) throws(StoreError) -> Result<Void, any Error> {
    // Reading all and dropping some costs less than looking up more than a few.
    let isAscending = zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
    let cursor = try ExportCursor(connection, isScan: isAscending && numbers.count * 8 > total)
    var row = ExportRow()
    for number in numbers where try cursor.read(number, into: &row) {
      do { if try !body(row) { break } } catch { return .failure(error) }
    }
    return .success(())
  }
}
