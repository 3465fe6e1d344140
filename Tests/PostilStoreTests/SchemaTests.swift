import Glibc
import PostilModel
import PostilTestSupport
import Testing

@testable import PostilStore

@Suite struct SchemaTests {
  /// What a later Postil might have: one more step.
  private static let later = Schema(
    migrations: Schema.current.migrations + [
      Migration(version: Schema.current.version + 1) { _ in "CREATE TABLE review (task INTEGER NOT NULL);" }
    ])
  private static let broken = Schema(
    migrations: Schema.current.migrations + [
      Migration(version: Schema.current.version + 1) { _ in "CREATE TABLE review (task INTEGER); CREATE NONSENSE;" }
    ])
  private let folder: TemporaryFolder
  private var path: String { folder.path + "/postil.db" }

  init() throws { folder = try TemporaryFolder() }

  private func files() -> [String] {
    var names: [String] = []
    guard let directory = opendir(folder.path) else { return [] }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { name in
          name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }

  private func makeOlder() throws {
    let store = try StoreFactory.sqlite.make(in: folder)
    try add([record("a", "one")], to: store)
    _ = try store.save(submit("positive", task: 1))
  }

  @Test func anOlderProjectIsCopiedAndBroughtUpToDate() throws {
    try makeOlder()
    let old = try ProjectStore(path: path)
    let store = try ProjectStore(path: path, options: .init(), schema: Self.later, now: moment(0))
    #expect(store.schemaVersion == Schema.current.version + 1)
    #expect(store.identifier == old.identifier)
    #expect(try store.annotation(ofTask: 1, by: "dana")?.answers["feeling"] == "positive")
    let backup = path + ".backup-v\(Schema.current.version)-2023-11-14T221320.000Z"
    let copy = try ProjectStore(path: backup)
    #expect(copy.schemaVersion == Schema.current.version)
    #expect(try copy.annotation(ofTask: 1, by: "dana")?.answers["feeling"] == "positive")
  }

  @Test func aStepThatFailsChangesNothing() throws {
    try makeOlder()
    #expect(throws: StoreError.self) {
      try ProjectStore(path: path, options: .init(), schema: Self.broken)
    }
    let store = try ProjectStore(path: path)
    #expect(store.schemaVersion == Schema.current.version)
    #expect(try store.projectProgress().saves == 1)
  }

  @Test func aNewerProjectOpensForReadingOnly() throws {
    _ = try ProjectStore.create(atPath: path, identifier: "x", schema: Self.later)
    #expect {
      _ = try ProjectStore(path: path)
    } throws: { error in
      guard case .newerSchema(let found, let known)? = error as? StoreError else { return false }
      return found == known + 1
    }
    let store = try ProjectStore(path: path, access: .readOnly)
    #expect(store.identifier == "x")
    #expect(store.openedReadOnlyReason?.contains("newer Postil") == true)
    #expect(throws: StoreError.self) { try store.save(submit("positive", task: 1)) }
    #expect(throws: StoreError.self) { try add([record("a", "b")], to: store) }
  }

  @Test func aClosedProjectIsOneFile() throws {
    do {
      let store = try StoreFactory.sqlite.make(in: folder)
      try add([record("a", "one")], to: store)
      _ = try store.task(number: 1)
    }
    #expect(files() == ["postil.db"])
  }

  @Test func aNewProjectIsOneWholeFileAndNamedAtRandom() throws {
    let one = try StoreFactory.sqlite.make(in: folder)
    #expect(one.identifier.utf8.count == 32)
    #expect(one.openedReadOnlyReason == nil)
    #expect(files().filter { !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") } == ["postil.db"])
    #expect { _ = try StoreFactory.sqlite.make(in: folder) } throws: { error in
      if case .alreadyExists? = error as? StoreError { true } else { false }
    }
    let twoFolder = try TemporaryFolder()
    let two = try StoreFactory.sqlite.make(in: twoFolder)
    defer { withExtendedLifetime(twoFolder) {} }
    #expect(one.identifier != two.identifier)
  }
}
