import PostilModel
import PostilTestSupport
import Testing

@testable import PostilStore

/// What holds when several people settle tasks at once.
@Suite struct SettlingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Two tasks that dana and li have answered.
  private func store(_ factory: StoreFactory) throws -> ProjectStore {
    let store = try factory.make(in: folder)
    try add((1...2).map { record("r\($0)", "text \($0)") }, to: store)
    for task in 1...2 {
      _ = try store.save(submit("good", task: task, at: 1))
      _ = try store.save(submit("good", task: task, by: "li", at: 2))
    }
    return store
  }

  private func settled(_ by: String, at: Int, _ word: String = "good", task: Int = 1) -> Resolution {
    Resolution(task: task, answers: ["feeling": .string(word)], method: .adjudicated, by: by, at: moment(at))
  }

  private func terms(_ by: String, caller: String? = nil, at: Int, seen: Resolution.Mark?) -> ResolvingTerms {
    ResolvingTerms(by: by, caller: caller, at: moment(at), seen: .exactly(seen))
  }

  private func refresh(_ store: ProjectStore) throws {
    while try store.refreshStandings(
      annotatorsPerTask: 2,
      measure: { input in
        StandingMeasure(disagreement: Set(input.annotations.map(\.annotation.answers)).count > 1 ? 0.5 : 0)
      }) > 0
    {}
  }

  @Test(arguments: StoreFactory.allCases)
  func nobodyWritesOverWhatTheyHaveNotSeen(factory: StoreFactory) throws {
    let store = try store(factory)
    let first = settled("mo", at: 10)
    try store.resolve([first], terms("mo", at: 10, seen: nil))
    let error = #expect(throws: StoreError.self) {
      try store.resolve([settled("eve", at: 11, "bad")], terms("eve", at: 11, seen: nil))
    }
    #expect(error?.description.contains("mo settled #1 at 2023-11-14T") == true)
    #expect(error?.description.contains("nothing was changed") == true)
    #expect(try store.reviewTask(number: 1)?.resolution?.by == "mo")
    // Who has seen it may.
    try store.resolve([settled("eve", at: 12, "bad")], terms("eve", at: 12, seen: first.mark))
    #expect(try store.reviewTask(number: 1)?.resolution?.answers == ["feeling": "bad"])
    // Undoing the first touches the first only.
    #expect(throws: StoreError.self) {
      try store.unresolve(tasks: [1], terms("mo", at: 13, seen: first.mark))
    }
    #expect(try store.reviewTask(number: 1)?.resolution?.by == "eve")
    try store.resolve([settled("mo", at: 14, task: 2)], terms("mo", at: 14, seen: nil))
    let mark = Resolution.Mark(by: "mo", at: moment(14))
    #expect(try store.unresolve(tasks: [1, 2], terms("mo", at: 15, seen: mark)) == [1])
    #expect(try store.reviewTask(number: 2)?.resolution == nil)
    let gone = #expect(throws: StoreError.self) {
      try store.unresolve(tasks: [2], terms("mo", at: 16, seen: mark))
    }
    #expect(gone?.description.contains("took the final answer of #2 back") == true)
    #expect(try store.integrityReport() == [])
  }

  @Test(arguments: StoreFactory.allCases)
  func theLogTellsWhoDidItAndTheRowWhoSettledIt(factory: StoreFactory) throws {
    let store = try store(factory)
    let first = settled("mo", at: 10)
    try store.resolve([first], terms("mo", at: 10, seen: nil))
    _ = try store.unresolve(tasks: [1], terms("eve", at: 20, seen: first.mark))
    try store.resolve([first], terms("eve", at: 21, seen: nil))
    #expect(try store.reviewTask(number: 1)?.resolution?.mark == first.mark)
    let events = try store.management(ofTask: 1)
    #expect(events.map(\.by) == ["mo", "eve", "eve"])
    #expect(events.map(\.at) == [moment(10), moment(20), moment(21)])
    #expect(events[0].told["settled_by"] == nil)
    #expect(events[2].told["settled_by"] == "mo")
  }

  @Test(arguments: StoreFactory.allCases)
  func nobodySettlesTheirOwnWhileSomebodyElseReviews(factory: StoreFactory) throws {
    let store = try store(factory)
    let lead = Person(name: "dana", role: .lead)
    try store.setPerson(lead, by: "dana", at: moment(3))
    // The only one who reviews may.
    try store.resolve([settled("dana", at: 10)], terms("dana", at: 10, seen: nil))
    try store.unresolve(task: 1, by: "dana", at: moment(11))
    try store.setPerson(Person(name: "mo", role: .reviewer), by: "dana", at: moment(12))
    for (by, caller) in [("dana", "dana"), ("mo", "dana"), ("dana", "mo")] {
      let error = #expect(throws: StoreError.self) {
        try store.resolve([settled(by, at: 13)], terms(by, caller: caller, at: 13, seen: nil))
      }
      #expect(error?.description.contains("nobody reviews their own") == true)
    }
    #expect(throws: StoreError.self) { try store.resolve([settled("dana", at: 13)]) }
    #expect(try store.reviewTask(number: 1)?.resolution == nil)
    try store.resolve([settled("mo", at: 14)], terms("mo", at: 14, seen: nil))
    #expect(try store.reviewTask(number: 1)?.resolution?.by == "mo")
  }

  @Test(arguments: StoreFactory.allCases)
  func whatIsSettledIsSentBackNoMoreUntilItIsReopened(factory: StoreFactory) throws {
    let store = try store(factory)
    try store.sendBack(task: 1, to: "li", text: "look", by: "mo", at: moment(5))
    try store.sendBack(task: 1, to: "dana", text: "look", by: "mo", at: moment(6))
    try store.resolve([settled("mo", at: 7)])
    #expect(try store.reviewTask(number: 1)?.returned == [])
    #expect(try store.management(ofTask: 1).last?.told["no_longer_sent_back"] == ["dana", "li"])
    // dana changes their answer all the same.
    _ = try store.save(submit("bad", task: 1, revision: 1, at: 8))
    try store.unresolve(task: 1, by: "mo", at: moment(9))
    #expect(try store.reviewTask(number: 1)?.returned == ["li"])
    try refresh(store)
    #expect(try store.reviewTask(number: 1)?.standing.state == .sentBack)
  }

  @Test(arguments: StoreFactory.allCases)
  func allAreAcceptedAsTheyWereReadOnly(factory: StoreFactory) throws {
    let store = try store(factory)
    try refresh(store)
    let read = try (1...2).map { number in
      var one = settled("mo", at: 10, task: number)
      one.said = try #require(try store.reviewTask(number: number)).annotations.map {
        .init(annotator: $0.annotator, answers: $0.annotation.answers, at: $0.annotation.savedAt)
      }
      return one
    }
    _ = try store.save(submit("bad", task: 2, revision: 1, at: 9))
    #expect(try store.acceptUnanimous(read, terms("mo", at: 10, seen: nil)) == [1])
    #expect(try store.reviewTask(number: 2)?.resolution == nil)
    // Unanimous again and measured, but by other answers than those that were read.
    _ = try store.save(submit("bad", task: 2, by: "li", revision: 1, at: 11))
    try refresh(store)
    #expect(try store.reviewTask(number: 2)?.standing.state == .unanimous)
    #expect(try store.acceptUnanimous(read, terms("mo", at: 12, seen: nil)) == [])
  }

  @Test(arguments: StoreFactory.allCases)
  func otherAnswersAreToBeLookedAtAgain(factory: StoreFactory) throws {
    let store = try store(factory)
    try refresh(store)
    try store.setChecked(task: 1, isChecked: true, by: "mo", at: moment(5))
    var flag = submit("good", task: 1, revision: 1, at: 6)
    flag.annotation.isFlagged = true
    _ = try store.save(flag)
    try refresh(store)
    #expect(try store.checkedUnanimousCount() == 1, "a flag changes no answer")
    _ = try store.save(submit("bad", task: 1, revision: 2, at: 7))
    _ = try store.save(submit("bad", task: 1, by: "li", revision: 1, at: 8))
    try refresh(store)
    #expect(try store.reviewTask(number: 1)?.standing.state == .unanimous)
    #expect(try store.checkedUnanimousCount() == 0)
  }

  @Test(arguments: StoreFactory.allCases)
  func aReplyIsTakenBackByUndoingIt(factory: StoreFactory) throws {
    let store = try store(factory)
    try store.sendBack(task: 1, to: "li", text: "look", by: "mo", at: moment(5))
    var reply = submit("bad", task: 1, by: "li", revision: 1, at: 6)
    reply.reply = "so it is"
    _ = try store.save(reply)
    #expect(try store.reviewTask(number: 1)?.returned == [])
    var back = submit("good", task: 1, by: "li", revision: 2, at: 7)
    back.kind = .retracted
    _ = try store.save(back)
    #expect(try store.reviewTask(number: 1)?.returned == ["li"])
    #expect(try store.messages(ofTask: 1).map(\.text) == ["look"])
    #expect(try store.management(ofTask: 1).map(\.kind) == [.sentBack, .replied], "the log keeps it")
    var again = submit("bad", task: 1, by: "li", revision: 3, at: 8)
    again.kind = .restored
    _ = try store.save(again)
    #expect(try store.reviewTask(number: 1)?.returned == [])
    #expect(try store.messages(ofTask: 1).map(\.text) == ["look", "so it is"])
    // Undoing something else later leaves it.
    _ = try store.save(submit("fine", task: 1, by: "li", revision: 4, at: 9))
    var later = submit("bad", task: 1, by: "li", revision: 5, at: 10)
    later.kind = .retracted
    _ = try store.save(later)
    #expect(try store.messages(ofTask: 1).count == 2)
    #expect(try store.integrityReport() == [])
  }
}
