import GRDBSQLite

/// A statement of SQLite's C interface: GRDB's own costs an array and a check per row, which a million inserts feel.
final class SQLiteStatement: SQLStatement {
  private let statement: OpaquePointer
  private let database: OpaquePointer

  /// Makes SQLite copy the bytes before the call returns.
  private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  init(_ sql: String, in database: OpaquePointer) throws(StoreError) {
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v3(database, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
    guard code == SQLITE_OK, let statement else {
      throw SQLiteFailure.error(code, String(cString: sqlite3_errmsg(database)))
    }
    self.statement = statement
    self.database = database
  }

  deinit { sqlite3_finalize(statement) }

  var isRunning: Bool { sqlite3_stmt_busy(statement) != 0 }

  func bind(_ value: SQLValue, at index: Int) {
    let place = Int32(index + 1)
    switch value {
    case .null: sqlite3_bind_null(statement, place)
    case .integer(let value): sqlite3_bind_int64(statement, place, value)
    case .double(let value): sqlite3_bind_double(statement, place, value)
    case .text(var text):
      text.withUTF8 { bytes in
        // An empty buffer may have no address, and SQLite takes that for null.
        let start = bytes.baseAddress ?? UnsafePointer(Self.empty)
        start.withMemoryRebound(to: CChar.self, capacity: bytes.count) { start in
          _ = sqlite3_bind_text64(
            statement, place, start, UInt64(bytes.count), Self.transient, UInt8(SQLITE_UTF8))
        }
      }
    }
  }

  func bind(_ value: Int, at index: Int) {
    sqlite3_bind_int64(statement, Int32(index + 1), Int64(value))
  }

  func bind(utf8: UnsafeRawBufferPointer, at index: Int) {
    let start = utf8.baseAddress ?? UnsafeRawPointer(Self.empty)
    sqlite3_bind_text64(
      statement, Int32(index + 1), start.assumingMemoryBound(to: CChar.self), UInt64(utf8.count), nil,
      UInt8(SQLITE_UTF8))
  }

  func step() throws(StoreError) -> Bool {
    let code = sqlite3_step(statement)
    if code == SQLITE_ROW { return true }
    if code == SQLITE_DONE { return false }
    throw SQLiteFailure.error(sqlite3_extended_errcode(database), String(cString: sqlite3_errmsg(database)))
  }

  func reset() { sqlite3_reset(statement) }

  func isNull(_ column: Int) -> Bool { sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL }

  func integer(_ column: Int) -> Int { Int(sqlite3_column_int64(statement, Int32(column))) }

  func double(_ column: Int) -> Double { sqlite3_column_double(statement, Int32(column)) }

  func text(_ column: Int) -> String { String(decoding: utf8(column), as: UTF8.self) }

  func utf8(_ column: Int) -> UnsafeRawBufferPointer {
    // The text first: asking for it may change what the length counts.
    let start = sqlite3_column_text(statement, Int32(column))
    return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, Int32(column))))
  }

  /// An address for texts of no bytes.
  nonisolated(unsafe) private static let empty: UnsafeMutablePointer<UInt8> = {
    // Written once, before anybody can read it, and never after.
    let byte = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)
    byte.initialize(to: 0)
    return byte
  }()
}
