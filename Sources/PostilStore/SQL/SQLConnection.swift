/// One open database, for one caller at a time. SQL is the portable subset, parameters are written `?`.
protocol SQLConnection: AnyObject {
  /// What this engine does its own way.
  var dialect: Dialect { get }
  /// A prepared statement, ready to run. Kept by its text, so ask again instead of holding it.
  func statement(_ sql: String) throws(StoreError) -> any SQLStatement
  /// Runs statements that have no parameters, separated by semicolons.
  func execute(_ script: String) throws(StoreError)
  /// How many rows the last insert, update or delete changed.
  var changes: Int { get }
}

extension SQLConnection {
  /// Runs a statement to its end.
  func run(_ sql: String, _ values: [SQLValue] = []) throws(StoreError) {
    try statement(sql).run(values)
  }

  /// The first column of the first row as a whole number.
  func integer(_ sql: String, _ values: [SQLValue] = []) throws(StoreError) -> Int? {
    try statement(sql).first(values) { (row) throws(StoreError) in row.isNull(0) ? nil : row.integer(0) } ?? nil
  }

  /// The first column of the first row as text.
  func text(_ sql: String, _ values: [SQLValue] = []) throws(StoreError) -> String? {
    try statement(sql).first(values) { (row) throws(StoreError) in row.text(0) }
  }

  /// Runs `body` in a transaction that writes: all of it is kept, or nothing.
  func transaction<T>(_ body: () throws(StoreError) -> T) throws(StoreError) -> T {
    // Kept as prepared statements: they are run at every key.
    try run(dialect.beginWrite)
    do throws(StoreError) {
      let result = try body()
      try run("COMMIT")
      return result
    } catch {
      // When the engine has rolled back by itself (a full disk), this fails, and that is as well.
      try? execute("ROLLBACK")
      throw error
    }
  }

  /// Runs `body` on one unchanging picture of the database.
  func snapshot<T>(_ body: () throws(StoreError) -> T) throws(StoreError) -> T {
    try execute(dialect.beginRead)
    defer { try? execute("COMMIT") }
    return try body()
  }
}
