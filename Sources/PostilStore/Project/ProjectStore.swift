import Glibc
public import PostilModel

/// The database of a project: tasks, annotations, and the log of every change.
///
/// All calls may wait for the disk, so make them off the main thread; any number of threads may call at once.
public final class ProjectStore: Sendable {
  /// What a store is opened for.
  public enum Access: Sendable {
    /// Reading and saving.
    case readWrite
    /// Reading only.
    case readOnly
  }

  /// A random text that names the project, made with it.
  public let identifier: String
  /// The version of the tables in the file.
  public let schemaVersion: Int
  /// Why nothing can be saved, in words; nil when it can.
  public let openedReadOnlyReason: String?
  /// When it was opened: what is read of the project's files beside it is no older.
  let openedAt: Timestamp
  let engine: any SQLEngine

  /// Opens the project database at a path. One of an older Postil is copied (`postil.db.backup-v1-…`) and brought up
  /// to date; one of a newer Postil opens read-only.
  ///
  /// - Parameter now: The moment that names the backup; by default the clock's.
  /// - Throws: `notFound`, `newerSchema`, `damaged`, `readOnly`, `diskFull`, `busy` or `failed`.
  public convenience init(
    path: String, access: Access = .readWrite, now: Timestamp? = nil
  ) throws(StoreError) {
    try self.init(path: path, options: .init(isReadOnly: access == .readOnly), schema: .current, now: now)
  }

  /// Makes an empty project database at a path where there is no file yet, and opens it.
  ///
  /// - Parameter identifier: What names the project; by default 32 random hexadecimal digits.
  /// - Throws: `alreadyExists`, `readOnly`, `diskFull` or `failed`.
  public static func create(atPath path: String, identifier: String? = nil) throws(StoreError) -> ProjectStore {
    try create(atPath: path, identifier: identifier, schema: .current)
  }

  init(path: String, options: SQLiteEngine.Options, schema: Schema, now: Timestamp? = nil) throws(StoreError) {
    guard let size = FileIdentity.size(of: path) else { throw .notFound(path: path) }
    if size == 0 { throw .damaged(reason: "the file is empty") }
    openedAt = now ?? WallClock.now()
    engine = try SQLiteEngine(path: path, options: options)
    var version = try Self.version(of: engine)
    if version > schema.version, !options.isReadOnly {
      throw .newerSchema(found: version, known: schema.version)
    }
    if version < schema.version {
      guard !options.isReadOnly else {
        throw .failed(
          "this project was written by an older Postil (schema \(version), this one needs \(schema.version)); "
            + "open it once where it can be written, and it is brought up to date")
      }
      let moment = openedAt.iso8601.filter { $0 != ":" }
      try Self.migrate(engine, schema, backup: "\(path).backup-v\(version)-\(moment)")
      version = schema.version
    }
    schemaVersion = version
    openedReadOnlyReason =
      version > schema.version
      ? "this project was written by a newer Postil (schema \(version), this one knows \(schema.version))"
      : options.isReadOnly ? "it was opened for reading only" : nil
    identifier = try engine.read { (connection) throws(StoreError) in
      try connection.text("SELECT value FROM meta WHERE name = 'identifier'") ?? ""
    }
  }

  static func create(atPath path: String, identifier: String?, schema: Schema) throws(StoreError) -> ProjectStore {
    guard FileIdentity(path: path) == nil else { throw .alreadyExists(path: path) }
    guard FileIdentity.canWriteFolder(of: path) else { throw .readOnly }
    var random = SystemRandomNumberGenerator()
    let name = identifier ?? ContentHash.random(using: &random)
    // Made beside its place and moved there whole: nobody ever sees half a project.
    let draft = path + ".new-" + ContentHash.random(using: &random)
    defer { for ending in ["", "-wal", "-shm", "-journal"] { unlink(draft + ending) } }
    try fill(draft, name: name, schema: schema)
    guard FileIdentity.sync(draft) else { throw .failed("the new database could not be brought to the disk") }
    try move(draft, to: path)
    return try ProjectStore(path: path, options: .init(), schema: schema)
  }

  private static func fill(_ path: String, name: String, schema: Schema) throws(StoreError) {
    try SQLiteEngine.make(at: path)
    let engine = try SQLiteEngine(path: path)
    try engine.write { (connection) throws(StoreError) in
      try schema.migrate(connection, from: 0)
      try connection.run("INSERT INTO meta (name, value) VALUES ('identifier', ?)", [.text(name)])
    }
  }

  private static func move(_ draft: String, to path: String) throws(StoreError) {
    // A link refuses a name that is taken; some file systems have none, and there a rename must do.
    if link(draft, path) == 0 { return }
    if errno == EEXIST { throw .alreadyExists(path: path) }
    guard rename(draft, path) == 0 else {
      throw .failed("the database cannot be made at \(path): \(String(cString: strerror(errno)))")
    }
  }

  private static func version(of engine: any SQLEngine) throws(StoreError) -> Int {
    do throws(StoreError) {
      return try engine.read { (connection) throws(StoreError) in try Schema.version(of: connection) }
    } catch .failed(let words) where words.contains("no such table") {
      throw .damaged(reason: "it is a database, but not a project of Postil's")
    }
  }

  private static func migrate(_ engine: any SQLEngine, _ schema: Schema, backup: String) throws(StoreError) {
    try engine.write { (connection) throws(StoreError) in
      // Another process may have done it while this one waited for its turn.
      let version = try Schema.version(of: connection)
      guard version < schema.version else { return }
      try engine.backUp(to: backup)
      try schema.migrate(connection, from: version)
    }
  }

  /// Copies the database to a path where there is no file yet, as it is at this moment; desks may go on saving.
  ///
  /// - Throws: `alreadyExists`, `diskFull`, `readOnly` or `failed`.
  public func copy(toPath path: String) throws(StoreError) {
    guard FileIdentity(path: path) == nil else { throw .alreadyExists(path: path) }
    try engine.backUp(to: path)
  }

  /// What stands against trusting the file: what the engine finds, and counters that differ from a recount. Empty when
  /// all is well. Reads everything, so it takes its time.
  public func integrityReport() throws(StoreError) -> [String] {
    let problems = try engine.integrityReport()
    guard problems.isEmpty else { return problems }
    return try engine.read { (connection) throws(StoreError) in try Recount.problems(in: connection) }
  }
}
