/// A database that several threads may use at once: hands out connections.
protocol SQLEngine: AnyObject, Sendable {
  /// What this engine does its own way.
  var dialect: Dialect { get }
  /// Runs `body` on one unchanging picture of the database. Reads may be nested, and run beside writes.
  func read<T>(_ body: (any SQLConnection) throws(StoreError) -> T) throws(StoreError) -> T
  /// Runs `body` in one transaction. One at a time; not to be nested.
  ///
  /// - Parameter isDurable: Whether it is on the disk when this returns. One that is not may be undone by a power cut,
  ///   with all that came after it; never by the end of a process, and never by halves.
  func write<T>(
    isDurable: Bool, _ body: (any SQLConnection) throws(StoreError) -> T
  ) throws(StoreError) -> T
  /// Runs `body` on a connection of its own, set for many inserts, outside any transaction.
  func bulk<T>(_ body: (any SQLConnection) throws(StoreError) -> T) throws(StoreError) -> T
  /// Makes a copy of the database at a path of the same machine, where the engine can.
  func backUp(to path: String) throws(StoreError)
  /// What the engine itself finds wrong with the database.
  func integrityReport() throws(StoreError) -> [String]
}

extension SQLEngine {
  /// Runs `body` in one transaction that is on the disk when this returns. One at a time; not to be nested.
  func write<T>(_ body: (any SQLConnection) throws(StoreError) -> T) throws(StoreError) -> T {
    try write(isDurable: true, body)
  }
}
