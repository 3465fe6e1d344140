import PostilModel
import PostilStore
import PostilTestSupport
import Testing

@Suite struct ImportTests {
  private struct Stop: Error {}
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: StoreFactory.allCases)
  func whatIsThereAlreadyIsNotAddedAgain(factory: StoreFactory) throws {
    let store = try factory.make(in: folder)
    let outcomes = try add(
      [
        record("a", "one"), record("", "two"), record("a", "one"), record("", "two"), record("a", "other"),
        record("b", "one"),
      ], to: store)
    #expect(
      outcomes == [.added(1), .added(2), .alreadyThere(1), .alreadyThere(2), .differs(1), .added(3)])
    #expect(try add([record("b", "one"), record("c", "3")], to: store) == [.alreadyThere(3), .added(4)])
    let task = try #require(try store.task(number: 2))
    #expect(task.id.utf8.count == 33 && task.id.hasPrefix("h"))
    #expect(task.id == "h" + ContentHash(of: #"{"text":"two"}{}"#).hexadecimal)
    #expect(try store.number(ofTask: task.id) == 2)
    #expect(try store.number(ofTask: "zz") == nil)
    #expect(try store.integrityReport() == [])
  }

  @Test(arguments: StoreFactory.allCases)
  func aTaskComesBackWhole(factory: StoreFactory) throws {
    let store = try factory.make(in: folder)
    var new = record("id 漢", "")
    new.fields = Array(#"{"z":"1","a":[1,2.5,{"k":null}]}"#.utf8)
    new.metadata = Array(#"{"source":"forum"}"#.utf8)
    new.line = 17
    new.suggestions = [
      Suggestion(question: "q", answer: ["x"], model: "m", score: 0.5),
      Suggestion(question: "q", answer: "y", model: "n"),
    ]
    try add([new], to: store)
    let task = try #require(try factory.open(in: folder).task(number: 1))
    #expect(task.id == "id 漢")
    #expect(task.fields.jsonText == #"{"z":"1","a":[1,2.5,{"k":null}]}"#)
    #expect(task.metadata.jsonText == #"{"source":"forum"}"#)
    #expect(task.provenance == Provenance(file: "tasks.jsonl", line: 17, importedAt: moment(0)))
    #expect(task.suggestions == new.suggestions)
    #expect(try store.task(number: 2) == nil)
  }

  @Test(arguments: StoreFactory.allCases)
  func atomicImportsKeepAllOrNothing(factory: StoreFactory) throws {
    let store = try factory.make(in: folder)
    try add([record("a", "one")], to: store)
    #expect(throws: Stop.self) {
      try store.withTaskWriter(source: testSource, atomically: true) { writer in
        for index in 0..<1000 { _ = try writer.add(record("n\(index)", "t")) }
        throw Stop()
      }
    }
    #expect(try store.projectProgress().tasks == 1)
    #expect(throws: Stop.self) {
      try store.withTaskWriter(source: testSource) { writer in
        for index in 0..<10 { _ = try writer.add(record("n\(index)", "t")) }
        throw Stop()
      }
    }
    #expect(try store.projectProgress().tasks == 11)
    #expect(try store.integrityReport() == [])
  }

  @Test(arguments: StoreFactory.allCases)
  func suggestionsCanComeOnTheirOwn(factory: StoreFactory) throws {
    let store = try factory.make(in: folder)
    try add([record("a", "one")], to: store)
    _ = try store.save(submit("positive", task: 1))
    let same = Suggestion(question: "feeling", answer: "positive", model: "m", score: 0.9)
    let other = Suggestion(question: "feeling", answer: "negative", model: "n")
    func give(_ id: String, _ suggestions: [Suggestion]) throws -> ImportOutcome {
      try store.withTaskWriter(source: testSource) { try $0.addSuggestions(toTask: id, suggestions) }
    }
    var disagreeing = QueueFilter()
    disagreeing.disagreesWithSuggestion = true
    #expect(try give("zz", [same]) == .noTask)
    #expect(try give("a", [same]) == .added(1))
    #expect(try numbers(store, disagreeing) == [])
    #expect(try give("a", [same, other]) == .added(1))
    #expect(try numbers(store, disagreeing) == [1])
    #expect(try give("a", [other, same]) == .alreadyThere(1))
    #expect(try store.task(number: 1)?.suggestions == [same, other])
    #expect(try store.integrityReport() == [])
  }

  @Test(arguments: StoreFactory.allCases)
  func importedAnnotationsKeepRevisionAndTime(factory: StoreFactory) throws {
    let store = try factory.make(in: folder)
    let one = Annotation(
      state: .submitted, answers: ["feeling": "mixed"], isFlagged: true, revision: 3, savedAt: moment(77))
    var new = record("a", "one")
    new.annotations = [NamedAnnotation(annotator: "li", annotation: one)]
    try add([new, record("b", "two")], to: store)
    #expect(try store.annotation(ofTask: 1, by: "li") == one)
    #expect(try store.history(ofTask: 1).map(\.kind) == [.imported])
    #expect(try store.progress(of: "li") == Progress(total: 2, submitted: 1, flagged: 1, saves: 0))
    func give(_ annotation: Annotation) throws -> ImportOutcome {
      try store.withTaskWriter(source: testSource) { try $0.addAnnotation(toTask: "a", by: "li", annotation) }
    }
    #expect(try give(one) == .alreadyThere(1))
    #expect(try give(Annotation(state: .skipped)) == .differs(1))
    #expect(try store.annotation(ofTask: 1, by: "li") == one)
    #expect(try store.integrityReport() == [])
  }

  @Test(arguments: StoreFactory.allCases)
  func exportAndImportGiveTheSameProject(factory: StoreFactory) throws {
    let store = try factory.make(in: folder)
    let suggestion = Suggestion(question: "feeling", answer: "positive", model: "m", score: 0.25)
    try add((1...50).map { record("r\($0)", "text \($0)", suggestions: $0 % 3 == 0 ? [suggestion] : []) }, to: store)
    for task in stride(from: 1, through: 50, by: 4) {
      _ = try store.save(submit("positive", task: task))
      if task % 3 == 0 { _ = try store.save(submit(["x", "y"], task: task, by: "li")) }
    }
    let copyFolder = try TemporaryFolder()
    let copy = try factory.make(in: copyFolder)
    try copy.withTaskWriter(source: testSource) { writer in
      try store.exportRows { row in
        var new = NewTask()
        new.id = Array(row.id)
        new.fields = Array(row.fields)
        new.metadata = Array(row.metadata)
        new.line = row.provenance.line
        new.suggestions = row.suggestions
        new.annotations = row.annotations
        let outcome = try writer.add(new)
        #expect(outcome == .added(row.number))
        return true
      }
    }
    for number in 1...50 {
      #expect(try copy.task(number: number) == store.task(number: number))
      for who in ["dana", "li"] {
        #expect(try copy.annotation(ofTask: number, by: who) == store.annotation(ofTask: number, by: who))
      }
    }
    #expect(try copy.integrityReport() == [])
  }

  @Test func aSparseExportReadsTheSameAsAScan() throws {
    let store = try StoreFactory.sqlite.make(in: folder)
    try add((1...100).map { record("r\($0)", "text \($0)") }, to: store)
    _ = try store.save(submit("positive", task: 42))
    func rows(_ filter: QueueFilter) throws -> [String] {
      var rows: [String] = []
      try store.exportRows(filter: filter, annotator: "dana") { row in
        rows.append("\(row.number) \(String(decoding: row.fields, as: UTF8.self)) \(row.annotations.count)")
        return true
      }
      return rows
    }
    var one = QueueFilter()
    one.states = [.submitted]
    #expect(try rows(one) == [#"42 {"text":"text 42"} 1"#])
    var rest = QueueFilter()
    rest.states = [.open]
    #expect(try rows(rest).count == 99)
    let all = try rows(QueueFilter())
    #expect(all.count == 100 && all[41] == #"42 {"text":"text 42"} 1"#)
  }
}
