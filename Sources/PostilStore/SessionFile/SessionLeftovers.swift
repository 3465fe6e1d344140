import Glibc
public import PostilModel

/// Finds what desks of a project have left in the folder of session files, and removes what is of no use to anybody.
///
/// A session file belongs to the project whose database it names. Finding only reads. Nothing that holds a draft, a save
/// on its way or a step to undo is ever removed.
public struct SessionLeftovers {
  private let directory: String
  private let beginning: String
  private let database: String
  private let oldest: Timestamp

  /// The leftovers of a project.
  ///
  /// - Parameters:
  ///   - directory: Where session files live; nothing is found when it is missing.
  ///   - project: The project's `identifier`.
  ///   - database: The absolute path of its database.
  ///   - unusedSince: An empty session file counts as left behind when it was last written to before this moment.
  public init(directory: String, project: String, database: String, unusedSince: Timestamp) {
    self.directory = directory
    self.database = database
    beginning = SessionSlot.beginning(project: project)
    oldest = unusedSince
  }

  // MARK: Finding

  /// What is left over, by path. A file that does not read is passed over.
  public func find() -> [SessionLeftover] {
    let names = Set(SessionFile.names(in: directory).filter { $0.hasPrefix(beginning) })
    var stems: Set<String> = []
    for name in names {
      for ending in [".session"] + SessionSlot.sideEndings.map({ ".session" + $0 }) where name.hasSuffix(ending) {
        stems.insert(String(name.dropLast(ending.count)))
      }
    }
    return stems.sorted().compactMap { stem in
      let path = directory + "/" + stem + ".session"
      let beside = SessionSlot.sideEndings.filter { names.contains(stem + ".session" + $0) }.map { path + $0 }
      guard names.contains(stem + ".session") else {
        return SessionSlot.isFree(path) ? SessionLeftover(kind: .strays, path: path, files: beside) : nil
      }
      return look(at: path, beside)
    }
  }

  private func look(at path: String, _ beside: [String]) -> SessionLeftover? {
    // The lock last: it is held for a moment, and a desk that opens just then would take the next slot.
    if isUnused(path), isEmpty(path), SessionSlot.isFree(path) {
      return SessionLeftover(kind: .empty, path: path, files: [path] + beside)
    }
    let log = path + "-wal"
    guard let bytes = FileIdentity.size(of: log), bytes > 0, isOurs(path), SessionSlot.isFree(path) else { return nil }
    return SessionLeftover(kind: .log(bytes: bytes), path: path, files: [log])
  }

  private func isUnused(_ path: String) -> Bool {
    // An empty log says nothing: whoever reads the session file makes one.
    let log = FileIdentity.size(of: path + "-wal") ?? 0 > 0 ? FileIdentity.changed(path + "-wal") : nil
    guard let changed = FileIdentity.changed(path) else { return false }
    return max(changed, log ?? changed) < oldest
  }

  private func isOurs(_ path: String) -> Bool {
    read(path) { (connection) throws(StoreError) in true } ?? false
  }

  private func isEmpty(_ path: String) -> Bool {
    // A line that is half typed, a comment's say, is remembered as a place, but it is a draft too.
    let sql = """
      SELECT 1 WHERE EXISTS (SELECT 1 FROM draft) OR EXISTS (SELECT 1 FROM draft_base)
        OR EXISTS (SELECT 1 FROM outbox) OR EXISTS (SELECT 1 FROM undo)
        OR EXISTS (SELECT 1 FROM place WHERE key = ? AND value <> 'null')
      """
    let line = SQLValue.text(SessionFile.halfTypedLine)
    return read(path) { (connection) throws(StoreError) in try connection.integer(sql, [line]) == nil } ?? false
  }

  /// What `body` makes of a session file of this project; nil when it is another's or does not read.
  private func read(_ path: String, _ body: (SQLiteConnection) throws(StoreError) -> Bool) -> Bool? {
    let wanted = JSONValue.string(database).jsonText
    do throws(StoreError) {
      let connection = try SQLiteConnection(path: path, options: .init(isReadOnly: true, patienceMilliseconds: 0))
      return try connection.access { (connection) throws(StoreError) -> Bool? in
        guard try connection.integer("PRAGMA user_version") == SessionSchema.version,
          try connection.text("SELECT value FROM place WHERE key = 'database'") == wanted
        else { return nil }
        return try body(connection)
      }
    } catch {
      return nil
    }
  }

  // MARK: Mending

  /// Removes an empty session file, or folds the log of one into it. Strays are left: their session file may only have
  /// been moved.
  ///
  /// - Returns: False when a desk has it open by now, or it is not what it was; nothing was done then.
  public func mend(_ leftover: SessionLeftover) throws(StoreError) -> Bool {
    let path = leftover.path
    guard leftover.kind != .strays, let (stem, number) = SessionSlot.parts(of: path) else { return false }
    guard let slot = try SessionSlot.take(number, stem: stem) else { return false }
    if case .log = leftover.kind {
      guard isOurs(path) else { return false }
      // The last one to close folds the log.
      _ = try SessionFile(slot, stem: stem)
      return true
    }
    // Looked at once more: now that the slot is ours, nobody writes.
    guard isUnused(path), isEmpty(path) else { return false }
    // The file before its log: the log alone is nothing, the file without its log may be older than it was.
    for ending in [""] + SessionSlot.sideEndings {
      guard unlink(path + ending) == 0 || errno == ENOENT else {
        throw .failed("\(path + ending) cannot be removed: \(String(cString: strerror(errno)))")
      }
    }
    return true
  }
}
