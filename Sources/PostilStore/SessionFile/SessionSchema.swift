/// The tables of a session file.
enum SessionSchema {
  /// Raised when the tables change.
  static let version = 1

  /// Settings of every connection: a commit is safe from `kill -9` at once, and the file stays whole in a power cut.
  /// The log is folded into the file by `checkpoint` only, never on the way of a key.
  static let pragmas = """
    PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 0; PRAGMA secure_delete = OFF;
    PRAGMA cache_size = -1024;
    """

  static let script = """
    CREATE TABLE place (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE draft (
      task INTEGER NOT NULL, question TEXT NOT NULL, answer TEXT NOT NULL,
      PRIMARY KEY (task, question)) WITHOUT ROWID;
    CREATE TABLE draft_base (task INTEGER NOT NULL PRIMARY KEY, revision INTEGER NOT NULL);
    CREATE TABLE outbox (number INTEGER PRIMARY KEY AUTOINCREMENT, token TEXT NOT NULL UNIQUE, save TEXT NOT NULL);
    CREATE TABLE undo (position INTEGER NOT NULL PRIMARY KEY, entry TEXT NOT NULL);
    CREATE TABLE undo_place (only INTEGER NOT NULL PRIMARY KEY, position INTEGER NOT NULL);
    INSERT INTO undo_place VALUES (1, 0);
    PRAGMA user_version = \(version);
    """
}
