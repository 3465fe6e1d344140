import Glibc
import PostilModel
import PostilTestSupport
import Testing

@testable import PostilStore

@Suite struct SessionLeftoverTests {
  private static let database = "/somewhere/postil.db"
  private let folder: TemporaryFolder
  private let directory: String

  init() throws {
    folder = try TemporaryFolder()
    directory = folder.path + "/sessions"
  }

  private func session(_ writes: [SessionWrite] = [], database: String = database) throws -> SessionFile {
    let session = try SessionFile(directory: directory, project: "p", annotator: "dana")
    try session.apply([.place(key: "database", value: .string(database))] + writes)
    return session
  }

  /// What is left over when unused means: not written to until some days from now.
  private func leftovers(database: String = database, days: Int = 1) throws -> SessionLeftovers {
    let moment = WallClock.now().milliseconds + Int64(days) * 86_400_000
    return SessionLeftovers(
      directory: directory, project: "p", database: database, unusedSince: Timestamp(milliseconds: moment))
  }

  private func names() -> [String] { SessionFile.names(in: directory).filter { !$0.hasPrefix(".") }.sorted() }

  @Test func anEmptySessionFileOfADeskThatIsGoneIsRemovedWithAllBesideIt() throws {
    let path = try { try session([.place(key: "task", value: 3), .place(key: "line", value: .null)]).path }()
    let found = try leftovers().find()
    #expect(found.map(\.kind) == [.empty] && found.first?.path == path)
    #expect(try leftovers(days: -1).find() == [], "it was used since")
    #expect(try leftovers(database: "/copy/postil.db").find() == [], "it is another project's")
    #expect(try leftovers().mend(try #require(found.first)))
    #expect(names() == [])
  }

  @Test func whatADeskHasOpenIsLeftAlone() throws {
    let first = try session()
    #expect(try leftovers().find() == [])
    // Found free, opened before it is mended.
    let leftover = SessionLeftover(kind: .empty, path: first.path, files: [first.path])
    let before = names()
    #expect(try !leftovers().mend(leftover))
    #expect(names() == before)
    try first.apply([.place(key: "cursor", value: 4)])
  }

  @Test(arguments: ["draft", "begun", "outbox", "undo", "line"])
  func whatSomebodyMayWantBackIsNeverRemoved(_ what: String) throws {
    let entry = UndoEntry(
      task: 1, label: "x", at: moment(1), before: AnnotationSnapshot(stored: Annotation()), after: nil)
    let writes: [String: SessionWrite] = [
      "draft": .draft(task: 1, question: "q", answer: "x"), "begun": .beginDraft(task: 1, revision: 0),
      "outbox": .enqueue(submit("x", task: 1)), "undo": .pushUndo(entry),
      "line": .place(key: "line", value: ["comment", 1, "half a"]),
    ]
    let write = try #require(writes[what])
    let path = try { try session([write]).path }()
    #expect(try leftovers().find() == [])
    #expect(try !leftovers().mend(SessionLeftover(kind: .empty, path: path, files: [path])))
    #expect(FileIdentity(path: path) != nil)
  }

  @Test func theLogOfADeskThatWasKilledIsFoldedAndNothingIsLost() throws {
    // A reader that closes last cannot fold: so the log stays, as it does when a desk is killed.
    let path = try {
      var session: SessionFile? = try session([.draft(task: 7, question: "q", answer: "half a sen")])
      let path = try #require(session?.path)
      let reader = try SQLiteConnection(path: path, options: .init(isReadOnly: true))
      let drafts = try reader.access { (connection) throws(StoreError) in
        try connection.integer("SELECT COUNT(*) FROM draft")
      }
      #expect(drafts == 1)
      session = nil
      return withExtendedLifetime(reader) { path }
    }()
    let found = try leftovers().find()
    #expect(found.map(\.files) == [[path + "-wal"]])
    #expect(try leftovers().mend(try #require(found.first)))
    #expect(FileIdentity.size(of: path + "-wal") ?? 0 == 0)
    #expect(try session().draft(7)?.answers == ["q": "half a sen"])
  }

  @Test func straysAreNamedAndLeft() throws {
    let path = try { try session().path }()
    unlink(path)
    let found = try leftovers().find()
    #expect(found.map(\.kind) == [.strays] && found.first?.files == [path + ".lock"])
    #expect(try !leftovers().mend(try #require(found.first)))
    #expect(names().count == 1)
    // A desk that is just opening has its lock and no file yet.
    let (stem, number) = try #require(SessionSlot.parts(of: path))
    guard let slot = try SessionSlot.take(number, stem: stem) else { throw StoreError.busy }
    #expect(try leftovers().find() == [])
    let held = slot.number
    #expect(held == 1)
  }

  @Test func aLockWhoseFileIsGoneLocksTheNextOne() throws {
    let stem = folder.path + "/p-dana-0"
    var times = 0
    let remove = {
      times += 1
      // Whoever had it removes the file between our opening and our locking of it.
      if times == 1 { unlink(stem + "-1.session.lock") }
    }
    guard let slot = try SessionSlot.take(1, stem: stem, whenOpened: remove) else { throw StoreError.busy }
    #expect(times == 2)
    // The lock stands on the file that is there: nobody else gets it.
    #expect(!SessionSlot.isFree(stem + "-1.session"))
    var isTakenTwice = false
    if let second = try SessionSlot.take(1, stem: stem) { isTakenTwice = second.number == 1 }
    #expect(!isTakenTwice)
    let held = slot.number
    #expect(held == 1)
  }
}
