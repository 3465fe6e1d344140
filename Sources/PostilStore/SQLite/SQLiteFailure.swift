import GRDB
import GRDBSQLite

/// Turns SQLite's result codes into errors with words.
enum SQLiteFailure {
  /// The error for an (extended) result code.
  static func error(_ code: Int32, _ message: String) -> StoreError {
    switch code & 0xFF {
    case SQLITE_FULL: .diskFull
    case SQLITE_BUSY, SQLITE_LOCKED: .busy
    case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH: code == readOnlyMoved ? .gone : .readOnly
    case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT: .damaged(reason: message)
    case SQLITE_CANTOPEN: .failed("the database cannot be opened (\(message)); check that its folder can be written")
    case SQLITE_IOERR: isFull(code) ? .diskFull : .failed("the disk does not read or write as it should (\(message))")
    default: .failed("the database says: \(message)")
    }
  }

  /// The error for one of GRDB's.
  static func error(_ error: any Error) -> StoreError {
    if let error = error as? StoreError { return error }
    guard let error = error as? DatabaseError else { return .failed("the database says: \(error)") }
    return Self.error(error.extendedResultCode.rawValue, error.message ?? "no reason given")
  }

  /// SQLITE_READONLY_DBMOVED, which the header builds with a macro that Swift does not see.
  private static let readOnlyMoved: Int32 = 8 | (4 << 8)

  /// A short write (SQLITE_IOERR_WRITE, _FSYNC, _TRUNCATE, _SHMSIZE) is what a quota or a file size limit gives
  /// where a full disk gives SQLITE_FULL.
  private static func isFull(_ code: Int32) -> Bool {
    [3, 4, 6, 19].contains(code >> 8)
  }
}
