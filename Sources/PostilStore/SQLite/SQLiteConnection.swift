import GRDB
import GRDBSQLite

/// One SQLite database, opened and guarded by GRDB, with its prepared statements.
///
/// Unchecked because the statements and the handle are touched only inside `access`, which GRDB's serial queue lets
/// one caller enter at a time, and in `deinit`, when nobody else is left.
final class SQLiteConnection: SQLConnection, @unchecked Sendable {
  /// How a connection is opened.
  struct Options {
    /// Never writes.
    var isReadOnly = false
    /// Run once, after opening.
    var pragmas = ""
    /// How long to wait for a lock.
    var patienceMilliseconds = 5000
  }

  let dialect = Dialect.sqlite
  private let queue: DatabaseQueue
  private let handle: OpaquePointer
  private var statements: [String: SQLiteStatement] = [:]

  init(path: String, options: Options) throws(StoreError) {
    do {
      queue = try DatabaseQueue(path: path, configuration: Self.configuration(options))
      guard let handle = try queue.inDatabase({ database in try Self.prepare(database, options) }) else {
        throw StoreError.failed("the database at \(path) did not open")
      }
      self.handle = handle
    } catch {
      throw SQLiteFailure.error(error)
    }
  }

  deinit {
    // Before GRDB closes the database: it could not close with statements left.
    statements.removeAll()
  }

  private static func configuration(_ options: Options) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = options.isReadOnly
    configuration.foreignKeysEnabled = false
    // SQLite's own handler soon sleeps 100 ms between tries and would seldom meet the pauses of a running import.
    let patience = options.patienceMilliseconds
    configuration.busyMode = .callback { tries in
      guard tries < patience else { return false }
      sqlite3_sleep(1)
      return true
    }
    return configuration
  }

  private static func prepare(_ database: Database, _ options: Options) throws -> OpaquePointer? {
    if !options.pragmas.isEmpty { try database.execute(sql: options.pragmas) }
    return database.sqliteConnection
  }

  /// Runs `body` while nobody else uses the connection. Not to be nested on one connection.
  func access<T>(_ body: (SQLiteConnection) throws(StoreError) -> T) throws(StoreError) -> T {
    let result: Result<T, StoreError> = queue.inDatabase { _ in
      do throws(StoreError) { return .success(try body(self)) } catch { return .failure(error) }
    }
    return try result.get()
  }

  func statement(_ sql: String) throws(StoreError) -> any SQLStatement {
    if let kept = statements[sql], !kept.isRunning { return kept }
    let made = try SQLiteStatement(sql, in: handle)
    // A second one is wanted while the first still runs: that one is thrown away after use.
    if statements[sql] == nil { statements[sql] = made }
    return made
  }

  func execute(_ script: String) throws(StoreError) {
    let code = sqlite3_exec(handle, script, nil, nil, nil)
    guard code == SQLITE_OK else {
      throw SQLiteFailure.error(sqlite3_extended_errcode(handle), String(cString: sqlite3_errmsg(handle)))
    }
  }

  var changes: Int { Int(sqlite3_changes(handle)) }

  /// True when the file cannot be written, whatever was asked for.
  var isReadOnly: Bool { sqlite3_db_readonly(handle, "main") == 1 }

  /// Copies the whole database into another one.
  func copy(to other: SQLiteConnection) throws(StoreError) {
    do { try queue.backup(to: other.queue) } catch { throw SQLiteFailure.error(error) }
  }
}
