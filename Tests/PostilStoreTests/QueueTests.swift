import PostilModel
import PostilStore
import PostilTestSupport
import Testing

@Suite struct QueueTests {
  /// A project of random tasks and annotations, and the same in memory.
  private struct World {
    var tasks: [AnnotationTask] = []
    var annotations: [Int: Annotation] = [:]
  }

  private static let words = ["refund", "Refund", "kinder", "Straße", "früh", "FRÜH", "漢字", "text", "a\"b", "7"]

  private func fill(_ store: ProjectStore, _ random: inout SeededGenerator) throws -> World {
    var world = World()
    for number in 1...60 {
      let text = (0..<3).map { _ in Self.words.randomElement(using: &random) ?? "" }.joined(separator: " ")
      var suggestions: [Suggestion] = []
      for place in 0..<Int.random(in: 0...2, using: &random) {
        let score: Double? = Bool.random(using: &random) ? Double(Int.random(in: 0...9, using: &random)) / 10 : nil
        suggestions.append(
          Suggestion(
            question: "q", answer: ["x", "y"].randomElement(using: &random) ?? "x", model: "m\(place)", score: score))
      }
      let padding = String(repeating: "z", count: Int.random(in: 0...5, using: &random))
      world.tasks.append(
        AnnotationTask(
          number: number, id: "id-\(Int.random(in: 0...9, using: &random))-\(number)",
          fields: JSONObject([("text", .string(text)), ("pad", .string(padding))]), suggestions: suggestions))
    }
    try add(
      world.tasks.map { task in
        var new = record(task.id, "", suggestions: task.suggestions)
        new.fields = Array(task.fields.jsonText.utf8)
        return new
      }, to: store)
    for number in 1...60 where Bool.random(using: &random) {
      var one = Annotation(state: AnnotationState.allCases.randomElement(using: &random) ?? .open)
      if one.state != .open {
        one.answers = ["q": ["x", "y"].randomElement(using: &random) ?? "x", "n": ["u", "v"]]
      }
      one.isFlagged = Int.random(in: 0...3, using: &random) == 0
      one.comment = Int.random(in: 0...3, using: &random) == 0 ? "hm" : ""
      let at = moment(Int.random(in: 0...20, using: &random))
      let save = AnnotationSave(
        token: "\(number)", task: number, annotator: "dana", kind: .submitted, annotation: one, at: at)
      world.annotations[number] = try store.save(save).annotation
      // Somebody else's work must not show in dana's queue.
      _ = try store.save(submit("x", task: number, by: "li"))
    }
    return world
  }

  private func filter(_ random: inout SeededGenerator) -> QueueFilter {
    var filter = QueueFilter()
    func sometimes() -> Bool { Int.random(in: 0...3, using: &random) == 0 }
    if sometimes() {
      filter.states = Set(AnnotationState.allCases.filter { _ in Bool.random(using: &random) })
    }
    if sometimes() { filter.isFlagged = Bool.random(using: &random) }
    if sometimes() { filter.hasComment = Bool.random(using: &random) }
    if sometimes() { filter.hasSuggestion = Bool.random(using: &random) }
    if sometimes() { filter.disagreesWithSuggestion = Bool.random(using: &random) }
    if sometimes() { filter.answers.append(.init(question: "q", value: "x")) }
    if sometimes() { filter.answers.append(.init(value: "u")) }
    if sometimes() {
      filter.words.append(["REFUND", "früh", "漢", "text", "a\"b", "id-3", "Kind"].randomElement(using: &random) ?? "")
    }
    filter.order = QueueFilter.Order.allCases.randomElement(using: &random) ?? .number
    filter.isDescending = Bool.random(using: &random)
    return filter
  }

  private func isWanted(_ task: AnnotationTask, _ one: Annotation?, _ filter: QueueFilter) -> Bool {
    let own = one ?? Annotation()
    if !filter.states.isEmpty, !filter.states.contains(own.state) { return false }
    if let wanted = filter.isFlagged, own.isFlagged != wanted { return false }
    if let wanted = filter.hasComment, own.comment.isEmpty == wanted { return false }
    if let wanted = filter.hasSuggestion, task.suggestions.isEmpty == wanted { return false }
    if let wanted = filter.disagreesWithSuggestion {
      let compared = task.suggestions.filter { own.answers[$0.question] != nil }
      guard own.state == .submitted, !compared.isEmpty else { return false }
      if compared.contains(where: { own.answers[$0.question] != $0.answer }) != wanted { return false }
    }
    for answer in filter.answers {
      let values = answer.question.map { [own.answers[$0]].compactMap { $0 } } ?? Array(own.answers.values)
      let texts = values.flatMap { $0.array ?? [$0] }.compactMap(\.string)
      if !texts.contains(answer.value) { return false }
    }
    let hay = task.fields.members.compactMap(\.value.string) + [task.id]
    return filter.words.allSatisfy { word in hay.contains { Self.contains($0, word) } }
  }

  private static func contains(_ hay: String, _ needle: String) -> Bool {
    let hay = Array(hay.lowercased().unicodeScalars)
    let needle = Array(needle.lowercased().unicodeScalars)
    guard hay.count >= needle.count else { return false }
    return (0...hay.count - needle.count).contains { Array(hay[$0..<$0 + needle.count]) == needle }
  }

