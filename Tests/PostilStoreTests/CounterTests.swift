import PostilModel
import PostilStore
import PostilTestSupport
import Testing

@Suite struct CounterTests {
  /// After any saves, counters equal what a naive model counts, and a recount of the tables.
  @Test(arguments: StoreFactory.allCases, [1, 2, 3])
  func countersEqualARecount(factory: StoreFactory, seed: Int) throws {
    let folder = try TemporaryFolder()
    let store = try factory.make(in: folder)
    let tasks = 24
    try add((1...tasks).map { record("r\($0)", "t\($0)") }, to: store)
    var random = SeededGenerator(seed: UInt64(seed))
    let people = ["dana", "li", "sam"]
    var model: [String: [Int: Annotation]] = [:]
    for step in 0..<250 {
      let who = people[Int.random(in: 0..<3, using: &random)]
      let task = Int.random(in: 1...tasks, using: &random)
      let states: [AnnotationState] = [.submitted, .submitted, .submitted, .skipped, .open, .draft]
      var annotation = Annotation(
        state: states[Int.random(in: 0..<6, using: &random)], isFlagged: Bool.random(using: &random))
      annotation.answers = ["q": ["x", "y"]]
      annotation.revision = model[who]?[task]?.revision ?? 0
      let save = AnnotationSave(
        token: "\(step)", task: task, annotator: who, kind: .revised, annotation: annotation, at: moment(step))
      model[who, default: [:]][task] = try store.save(save).annotation
    }
    #expect(try store.integrityReport() == [])
    let whole = try store.projectProgress()
    #expect(whole.saves == 250)
    let submitted = model.values.flatMap { $0.filter { $0.value.state == .submitted }.keys }
    #expect(whole.submittedTasks == Set(submitted).count)
    for who in people {
      let own = Array((model[who] ?? [:]).values)
      let progress = try store.progress(of: who)
      #expect(progress.submitted == own.filter { $0.state == .submitted }.count)
      #expect(progress.skipped == own.filter { $0.state == .skipped }.count)
      #expect(progress.flagged == own.filter(\.isFlagged).count)
      for after in 0...tasks {
        let next = (after + 1..<tasks + 1).first { number in
          let state = model[who]?[number]?.state ?? .open
          return state != .submitted && state != .skipped
        }
        #expect(try store.nextNumber(after: after, unansweredBy: who) == next)
      }
    }
    #expect(try store.nextNumber(after: 0, unansweredBy: "nobody") == 1)
  }
}
