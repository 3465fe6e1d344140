import Glibc
import Synchronization

/// SQLite in a file: one connection that writes, as many that read as there are readers at once.
final class SQLiteEngine: SQLEngine {
  /// How the file is opened.
  struct Options {
    /// Never writes.
    var isReadOnly = false
    /// How long to wait for a lock of another process.
    var patienceMilliseconds = 5000
    /// The most pages that the file may have; nil for no limit. Stands in for a full disk in tests.
    var maximumPages: Int?
  }

  let dialect = Dialect.sqlite
  private let path: String
  private let options: Options
  private let identity: FileIdentity
  private let writer: SQLiteConnection?
  private let idleReaders = Mutex<[SQLiteConnection]>([])

  /// Opens the database at a path.
  init(path: String, options: Options = Options()) throws(StoreError) {
    self.path = try Self.absolute(path)
    self.options = options
    guard let identity = FileIdentity(path: path) else { throw .notFound(path: path) }
    self.identity = identity
    if options.isReadOnly {
      writer = nil
      return
    }
    guard FileIdentity.canWriteFolder(of: self.path) else { throw .readOnly }
    var settings = SQLiteConnection.Options(patienceMilliseconds: options.patienceMilliseconds)
    settings.pragmas = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;" + Self.limit(options)
    let writer = try SQLiteConnection(path: self.path, options: settings)
    guard !writer.isReadOnly else { throw .readOnly }
    self.writer = writer
  }

  deinit {
    // Before the writer closes: the last connection to close folds the log into the file, and a reader cannot.
    idleReaders.withLock { $0.removeAll() }
  }

  /// Makes an empty database file with the settings that cannot be changed later.
  static func make(at path: String) throws(StoreError) {
    let settings = SQLiteConnection.Options(
      pragmas: "PRAGMA page_size = 8192; PRAGMA auto_vacuum = NONE; PRAGMA journal_mode = WAL; VACUUM;")
    _ = try SQLiteConnection(path: try absolute(path), options: settings)
  }

  func read<T>(_ body: (any SQLConnection) throws(StoreError) -> T) throws(StoreError) -> T {
    let idle = idleReaders.withLock { $0.popLast() }
    let reader = if let idle { idle } else { try openReader() }
    defer { idleReaders.withLock { $0.append(reader) } }
    return try reader.access { (connection) throws(StoreError) in
      try connection.snapshot { () throws(StoreError) in try body(connection) }
    }
  }

  func write<T>(
    isDurable: Bool, _ body: (any SQLConnection) throws(StoreError) -> T
  ) throws(StoreError) -> T {
    guard let writer else { throw .readOnly }
    try checkPlace()
    let result = try writer.access { (connection) throws(StoreError) in
      // The next durable commit brings to the disk what these left in the log.
      if !isDurable { try connection.execute("PRAGMA synchronous = NORMAL") }
      defer { if !isDurable { try? connection.execute("PRAGMA synchronous = FULL") } }
      return try connection.transaction { () throws(StoreError) in try body(connection) }
    }
    // Deleted between the look and the commit: what was written went with it.
    try checkPlace()
    return result
  }

  func bulk<T>(_ body: (any SQLConnection) throws(StoreError) -> T) throws(StoreError) -> T {
    guard writer != nil else { throw .readOnly }
    try checkPlace()
    var settings = SQLiteConnection.Options(patienceMilliseconds: options.patienceMilliseconds)
    // The log is brought to the disk once, at the end: until then a power cut loses batches, never the file.
    settings.pragmas =
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32768;"
      + "PRAGMA wal_autocheckpoint = 4000;" + Self.limit(options)
    let connection = try SQLiteConnection(path: path, options: settings)
    let result = try connection.access { (connection) throws(StoreError) in try body(connection) }
    guard FileIdentity.sync(path + "-wal") else {
      throw .failed("the disk does not take what was imported; look at the disk, then import again")
    }
    try checkPlace()
    return result
  }

  func backUp(to copy: String) throws(StoreError) {
    let source = try openReader()
    let target = try SQLiteConnection(path: try Self.absolute(copy), options: .init())
    try source.copy(to: target)
    guard FileIdentity.sync(copy) else { throw .failed("the backup \(copy) could not be brought to the disk") }
  }

  func integrityReport() throws(StoreError) -> [String] {
    do throws(StoreError) {
      let lines = try read { (connection) throws(StoreError) in
        try connection.statement("PRAGMA integrity_check").all { (row) throws(StoreError) in row.text(0) }
      }
      return lines == ["ok"] ? [] : lines
    } catch .damaged(let reason) {
      // Damage that stops the check itself is a finding, not a failure to look.
      return [reason]
    }
  }

  private func checkPlace() throws(StoreError) {
    if FileIdentity(path: path) != identity { throw .gone }
  }

  private func openReader() throws(StoreError) -> SQLiteConnection {
    var settings = SQLiteConnection.Options(
      isReadOnly: true, patienceMilliseconds: options.patienceMilliseconds)
    if options.isReadOnly, !FileIdentity.canWriteFolder(of: path), FileIdentity.size(of: path + "-wal") ?? 0 == 0 {
      // Without a log to read, and where SQLite can make none, the file is all there is.
      settings.patienceMilliseconds = 0
      return try SQLiteConnection(path: "file:" + Self.percentEncoded(path) + "?immutable=1", options: settings)
    }
    return try SQLiteConnection(path: path, options: settings)
  }

  private static func limit(_ options: Options) -> String {
    options.maximumPages.map { "PRAGMA max_page_count = \($0);" } ?? ""
  }

  /// A path that SQLite cannot take for an URI or a keyword.
  private static func absolute(_ path: String) throws(StoreError) -> String {
    if path.hasPrefix("/") { return path }
    guard let folder = getcwd(nil, 0) else { throw .failed("the current folder is gone; change to another one") }
    defer { free(folder) }
    return String(cString: folder) + "/" + path
  }

  private static func percentEncoded(_ path: String) -> String {
    var out = ""
    for byte in path.utf8 {
      let isPlain = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      if isPlain || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") {
        out.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        out += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }
    }
    return out
  }
}
