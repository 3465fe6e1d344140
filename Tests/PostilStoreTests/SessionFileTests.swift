import Glibc
import PostilModel
import PostilTestSupport
import Testing

@testable import PostilStore

@Suite struct SessionFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func session(_ annotator: String = "dana", project: String = "p") throws -> SessionFile {
    try SessionFile(directory: folder.path + "/state/postil", project: project, annotator: annotator)
  }

  /// The session of the next start. A process that another test starts at this very moment holds the lock for an instant.
  private func reopened() throws -> SessionFile {
    for _ in 0..<400 {
      let session = try session()
      if session.slot == 1 { return session }
      usleep(5_000)
    }
    return try session()
  }

  private func step(_ number: Int) -> UndoEntry {
    UndoEntry(
      task: number, label: "answer \(number)", at: moment(number),
      before: AnnotationSnapshot(stored: Annotation()),
      after: number % 2 == 0
        ? nil
        : AnnotationSnapshot(
          stored: Annotation(state: .draft, answers: ["q": .string("\(number)")], isFlagged: true, comment: "c"),
          draft: ["q": 1]))
  }

  @Test func placesAndDraftsComeBackAfterARestart() throws {
    do {
      let session = try session()
      try session.apply([
        .place(key: "cursor", value: 313), .place(key: "theme", value: "mono"), .place(key: "theme", value: nil),
        .draft(task: 7, question: "why", answer: "half a sen"), .draft(task: 7, question: "why", answer: "half a sent"),
        .draft(task: 7, question: "feeling", answer: "x"), .draft(task: 7, question: "feeling", answer: nil),
        .beginDraft(task: 7, revision: 4),
        .draft(task: 2, question: "q", answer: ["a", "b"]), .draft(task: 9, question: "q", answer: 1),
        .beginDraft(task: 9, revision: 0), .dropDraft(task: 9),
      ])
    }
    let again = try reopened()
    #expect(again.slot == 1)
    #expect(try again.place("cursor") == 313)
    #expect(try again.place("theme") == nil)
    #expect(
      try again.draft(7)
        == Annotation(state: .draft, answers: ["why": "half a sent"], revision: 4))
    #expect(try again.draft(2)?.answers == ["q": ["a", "b"]])
    #expect(try again.draft(9) == nil)
    #expect(try again.drafts() == [2, 7])
  }

  @Test func theOutboxKeepsItsOrderUntilDelivery() throws {
    let saves = [3, 1, 2].map { submit("x", task: $0) }
    do {
      let session = try session()
      try session.apply(saves.map { .enqueue($0) })
      try session.apply([.enqueue(saves[0])])
    }
    let again = try reopened()
    #expect(try again.outbox() == saves)
    try again.apply([.delivered(token: saves[1].token)])
    #expect(try again.outbox() == [saves[0], saves[2]])
  }

  @Test func killedBetweenCommitAndDeliveryNothingIsDoneTwice() throws {
    let store = try StoreFactory.sqlite.make(in: folder)
    try add([record("a", "one")], to: store)
    let save = submit("x", task: 1)
    do {
      let session = try session(project: store.identifier)
      try session.apply([.enqueue(save)])
      _ = try store.save(save)
      // Here the process dies, and `delivered` is never written.
    }
    let again = try session(project: store.identifier)
    for left in try again.outbox() {
      #expect(try store.save(left).saveNumber == 1)
      try again.apply([.delivered(token: left.token)])
    }
    #expect(try store.history(ofTask: 1).count == 1)
    #expect(try again.outbox().isEmpty)
  }

  @Test func theUndoLogForgetsWhatCouldBeRedoneAndSurvives() throws {
    do {
      let session = try session()
      try session.apply((1...5).map { .pushUndo(step($0)) })
      try session.apply([.moveUndo(to: 2)])
      #expect(session.undoCount == 5)
    }
    let again = try reopened()
    #expect(again.undoPosition == 2)
    #expect(again.undoCount == 5)
    #expect(try again.undoEntry(at: 4) == step(5))
    try again.apply([.pushUndo(step(9))])
    #expect(again.undoPosition == 3 && again.undoCount == 3)
    #expect(try again.undoEntry(at: 2) == step(9))
    #expect(try again.undoEntry(at: 3) == nil)
    try again.apply([.pushUndo(step(8)), .moveUndo(to: 3), .replaceUndoTop(step(10))])
    #expect(again.undoPosition == 3 && again.undoCount == 4, "what can be redone stays")
    #expect(try again.undoEntry(at: 3) == step(8))
    #expect(try again.undoEntry(at: 2) == step(10))
    try again.apply([.moveUndo(to: 99)])
    #expect(again.undoPosition == 4)
    try again.apply([.moveUndo(to: 0), .replaceUndoTop(step(11))])
    #expect(again.undoPosition == 1 && again.undoCount == 1)
    #expect(try again.undoEntry(at: 0) == step(11))
  }

  @Test func aFailedWriteLeavesAllAsItWas() throws {
    let session = try session()
    try session.apply([.pushUndo(step(1))])
    try sabotage(session.path)
    #expect(throws: StoreError.self) {
      try session.apply([
        .pushUndo(step(2)), .place(key: "cursor", value: 2), .draft(task: 1, question: "q", answer: 1),
      ])
    }
    #expect(session.undoPosition == 1 && session.undoCount == 1)
    #expect(try session.place("cursor") == nil)
    #expect(try session.undoEntry(at: 1) == nil)
  }

  /// Makes every write of a draft fail.
  private func sabotage(_ path: String) throws {
    let other = try SQLiteConnection(path: path, options: .init())
    try other.access { (connection) throws(StoreError) in
      try connection.execute(
        "CREATE TRIGGER no_drafts BEFORE INSERT ON draft BEGIN SELECT RAISE(ABORT, 'no drafts today'); END")
    }
  }

  @Test func desksOfOneAnnotatorHaveSlotsOfTheirOwn() throws {
    var first: SessionFile? = try session()
    let second = try session()
    #expect(first?.slot == 1)
    #expect(second.slot == 2)
    #expect(try session("li").slot == 1)
    #expect(try session(project: "other").slot == 1)
    try first?.apply([.place(key: "cursor", value: 1)])
    #expect(try second.place("cursor") == nil)
    first = nil
    let third = try session()
    #expect(third.slot == 1)
    #expect(try third.place("cursor") == 1)
  }

  @Test func whatADeskThatIsGoneLeftIsTakenOver() throws {
    let first = try session()
    let save = submit("x", task: 1)
    let held = submit("y", task: 2)
    let third: SessionFile
    do {
      let second = try session()
      third = try session()
      try second.apply([.enqueue(save), .draft(task: 3, question: "q", answer: 1)])
      try third.apply([.enqueue(held)])
      #expect(try first.adoptLeftWork() == 0)
    }
    #expect(try first.adoptLeftWork() == 1)
    #expect(try first.outbox() == [save])
    #expect(try first.adoptLeftWork() == 0)
    #expect(try first.draft(3)?.answers == ["q": 1])
    // A desk that is still open keeps its own; what was taken over is gone where it was.
    #expect(try third.outbox() == [held])
    #expect(try session().draft(3) == nil)
  }

  @Test func aCheckpointFoldsTheLogAndLosesNothing() throws {
    let session = try session()
    for number in 0..<200 { try session.apply([.draft(task: number, question: "q", answer: "x")]) }
    let before = session.logBytes
    try session.checkpoint()
    #expect(session.logBytes <= before)
    for number in 200..<210 { try session.apply([.draft(task: number, question: "q", answer: "x")]) }
    // The log begins anew after a fold, so it does not grow with what was folded.
    #expect(session.logBytes <= before)
    #expect(try session.drafts() == Array(0..<210))
  }

  @Test func aFolderThatCannotBeMadeIsTold() throws {
    _ = try folder.write("a file", to: "state")
    #expect(throws: StoreError.self) { try session() }
  }
}
