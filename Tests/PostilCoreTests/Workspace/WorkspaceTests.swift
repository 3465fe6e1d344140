import Foundation
import PostilModel
import PostilStore
import PostilTestSupport
import Testing

@testable import PostilCore

/// The session with real files: a project database and a session file.
@Suite struct WorkspaceTests {
  private let folder: TemporaryFolder
  private let counter = Counter()

  init() throws { folder = try TemporaryFolder() }

  private func store(_ count: Int) throws -> ProjectStore {
    let store = try ProjectStore.create(atPath: folder.path + "/postil.db")
    let source = ImportSource(file: "made.jsonl", format: "jsonl", at: Timestamp(milliseconds: 1))
    try store.withTaskWriter(source: source) { writer in
      for number in 1...count {
        var task = NewTask()
        task.id = Array("id-\(number)".utf8)
        task.fields = Array(#"{"text":"text \#(number)"}"#.utf8)
        task.line = number
        _ = try writer.add(task)
      }
    }
    return store
  }

  private func open(
    _ store: ProjectStore, annotator: String = "dana", project: Project = SessionTests.single
  ) throws -> Workspace {
    let file = try SessionFile(directory: folder.path + "/state", project: store.identifier, annotator: annotator)
    let counter = counter
    let workspace = try Workspace(
      project: project, annotator: annotator, guidelines: Guidelines(text: "", version: "v"), readOnlyReason: nil,
      store: store, sessionFile: file, makeToken: { counter.next() }, clock: { Timestamp(milliseconds: 5000) },
      wake: {})
    workspace.start()
    workspace.settle()
    return workspace
  }

  @Test func anAnswerIsInTheProjectBeforeItIsCalledSaved() throws {
    let store = try store(300)
    let workspace = try open(store)
    for _ in 1...200 {
      workspace.perform(.choose(question: "feeling", choice: "good"))
      while workspace.session.saving == .saving || workspace.session.isSettling { workspace.settle() }
    }
    #expect(workspace.session.saving == .saved(200))
    #expect(workspace.session.current?.number == 201)
    #expect(try store.progress(of: "dana").submitted == 200)
    #expect(try store.annotation(ofTask: 200, by: "dana")?.answers == ["feeling": "good"])
  }

  @Test func aDeskThatDiesIsFoundAgainAsItWas() throws {
    let store = try store(20)
    do {
      let workspace = try open(store, project: SessionTests.several)
      workspace.perform(.move(by: 3))
      workspace.settle()
      workspace.perform(.choose(question: "feeling", choice: "mixed"))
      workspace.perform(.edit(question: "why", text: "half a wor"))
    }
    let workspace = try open(store, project: SessionTests.several)
    #expect(workspace.session.current?.number == 4)
    #expect(workspace.session.current?.answers == ["feeling": "mixed", "why": "half a wor"])
    workspace.perform(.undo)
    #expect(workspace.session.current?.answers == ["feeling": "mixed"])
  }

  @Test func aDatabaseThatIsGoneIsSaidAndNothingIsLost() throws {
    let store = try store(20)
    let workspace = try open(store)
    try FileManager.default.moveItem(atPath: folder.path + "/postil.db", toPath: folder.path + "/away.db")
    workspace.perform(.choose(question: "feeling", choice: "bad"))
    workspace.settle()
    guard case .waiting(let count, _) = workspace.session.saving else {
      Issue.record("said \(workspace.session.saving)")
      return
    }
    #expect(count == 1)
    #expect(workspace.retryAt != nil)
    try FileManager.default.moveItem(atPath: folder.path + "/away.db", toPath: folder.path + "/postil.db")
    workspace.retry()
    workspace.settle()
    #expect(workspace.session.saving == .saved(1))
  }

  @Test func leavingTellsWhatWaitsAndWhatCouldNotBeTidied() throws {
    let store = try store(20)
    let workspace = try open(store)
    #expect(workspace.close() == Leaving())
    #expect(workspace.close().lines == [])
    try FileManager.default.moveItem(atPath: folder.path + "/postil.db", toPath: folder.path + "/away.db")
    workspace.perform(.choose(question: "feeling", choice: "bad"))
    workspace.settle()
    let sessions = folder.path + "/state"
    for name in try FileManager.default.contentsOfDirectory(atPath: sessions) where name.hasSuffix(".session") {
      try FileManager.default.moveItem(atPath: sessions + "/" + name, toPath: folder.path + "/" + name)
      try FileManager.default.createDirectory(atPath: sessions + "/" + name, withIntermediateDirectories: false)
    }
    let leaving = workspace.close()
    #expect(leaving.waiting == 1 && leaving.waitingReason.contains("deleted or replaced"))
    #expect(leaving.foldingProblem != nil)
    #expect(leaving.lines.count == 2)
    #expect(leaving.lines[0].hasPrefix("1 save waits on this machine: the database was deleted"))
    #expect(leaving.lines[1].hasPrefix("the session file could not be tidied: "))
  }

  @Test func twoDesksOfOneAnnotatorDoNotOverwriteEachOther() throws {
    let store = try store(20)
    let one = try open(store)
    let other = try open(store)
    one.perform(.choose(question: "feeling", choice: "good"))
    one.settle()
    other.perform(.choose(question: "feeling", choice: "bad"))
    other.settle()
    #expect(try store.annotation(ofTask: 1, by: "dana")?.answers == ["feeling": "good"])
    #expect(other.session.message?.kind == .warning)
    #expect(other.session.drafts.contains(1))
    other.perform(.goTo("#1"))
    other.settle()
    #expect(other.session.current?.answers == ["feeling": "bad"])
    other.perform(.submit)
    other.settle()
    #expect(try store.annotation(ofTask: 1, by: "dana")?.revision == 2)
    #expect(try store.history(ofTask: 1).map { $0.annotation.answers["feeling"] } == ["good", "bad"])
  }

  @Test func theDraftsOfASecondDeskAreFoundByTheNextStart() throws {
    let store = try store(20)
    do {
      let one = try open(store, project: SessionTests.several)
      let other = try open(store, project: SessionTests.several)
      one.perform(.choose(question: "feeling", choice: "good"))
      other.perform(.move(by: 4))
      other.settle()
      other.perform(.choose(question: "feeling", choice: "mixed"))
      other.perform(.edit(question: "why", text: "at the second desk"))
    }
    let again = try open(store, project: SessionTests.several)
    #expect(again.session.drafts == [1, 5])
    again.perform(.goTo("#5"))
    again.settle()
    #expect(again.session.current?.answers == ["feeling": "mixed", "why": "at the second desk"])
  }

  @Test func filtersKnowTheDrafts() throws {
    let store = try store(50)
    let workspace = try open(store, project: SessionTests.several)
    workspace.perform(.goTo("#7"))
    workspace.settle()
    workspace.perform(.choose(question: "feeling", choice: "good"))
    workspace.perform(.goTo("#3"))
    workspace.settle()
    workspace.perform(.skip(reason: ""))
    workspace.settle()
    var filter = QueueFilter()
    filter.states = [.draft, .skipped]
    workspace.perform(.setFilter(filter))
    workspace.settle()
    #expect(workspace.session.queue.count == 2)
    #expect(workspace.session.queue.number(at: 0) == 3)
    #expect(workspace.session.queue.number(at: 1) == 7)
  }
}
