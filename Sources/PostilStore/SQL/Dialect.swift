/// What really differs between the engines. Everything else is the portable subset.
struct Dialect: Sendable {
  /// Begins a transaction that will write, and waits for its turn.
  var beginWrite: String
  /// Begins a transaction that sees one unchanging picture.
  var beginRead: String
  /// The type of whole numbers up to 64 bits.
  var integerType: String
  /// The type of floating-point numbers.
  var doubleType: String
  /// What follows the columns of a table that is kept in the order of its primary key.
  var keyOrderedTable: String

  /// SQLite 3.35 or newer.
  static let sqlite = Dialect(
    beginWrite: "BEGIN IMMEDIATE", beginRead: "BEGIN DEFERRED", integerType: "INTEGER", doubleType: "REAL",
    keyOrderedTable: "WITHOUT ROWID")
}
