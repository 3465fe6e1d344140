import Glibc
public import PostilModel
import Synchronization

/// One annotator's working state for one project, on the local disk: place, drafts, saves on their way, undo log.
///
/// A second desk of the same annotator gets the next slot, a file of its own. `apply` is made for the way of a key: one
/// small transaction, no wait for the disk. May be called from any thread.
public final class SessionFile: Sendable {
  /// The place under which a half-typed line is remembered, null when there is none: a file with one is not empty.
  public static let halfTypedLine = "line"
  /// Which of the annotator's desks this is, from 1.
  public let slot: Int
  /// Where the file is.
  public let path: String
  private let stem: String
  // Held for the lock.
  private let lock: Mutex<SessionSlot?>
  private let connection: SQLiteConnection
  private let undo: Mutex<(position: Int, count: Int)>

  /// Opens the first free slot of an annotator, and makes folder and file when they are not there.
  ///
  /// - Parameters:
  ///   - directory: Where session files live; made (for the user only) when missing.
  ///   - project: The project's `identifier`.
  public convenience init(directory: String, project: String, annotator: String) throws(StoreError) {
    try Self.makeFolders(directory)
    let stem = SessionSlot.stem(directory: directory, project: project, annotator: annotator)
    try self.init(try SessionSlot.takeFirst(stem: stem), stem: stem)
  }

  init(_ taken: consuming SessionSlot, stem: String) throws(StoreError) {
    slot = taken.number
    path = taken.path
    self.stem = stem
    let made = try Self.open(path)
    let undone = try made.access { (connection) throws(StoreError) in
      (
        position: try connection.integer("SELECT position FROM undo_place WHERE only = 1") ?? 0,
        count: try connection.integer("SELECT COALESCE(MAX(position), 0) FROM undo") ?? 0
      )
    }
    connection = made
    undo = Mutex(undone)
    lock = Mutex(consume taken)
  }

  /// Opens the file and makes its tables when it is new.
  private static func open(_ path: String) throws(StoreError) -> SQLiteConnection {
    do throws(StoreError) {
      let made = try SQLiteConnection(path: path, options: .init(pragmas: SessionSchema.pragmas))
      try made.access { (connection) throws(StoreError) in try prepare(connection) }
      return made
    } catch .damaged(let reason) {
      throw .failed(
        "the session file \(path) is damaged (\(reason)); the project is not touched by that: "
          + "move the file away to begin a new one, only drafts and the way back by undo are in it")
    }
  }

  private static func prepare(_ connection: SQLiteConnection) throws(StoreError) {
    let version = try connection.integer("PRAGMA user_version") ?? 0
    if version > SessionSchema.version {
      throw .newerSchema(found: version, known: SessionSchema.version)
    }
    guard version == 0 else { return }
    try connection.transaction { () throws(StoreError) in try connection.execute(SessionSchema.script) }
  }

