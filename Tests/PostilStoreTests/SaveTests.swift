import PostilModel
import PostilStore
import PostilTestSupport
import Testing

@Suite struct SaveTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func store(_ factory: StoreFactory, tasks: Int = 3) throws -> ProjectStore {
    let store = try factory.make(in: folder)
    try add((1...tasks).map { record("r\($0)", "text \($0)") }, to: store)
    return store
  }

  @Test(arguments: StoreFactory.allCases)
  func aSaveIsStoredWithItsRevisionAndNumber(factory: StoreFactory) throws {
    let store = try store(factory)
    let receipt = try store.save(submit("positive", task: 2, at: 5))
    #expect(receipt.saveNumber == 1)
    #expect(receipt.annotation.revision == 1)
    #expect(receipt.annotation.savedAt == moment(5))
    #expect(receipt.progress == Progress(total: 3, submitted: 1, skipped: 0, flagged: 0, saves: 1))
    let other = try factory.open(in: folder)
    #expect(try other.annotation(ofTask: 2, by: "dana") == receipt.annotation)
    #expect(try other.annotation(ofTask: 1, by: "dana") == nil)
    #expect(try other.annotation(ofTask: 2, by: "li") == nil)
  }

  @Test(arguments: StoreFactory.allCases)
  func everyPartOfAnAnnotationComesBack(factory: StoreFactory) throws {
    let store = try store(factory)
    let whole = Annotation(
      state: .skipped,
      answers: ["a": ["x", "y"], "b": 4, "c": 1.0, "d": "line\n\u{1b}[31m 漢字 \"q\"", "e": ["k": 1]],
      isFlagged: true, comment: "hm", skipReason: "blurred", guidelinesVersion: "v1", activeMilliseconds: 1234)
    let save = AnnotationSave(
      token: "t", task: 1, annotator: "dana 漢", kind: .skipped, annotation: whole, at: moment(9))
    let stored = try store.save(save).annotation
    var expected = whole
    expected.revision = 1
    expected.savedAt = moment(9)
    #expect(stored == expected)
    #expect(try store.annotation(ofTask: 1, by: "dana 漢") == expected)
    #expect(try store.history(ofTask: 1).map(\.annotation) == [expected])
  }

  @Test(arguments: StoreFactory.allCases)
  func anOlderRevisionIsAConflictAndWritesNothing(factory: StoreFactory) throws {
    let store = try store(factory)
    let first = try store.save(submit("positive", task: 1)).annotation
    let before = try store.projectProgress()
    #expect {
      _ = try store.save(submit("negative", task: 1, token: "late"))
    } throws: { error in
      guard case .conflict(let current, let annotator)? = error as? StoreError else { return false }
      return current == first && annotator == "dana"
    }
    #expect(try store.projectProgress() == before)
    #expect(try store.history(ofTask: 1).count == 1)
    let seen = try store.save(submit("negative", task: 1, revision: 1, token: "late"))
    #expect(seen.annotation.revision == 2)
    #expect(try store.annotation(ofTask: 1, by: "dana")?.answers["feeling"] == "negative")
  }

  @Test(arguments: StoreFactory.allCases)
  func aSaveDeliveredTwiceIsDoneOnce(factory: StoreFactory) throws {
    let store = try store(factory)
    let save = submit("positive", task: 1, token: "only")
    let first = try store.save(save)
    _ = try store.save(submit("negative", task: 2))
    // The process died after the commit and before it noted the delivery; a new one delivers again.
    let again = try factory.open(in: folder).save(save)
    #expect(again.saveNumber == first.saveNumber)
    #expect(again.annotation == first.annotation)
    #expect(again.progress.submitted == 2)
    #expect(try store.history(ofTask: 1).count == 1)
    #expect(try store.integrityReport() == [])
  }

  @Test(arguments: StoreFactory.allCases)
  func historyTellsWhoDidWhatWhen(factory: StoreFactory) throws {
    let store = try store(factory)
    _ = try store.save(submit("positive", task: 1, at: 1))
    _ = try store.save(submit("negative", task: 1, by: "li", at: 2))
    _ = try store.save(submit("mixed", task: 1, revision: 1, at: 3))
    let history = try store.history(ofTask: 1)
    #expect(history.map(\.annotator) == ["dana", "li", "dana"])
    #expect(history.map(\.kind) == [.submitted, .submitted, .revised])
    #expect(history.map(\.at) == [moment(1), moment(2), moment(3)])
    #expect(history.map { $0.annotation.answers["feeling"] } == ["positive", "negative", "mixed"])
    #expect(try store.history(ofTask: 1, by: "dana").map(\.annotation.revision) == [1, 2])
    #expect(try store.history(ofTask: 2).isEmpty)
  }

  @Test(arguments: StoreFactory.allCases)
  func aTaskThatIsNotThereCannotBeSaved(factory: StoreFactory) throws {
    let store = try store(factory)
    for number in [0, -1, 4] {
      #expect(throws: StoreError.self) { try store.save(submit("positive", task: number)) }
    }
    #expect(try store.projectProgress().saves == 0)
  }

  @Test(arguments: StoreFactory.allCases)
  func paceIsCountedByTheHour(factory: StoreFactory) throws {
    let store = try store(factory)
    _ = try store.save(submit("positive", task: 1, at: 0))
    _ = try store.save(submit("mixed", task: 1, revision: 1, at: 10))
    _ = try store.save(submit("positive", task: 2, at: 3_600_000))
    let dana = try #require(try store.projectProgress().annotators.first)
    #expect(dana.hours.map(\.saves) == [2, 1])
    #expect(dana.hours.map(\.done) == [1, 1])
    #expect(dana.firstSavedAt == moment(0))
    #expect(dana.lastSavedAt == moment(3_600_000))
    #expect(dana.saves == 3)
  }
}
