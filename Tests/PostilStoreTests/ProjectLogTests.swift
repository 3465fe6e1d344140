import PostilModel
import PostilTestSupport
import Testing

@testable import PostilStore

@Suite struct ProjectLogTests {
  private struct Stop: Error {}
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func events(_ store: ProjectStore) throws -> [ProjectEvent] {
    var log = try store.log()
    var events: [ProjectEvent] = []
    while let event = try log.next() { events.append(event) }
    return events
  }

  /// `import 1 of tasks.jsonl: 2/0/0, finished`, `#1 a submitted by dana`.
  private func lines(_ store: ProjectStore) throws -> [String] {
    try events(store).map { event in
      switch event {
      case .imported(let event):
        let counts = "\(event.tasks)/\(event.suggestions)/\(event.annotations)"
        let end = event.isFinished.map { $0 ? "finished" : "not finished" } ?? "end unknown"
        return "import \(event.importNumber) of \(event.file): \(counts), \(end)"
      case .annotated(let event, let id): return "#\(event.task) \(id) \(event.kind.rawValue) by \(event.annotator)"
      case .managed(let event, let id): return "#\(event.task) \(id) \(event.kind.rawValue) by \(event.by)"
      }
    }
  }

  /// Makes the project look as an older Postil left it: without events of imports.
  private func forgetImportEvents(of store: ProjectStore) throws {
    try store.engine.write { (connection) throws(StoreError) in
      try connection.run("DELETE FROM event WHERE task = 0")
      let rest = try connection.statement("SELECT number FROM event ORDER BY number").all {
        (row) throws(StoreError) in row.integer(0)
      }
      for (index, number) in rest.enumerated() {
        try connection.run("UPDATE event SET number = ? WHERE number = ?", [.integer(index + 1), .integer(number)])
      }
      try connection.run("UPDATE total SET events = ?", [.integer(rest.count)])
    }
  }

  @Test(arguments: StoreFactory.allCases)
  func importsAndSavesStandInTheOrderInWhichTheyHappened(factory: StoreFactory) throws {
    let store = try factory.make(in: folder)
    #expect(try events(store) == [])
    try add([record("a", "one"), record("b", "two")], to: store)
    _ = try store.save(submit("positive", task: 2, at: 5))
    try add(
      [record("a", "one"), record("c", "three", suggestions: [Suggestion(question: "q", answer: "x", model: "m")])],
      to: store)
    _ = try store.save(submit("negative", task: 2, revision: 1, at: 6))
    #expect(
      try lines(store) == [
        "import 1 of tasks.jsonl: 2/0/0, finished", "#2 b submitted by dana",
        "import 2 of tasks.jsonl: 1/1/0, finished", "#2 b revised by dana",
      ])
    #expect(try store.history(ofTask: 2).map(\.kind) == [.submitted, .revised])
    #expect(try store.integrityReport() == [])
  }

  @Test(arguments: StoreFactory.allCases)
  func anImportTellsFilesFormatUserAndTime(factory: StoreFactory) throws {
    let store = try factory.make(in: folder)
    let source = ImportSource(file: "x.csv", format: "csv", at: moment(7), otherFiles: ["y.csv"], user: "dana")
    try store.withTaskWriter(source: source, atomically: true) { writer in
      _ = try writer.add(record("a", "one"))
      let annotation = Annotation(state: .submitted, answers: ["q": "x"], revision: 1)
      _ = try writer.addAnnotation(toTask: "a", by: "lee", annotation)
    }
    let all = try events(store)
    #expect(
      all.first
        == .imported(
          ImportEvent(
            number: 1, importNumber: 1, at: moment(7), user: "dana", file: "x.csv", otherFiles: ["y.csv"],
            format: "csv", tasks: 1, annotations: 1, isFinished: true)))
    // What came along is told after it. The user who imports is no annotator for that.
    #expect(try lines(store).last == "#1 a imported by lee")
    #expect(try store.projectProgress().annotators.map(\.annotator) == ["lee"])
  }

  @Test(arguments: StoreFactory.allCases)
  func anImportThatDidNotComeToItsEndSaysSo(factory: StoreFactory) throws {
    let store = try factory.make(in: folder)
    #expect(throws: Stop.self) {
      try store.withTaskWriter(source: testSource) { writer in
        _ = try writer.add(record("a", "one"))
        try writer.flush()
        // Another process sees it going on.
        #expect(try lines(factory.open(in: folder)) == ["import 1 of tasks.jsonl: 1/0/0, not finished"])
        _ = try writer.add(record("b", "two"))
        throw Stop()
      }
    }
    #expect(try lines(store) == ["import 1 of tasks.jsonl: 2/0/0, not finished"])
    try add([record("a", "one")], to: store)
    #expect(try lines(store).last == "import 2 of tasks.jsonl: 0/0/0, finished")
    #expect(try store.integrityReport() == [])
  }

  @Test(arguments: StoreFactory.allCases)
  func anImportThatIsAllOrNothingLeavesNothingWhenItFails(factory: StoreFactory) throws {
    let store = try factory.make(in: folder)
    #expect(throws: Stop.self) {
      try store.withTaskWriter(source: testSource, atomically: true) { writer in
        _ = try writer.add(record("a", "one"))
        throw Stop()
      }
    }
    #expect(try events(store) == [])
    try store.withTaskWriter(source: testSource) { _ in }
    #expect(try events(store) == [])
  }

  @Test func importsOfAnOlderPostilStandWhereTheirTimePutsThem() throws {
    let store = try StoreFactory.sqlite.make(in: folder)
    try add([record("a", "one"), record("b", "two")], to: store)
    _ = try store.save(submit("positive", task: 1, at: 5))
    try store.withTaskWriter(source: ImportSource(file: "later", format: "", at: moment(10))) { writer in
      _ = try writer.add(record("c", "three"))
    }
    try store.withTaskWriter(source: ImportSource(file: "nothing", format: "", at: moment(10))) { writer in
      _ = try writer.add(record("c", "three"))
    }
    _ = try store.save(submit("positive", task: 3, at: 15))
    try forgetImportEvents(of: store)
    try add([record("d", "four")], to: store)
    #expect(
      try lines(store) == [
        "import 1 of tasks.jsonl: 2/0/0, end unknown", "#1 a submitted by dana",
        "import 2 of later: 1/0/0, end unknown",
        "#3 c submitted by dana", "import 4 of tasks.jsonl: 1/0/0, finished",
      ])
    #expect(try store.integrityReport() == [])
  }

  @Test(arguments: StoreFactory.allCases)
  func aLongHistoryIsReadPageByPageAndEndsWhereItWas(factory: StoreFactory) throws {
    let store = try factory.make(in: folder)
    let count = 1500
    try store.withTaskWriter(source: testSource) { writer in
      for index in 1...count {
        _ = try writer.add(record("\(index)", "t"))
        let annotation = Annotation(state: .submitted, answers: ["q": "x"], revision: 1)
        _ = try writer.addAnnotation(toTask: "\(index)", by: "lee", annotation)
      }
    }
    var log = try store.log()
    _ = try store.save(submit("positive", task: 1))
    var tasks: [Int] = []
    while let event = try log.next() {
      if case .annotated(let event, _) = event { tasks.append(event.task) }
    }
    #expect(tasks == Array(1...count))
    #expect(try events(store).count == count + 2)
  }
}