  private static func makeFolders(_ path: String) throws(StoreError) {
    if FileIdentity(path: path) != nil { return }
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex { try makeFolders(String(path[..<slash])) }
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
      if errno == ENOSPC { throw .diskFull }
      throw .failed("the folder \(path) cannot be made (\(String(cString: strerror(errno)))); check its parent folder")
    }
  }

  // MARK: Writing

  /// Makes all the changes, or none, and returns when they would survive `kill -9`.
  public func apply(_ writes: [SessionWrite]) throws(StoreError) {
    try connection.access { (connection) throws(StoreError) in
      let before = undo.withLock { $0 }
      do throws(StoreError) {
        if writes.count == 1, case .draft = writes[0] {
          // One statement is a transaction by itself: a letter typed.
          try apply(writes[0], connection)
        } else {
          try connection.transaction { () throws(StoreError) in
            for write in writes { try apply(write, connection) }
          }
        }
      } catch {
        undo.withLock { $0 = before }
        throw error
      }
    }
  }

  private func apply(_ write: SessionWrite, _ connection: SQLiteConnection) throws(StoreError) {
    switch write {
    case .place, .enqueue, .delivered: try applyState(write, connection)
    case .draft, .beginDraft, .dropDraft: try applyDraft(write, connection)
    case .pushUndo, .replaceUndoTop, .moveUndo: try applyUndo(write, connection)
    }
  }

  private func applyState(_ write: SessionWrite, _ connection: SQLiteConnection) throws(StoreError) {
    switch write {
    case .place(let key, let value?):
      try connection.run(
        "INSERT INTO place (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        [.text(key), .text(value.jsonText)])
    case .place(let key, nil):
      try connection.run("DELETE FROM place WHERE key = ?", [.text(key)])
    case .enqueue(let save):
      try connection.run(
        "INSERT INTO outbox (token, save) VALUES (?, ?) ON CONFLICT (token) DO NOTHING",
        [.text(save.token), .text(AnnotationCodec.text(save))])
    case .delivered(let token):
      try connection.run("DELETE FROM outbox WHERE token = ?", [.text(token)])
    default: break
    }
  }

  private func applyDraft(_ write: SessionWrite, _ connection: SQLiteConnection) throws(StoreError) {
    switch write {
    case .draft(let task, let question, let answer?):
      try connection.run(
        """
        INSERT INTO draft (task, question, answer) VALUES (?, ?, ?)
        ON CONFLICT (task, question) DO UPDATE SET answer = excluded.answer
        """, [.integer(task), .text(question), .text(answer.jsonText)])
    case .draft(let task, let question, nil):
      try connection.run(
        "DELETE FROM draft WHERE task = ? AND question = ?", [.integer(task), .text(question)])
    case .beginDraft(let task, let revision):
      try connection.run(
        """
        INSERT INTO draft_base (task, revision) VALUES (?, ?)
        ON CONFLICT (task) DO UPDATE SET revision = excluded.revision
        """, [.integer(task), .integer(revision)])
    case .dropDraft(let task):
      try connection.run("DELETE FROM draft WHERE task = ?", [.integer(task)])
      try connection.run("DELETE FROM draft_base WHERE task = ?", [.integer(task)])
    default: break
    }
  }

  private func applyUndo(_ write: SessionWrite, _ connection: SQLiteConnection) throws(StoreError) {
    var place = undo.withLock { $0 }
    switch write {
    case .pushUndo(let entry):
      if place.count > place.position {
        try connection.run("DELETE FROM undo WHERE position > ?", [.integer(place.position)])
      }
      place.position += 1
      place.count = place.position
      try put(entry, at: place.position, connection)
    case .replaceUndoTop(let entry):
      if place.position == 0 { return try applyUndo(.pushUndo(entry), connection) }
      try put(entry, at: place.position, connection)
    case .moveUndo(let position): place.position = min(max(0, position), place.count)
    default: return
    }
    let moved = place
    if moved.position != undo.withLock({ $0.position }) {
      try connection.run("UPDATE undo_place SET position = ? WHERE only = 1", [.integer(moved.position)])
    }
    undo.withLock { $0 = moved }
  }

  private func put(_ entry: UndoEntry, at position: Int, _ connection: SQLiteConnection) throws(StoreError) {
    try connection.run(
      """
      INSERT INTO undo (position, entry) VALUES (?, ?)
      ON CONFLICT (position) DO UPDATE SET entry = excluded.entry
      """, [.integer(position), .text(UndoCodec.text(entry))])
  }

  /// Folds what was written into the main file, so that the log does not grow for ever. May take milliseconds: call it
  /// from a background thread, when the desk is idle or `logBytes` has grown large, and before closing.
  public func checkpoint() throws(StoreError) {
    // A connection of its own folds while the other one writes.
    let folder = try SQLiteConnection(path: path, options: .init(pragmas: SessionSchema.pragmas))
    try folder.access { (connection) throws(StoreError) in
      try connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
      // The first write after a full fold waits for the disk once. Better here than under somebody's key.
      try connection.transaction { () throws(StoreError) in
        try connection.execute("UPDATE undo_place SET position = position WHERE only = 1")
      }
    }
  }

  /// The size of the log that `checkpoint` folds, in bytes.
  public var logBytes: Int { FileIdentity.size(of: path + "-wal") ?? 0 }

  // MARK: Reading

  /// What was remembered under a name.
  public func place(_ key: String) throws(StoreError) -> JSONValue? {
    try connection.access { (connection) throws(StoreError) in
      let json = StoredJSON()
      return try connection.statement("SELECT value FROM place WHERE key = ?").first([.text(key)]) {
        (row) throws(StoreError) in try json.value(row.utf8(0))
      }
    }
  }

  /// Everything that was remembered, by name.
  public func places() throws(StoreError) -> [String: JSONValue] {
    try connection.access { (connection) throws(StoreError) in
      let json = StoredJSON()
      let pairs = try connection.statement("SELECT key, value FROM place").all { (row) throws(StoreError) in
        (row.text(0), try json.value(row.utf8(1)))
      }
      return Dictionary(uniqueKeysWithValues: pairs)
    }
  }

  /// The draft of a task, with the revision it was made from; nil when there is none.
  public func draft(_ task: Int) throws(StoreError) -> Annotation? {
    try connection.access { (connection) throws(StoreError) in
      let json = StoredJSON()
      let answers = try connection.statement("SELECT question, answer FROM draft WHERE task = ?")
        .all([.integer(task)]) { (row) throws(StoreError) in (row.text(0), try json.value(row.utf8(1))) }
      let base = try connection.statement("SELECT revision FROM draft_base WHERE task = ?").first([.integer(task)]) {
        (row) throws(StoreError) in row.integer(0)
      }
      guard base != nil || !answers.isEmpty else { return nil }
      return Annotation(state: .draft, answers: Dictionary(uniqueKeysWithValues: answers), revision: base ?? 0)
    }
  }

  /// The numbers of the tasks that have drafts, ascending.
  public func drafts() throws(StoreError) -> [Int] {
    try connection.access { (connection) throws(StoreError) in
      try connection.statement("SELECT task FROM draft UNION SELECT task FROM draft_base ORDER BY task").all {
        (row) throws(StoreError) in row.integer(0)
      }
    }
  }

  /// The saves that the project has not acknowledged, in the order in which they were made.
  public func outbox() throws(StoreError) -> [AnnotationSave] {
    try connection.access { (connection) throws(StoreError) in try Self.outbox(connection) }
  }

  private static func outbox(_ connection: SQLiteConnection) throws(StoreError) -> [AnnotationSave] {
    let json = StoredJSON()
    return try connection.statement("SELECT save FROM outbox ORDER BY number").all { (row) throws(StoreError) in
      guard let save = AnnotationCodec.save(try json.value(row.utf8(0))) else {
        throw .damaged(reason: "a save in the session's outbox does not read")
      }
      return save
    }
  }

  /// How many steps of the undo log are done; those after it can be redone.
  public var undoPosition: Int { undo.withLock { $0.position } }

  /// How many steps the undo log has.
  public var undoCount: Int { undo.withLock { $0.count } }

  /// The step at an index from 0; nil beyond the end.
  public func undoEntry(at index: Int) throws(StoreError) -> UndoEntry? {
    try connection.access { (connection) throws(StoreError) in
      let json = StoredJSON()
      return try connection.statement("SELECT entry FROM undo WHERE position = ?").first([.integer(index + 1)]) {
        (row) throws(StoreError) in
        guard let entry = UndoCodec.entry(try json.value(row.utf8(0))) else {
          throw .damaged(reason: "step \(index) of the undo log does not read")
        }
        return entry
      }
    }
  }

  // MARK: Slots left behind

  /// Takes over what desks that are gone have left: saves that were not delivered, and drafts of tasks that have none
  /// here.
  ///
  /// - Returns: How many saves there were. Running it twice, or being killed in the middle, neither loses nor doubles
  ///   anything.
  public func adoptLeftWork() throws(StoreError) -> Int {
    var adopted = 0
    var number = 1
    while FileIdentity(path: "\(stem)-\(number).session") != nil || number <= slot {
      defer { number += 1 }
      guard number != slot, FileIdentity(path: "\(stem)-\(number).session") != nil,
        let free = try SessionSlot.take(number, stem: stem)
      else { continue }
      let left = try SessionFile(free, stem: stem)
      let saves = try left.outbox()
      let drafts = Set(try left.drafts()).subtracting(try self.drafts()).sorted()
      guard !saves.isEmpty || !drafts.isEmpty else { continue }
      var taken = saves.map { SessionWrite.enqueue($0) }
      for task in drafts {
        guard let draft = try left.draft(task) else { continue }
        taken.append(.beginDraft(task: task, revision: draft.revision))
        for (question, answer) in draft.answers {
          taken.append(.draft(task: task, question: question, answer: answer))
        }
      }
      // Here first, there after: their tokens keep a save that is in both from counting twice.
      try apply(taken)
      try left.apply(saves.map { .delivered(token: $0.token) } + drafts.map { .dropDraft(task: $0) })
      adopted += saves.count
    }
    return adopted
  }
}
