import Dispatch
import PostilModel
import PostilStore
import PostilTestSupport
import Synchronization
import Testing

@Suite struct ConcurrencyTests {
  /// Two stores on one file, as two processes have them: every save is either stored or refused as a conflict.
  @Test(arguments: StoreFactory.allCases)
  func racingSavesLoseNothing(factory: StoreFactory) throws {
    let folder = try TemporaryFolder()
    let stores = [try factory.make(in: folder), try factory.open(in: folder)]
    try add((1...3).map { record("r\($0)", "t") }, to: stores[0])
    let outcomes = Mutex((stored: 0, refused: 0, failed: [String]()))
    DispatchQueue.concurrentPerform(iterations: 4) { desk in
      var random = SeededGenerator(seed: UInt64(desk))
      for step in 0..<30 {
        let task = Int.random(in: 1...3, using: &random)
        do {
          let store = stores[desk % 2]
          let revision = try store.annotation(ofTask: task, by: "dana")?.revision ?? 0
          _ = try store.save(
            submit(.string("\(desk)-\(step)"), task: task, revision: revision, token: "\(desk)-\(step)"))
          outcomes.withLock { $0.stored += 1 }
        } catch StoreError.conflict {
          outcomes.withLock { $0.refused += 1 }
        } catch {
          outcomes.withLock { $0.failed.append("\(error)") }
        }
      }
    }
    let (stored, refused, failed) = outcomes.withLock { $0 }
    #expect(failed == [])
    #expect(stored + refused == 120)
    let histories = try (1...3).map { try stores[0].history(ofTask: $0) }
    #expect(histories.map(\.count).reduce(0, +) == stored)
    for history in histories {
      #expect(history.map(\.annotation.revision) == Array(1..<history.count + 1))
    }
    #expect(try stores[1].projectProgress().saves == stored)
    #expect(try stores[1].integrityReport() == [])
  }

  @Test func desksSaveWhileAnImportRuns() throws {
    let folder = try TemporaryFolder()
    let store = try StoreFactory.sqlite.make(in: folder)
    try add((1...50).map { record("r\($0)", "t") }, to: store)
    let desk = try StoreFactory.sqlite.open(in: folder)
    let failures = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 2) { side in
      do {
        if side == 0 {
          try add((1...8000).map { record("n\($0)", "text \($0)") }, to: store)
        } else {
          for task in 1...50 { _ = try desk.save(submit("x", task: task)) }
        }
      } catch {
        failures.withLock { $0.append("\(error)") }
      }
    }
    #expect(failures.withLock { $0 } == [])
    #expect(try desk.progress(of: "dana").submitted == 50)
    #expect(try desk.projectProgress().tasks == 8050)
    #expect(try desk.integrityReport() == [])
  }

  @Test func anExportSeesOneMomentAndMayAskTheStoreMeanwhile() throws {
    let storeFolder = try TemporaryFolder()
    let store = try StoreFactory.sqlite.make(in: storeFolder)
    defer { withExtendedLifetime(storeFolder) {} }
    try add((1...20).map { record("r\($0)", "t") }, to: store)
    var seen = 0
    var annotated = 0
    try store.exportRows { row in
      if row.number == 1 {
        try add([record("late", "t")], to: store)
        _ = try store.save(submit("x", task: 20))
      }
      #expect(try store.task(number: row.number) != nil)
      seen += 1
      annotated += row.annotations.count
      return true
    }
    #expect(seen == 20)
    #expect(annotated == 0)
  }
}
