import Glibc
import PostilModel
import PostilTestSupport
import Testing

@testable import PostilStore

@Suite struct FailureTests {
  private let folder: TemporaryFolder
  private var path: String { folder.path + "/postil.db" }

  init() throws { folder = try TemporaryFolder() }

  private func write(_ bytes: [UInt8], at offset: Int) {
    let descriptor = open(path, O_WRONLY)
    pwrite(descriptor, bytes, bytes.count, offset)
    close(descriptor)
  }

  private func isGone(_ error: any Error) -> Bool {
    if case .gone? = error as? StoreError { true } else { false }
  }

  private func isFull(_ error: any Error) -> Bool {
    if case .diskFull? = error as? StoreError { true } else { false }
  }

  private func isDamaged(_ error: any Error) -> Bool {
    if case .damaged? = error as? StoreError { true } else { false }
  }

  @Test func aMissingProjectIsNotMade() throws {
    #expect { _ = try ProjectStore(path: path) } throws: { error in
      if case .notFound? = error as? StoreError { true } else { false }
    }
    #expect(access(path, F_OK) != 0)
  }

  @Test func aDeletedFileTakesNoSaves() throws {
    let store = try StoreFactory.sqlite.make(in: folder)
    try add([record("a", "one")], to: store)
    unlink(path)
    #expect { _ = try store.save(submit("x", task: 1)) } throws: { isGone($0) }
    #expect { try add([record("b", "one")], to: store) } throws: { isGone($0) }
  }

  @Test func aReplacedFileTakesNoSaves() throws {
    let store = try StoreFactory.sqlite.make(in: folder)
    try add([record("a", "one")], to: store)
    let otherFolder = try TemporaryFolder()
    let other = try StoreFactory.sqlite.make(in: otherFolder)
    defer { withExtendedLifetime(otherFolder) {} }
    try add([record("a", "one")], to: other)
    rename(path, path + ".old")
    #expect(try ProjectStore.create(atPath: path).identifier != store.identifier)
    #expect { _ = try store.save(submit("x", task: 1)) } throws: { isGone($0) }
    #expect(try ProjectStore(path: path).projectProgress().saves == 0)
  }

  @Test func whatIsNoProjectIsRefused() throws {
    for text in ["", "hello", String(repeating: "no database ", count: 1000)] {
      _ = try folder.write(text, to: "postil.db")
      #expect { _ = try ProjectStore(path: path) } throws: { isDamaged($0) }
    }
    unlink(path)
    try SQLiteEngine.make(at: path)
    #expect { _ = try ProjectStore(path: path) } throws: { isDamaged($0) }
  }

  @Test func damageIsTold() throws {
    do {
      let store = try StoreFactory.sqlite.make(in: folder)
      try add((1...2000).map { record("r\($0)", String(repeating: "text ", count: 20)) }, to: store)
    }
    for page in 20..<40 { write([UInt8](repeating: 0xA5, count: 4096), at: page * 8192) }
    let store = try ProjectStore(path: path)
    #expect(try !store.integrityReport().isEmpty)
    #expect { try store.exportRows { _ in true } } throws: { isDamaged($0) }
  }

  @Test func aWrongCounterIsTold() throws {
    let store = try StoreFactory.sqlite.make(in: folder)
    try add([record("a", "one")], to: store)
    try store.engine.write { (connection) throws(StoreError) in
      try connection.execute("UPDATE total SET tasks = 7")
    }
    #expect(try store.integrityReport().contains("the counter of tasks says 7, there are 1"))
  }

  @Test func aFullDiskKeepsWhatWasThereAndTakesSavesAgain() throws {
    try add([record("a", "one"), record("b", "two")], to: try StoreFactory.sqlite.make(in: folder))
    let pages = (FileIdentity.size(of: path) ?? 0) / 8192
    let store = try ProjectStore(path: path, options: .init(maximumPages: pages + 4), schema: .current)
    var long = submit("x", task: 1)
    long.annotation.comment = String(repeating: "many words ", count: 20_000)
    #expect { _ = try store.save(long) } throws: { isFull($0) }
    #expect { try add((1...5000).map { record("n\($0)", "t") }, to: store) } throws: { isFull($0) }
    #expect(try store.annotation(ofTask: 1, by: "dana") == nil)
    #expect(try store.save(submit("x", task: 1)).saveNumber == 1)
    #expect(try store.integrityReport() == [])
  }

  /// The real thing, where a file system may be mounted; elsewhere the test above stands for it.
  @Test(.enabled(if: Self.canMount, "mounting wants root"))
  func aFullFileSystemIsTold() throws {
    #expect(mount("none", folder.path, "tmpfs", 0, "size=1m") == 0)
    defer { umount2(folder.path, Int32(MNT_DETACH)) }
    let store = try StoreFactory.sqlite.make(in: folder)
    try add([record("a", "one")], to: store)
    #expect {
      try add((1...20_000).map { record("n\($0)", String(repeating: "text ", count: 20)) }, to: store)
    } throws: { isFull($0) }
    var long = submit("x", task: 1)
    long.annotation.comment = String(repeating: "many words ", count: 200_000)
    #expect { _ = try store.save(long) } throws: { isFull($0) }
    #expect(try store.projectProgress().saves == 0)
    #expect(try store.integrityReport() == [])
  }

  private static var canMount: Bool {
    guard getuid() == 0, let folder = try? TemporaryFolder() else { return false }
    guard mount("none", folder.path, "tmpfs", 0, "size=1m") == 0 else { return false }
    umount2(folder.path, Int32(MNT_DETACH))
    return true
  }

  @Test func aFolderThatCannotBeWrittenOpensForReadingOnly() throws {
    do {
      let store = try StoreFactory.sqlite.make(in: folder)
      try add([record("a", "one")], to: store)
      _ = try store.save(submit("x", task: 1))
    }
    chmod(path, 0o444)
    chmod(folder.path, 0o555)
    defer { chmod(folder.path, 0o755) }
    try withoutPrivileges {
      #expect { _ = try ProjectStore(path: path) } throws: { error in
        if case .readOnly? = error as? StoreError { true } else { false }
      }
      #expect { _ = try ProjectStore.create(atPath: path + "2") } throws: { error in
        if case .readOnly? = error as? StoreError { true } else { false }
      }
      let store = try ProjectStore(path: path, access: .readOnly)
      #expect(try store.annotation(ofTask: 1, by: "dana")?.answers["feeling"] == "x")
      #expect(throws: StoreError.self) { try store.save(submit("y", task: 1, revision: 1)) }
    }
  }

  /// Root may write anywhere, so for this thread and this while the file system takes it for nobody.
  private func withoutPrivileges(_ body: () throws -> Void) throws {
    guard geteuid() == 0 else { return try body() }
    typealias SetUser = @convention(c) (UInt32) -> Int32
    let symbol = try #require(dlsym(nil, "setfsuid"))
    let setUser = unsafeBitCast(symbol, to: SetUser.self)
    _ = setUser(65_534)
    defer { _ = setUser(0) }
    try body()
  }
}