  private func ordered(_ tasks: [AnnotationTask], _ world: World, _ filter: QueueFilter) -> [Int] {
    func before(_ one: AnnotationTask, _ other: AnnotationTask) -> Bool {
      switch filter.order {
      case .number: break
      case .id: return Array(one.id.utf8).lexicographicallyPrecedes(Array(other.id.utf8))
      case .length:
        let lengths = [one, other].map { $0.fields.jsonText.unicodeScalars.count }
        if lengths[0] != lengths[1] { return lengths[0] > lengths[1] }
      case .changed:
        let times = [one, other].map { world.annotations[$0.number]?.savedAt.milliseconds ?? -1 }
        if times[0] != times[1] { return times[0] > times[1] }
      case .uncertain:
        let scores = [one, other].map { $0.suggestions.compactMap(\.score).min() ?? .infinity }
        if scores[0] != scores[1] { return scores[0] < scores[1] }
      }
      return one.number < other.number
    }
    let sorted = tasks.sorted(by: before).map(\.number)
    return filter.isDescending ? sorted.reversed() : sorted
  }

  @Test(arguments: StoreFactory.allCases, [11, 12, 13, 14])
  func anyFilterGivesWhatANaiveSearchGives(factory: StoreFactory, seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let storeFolder = try TemporaryFolder()
    let store = try factory.make(in: storeFolder)
    defer { withExtendedLifetime(storeFolder) {} }
    let world = try fill(store, &random)
    for _ in 0..<150 {
      let filter = filter(&random)
      let expected = ordered(
        world.tasks.filter { isWanted($0, world.annotations[$0.number], filter) }, world, filter)
      #expect(try numbers(store, filter) == expected, "\(filter)")
    }
  }

  @Test(arguments: StoreFactory.allCases)
  func exportLooksAtAnybodysAnnotations(factory: StoreFactory) throws {
    let storeFolder = try TemporaryFolder()
    let store = try factory.make(in: storeFolder)
    defer { withExtendedLifetime(storeFolder) {} }
    try add((1...4).map { record("r\($0)", "t") }, to: store)
    _ = try store.save(submit("x", task: 1, by: "li"))
    _ = try store.save(submit("y", task: 2, by: "dana"))
    func exported(_ annotator: String?, _ change: (inout QueueFilter) -> Void) throws -> [Int] {
      var filter = QueueFilter()
      change(&filter)
      var all: [Int] = []
      try store.exportRows(filter: filter, annotator: annotator) { row in
        all.append(row.number)
        return true
      }
      return all
    }
    #expect(try exported(nil) { $0.states = [.submitted] } == [1, 2])
    #expect(try exported("dana") { $0.states = [.submitted] } == [2])
    #expect(try exported(nil) { $0.states = [.open] } == [3, 4])
    #expect(try exported(nil) { $0.answers = [.init(value: "x")] } == [1])
    #expect(try exported(nil) { $0.isDescending = true } == [4, 3, 2, 1])
  }

  @Test func theFirstChunkIsSmallAndStoppingStops() throws {
    let storeFolder = try TemporaryFolder()
    let store = try StoreFactory.sqlite.make(in: storeFolder)
    defer { withExtendedLifetime(storeFolder) {} }
    try add((1...2000).map { record("r\($0)", "t") }, to: store)
    var sizes: [Int] = []
    var lasts: [Bool] = []
    try store.numbers(matching: QueueFilter(), annotator: "dana") { chunk, isLast in
      sizes.append(chunk.count)
      lasts.append(isLast)
      return true
    }
    #expect(sizes == [256, 1024, 720])
    #expect(lasts == [false, false, true])
    var calls = 0
    try store.numbers(matching: QueueFilter(), annotator: "dana") { _, _ in
      calls += 1
      return false
    }
    #expect(calls == 1)
  }

  @Test func rowsShowWhatTheAnnotatorDid() throws {
    let storeFolder = try TemporaryFolder()
    let store = try StoreFactory.sqlite.make(in: storeFolder)
    defer { withExtendedLifetime(storeFolder) {} }
    let suggestion = Suggestion(question: "feeling", answer: "positive", model: "m")
    try add([record("a", "first", suggestions: [suggestion]), record("b", "second")], to: store)
    var save = submit("negative", task: 2, at: 7)
    save.annotation.isFlagged = true
    save.annotation.comment = "why"
    _ = try store.save(save)
    let rows = try store.summaries(from: 1, count: 200, annotator: "dana")
    #expect(rows.map(\.number) == [1, 2])
    #expect(rows[0] == TaskSummary(number: 1, id: "a", preview: "first", hasSuggestion: true))
    #expect(
      rows[1]
        == TaskSummary(
          number: 2, id: "b", preview: "second", state: .submitted, isFlagged: true,
          answers: ["feeling": "negative"], hasComment: true, savedAt: moment(7)))
    #expect(try store.summaries(of: [2, 99, 1], annotator: "li").map(\.state) == [.open, .open])
  }
}
