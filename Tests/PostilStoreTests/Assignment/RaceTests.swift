import Glibc
import PostilModel
import PostilStore
import PostilTestSupport
import Testing

/// Many processes on one file.
@Suite(.serialized) struct RaceTests {
  private static let people = (1...20).map { "p\($0)" }
  private static let tasks = number("POSTIL_RACE_TASKS") ?? 500
  private static let kills = number("POSTIL_RACE_KILLS") ?? 12
  private static let wanted = 3

  /// What a longer run asks for.
  private static func number(_ name: String) -> Int? { getenv(name).flatMap { Int(String(cString: $0)) } }

  private func start(_ person: String, in folder: TemporaryFolder) throws -> ProgramRun {
    // Short leases: what the killed ones held must be free again soon.
    try ProgramRun(
      [BuiltProgram.path("race-probe"), "work", folder.path + "/postil.db", person, "\(Self.wanted)", "1500"],
      environment: [:])
  }

  /// Twenty at once, some of them killed on the way and started again in the same names: every task gets as many answers
  /// as it wants, none gets more, and nobody answers one twice.
  @Test func racingProcessesAnswerEachTaskAsOftenAsItWants() throws {
    let folder = try TemporaryFolder()
    let store = try StoreFactory.sqlite.make(in: folder)
    try add((1...Self.tasks).map { record("r\($0)", "t") }, to: store)
    var runs: [(person: String, run: ProgramRun)] = []
    for person in Self.people { runs.append((person, try start(person, in: folder))) }
    var random = SeededGenerator(seed: 20)
    for _ in 0..<Self.kills {
      usleep(UInt32.random(in: 20_000..<120_000, using: &random))
      let victim = Int.random(in: 0..<runs.count, using: &random)
      runs[victim].run.killNow()
      _ = try runs[victim].run.finish()
      runs[victim].run = try start(runs[victim].person, in: folder)
    }
    for (_, run) in runs {
      let result = try run.finish(timeout: .seconds(600))
      #expect(result.code == 0, "\(result.complaint)")
    }
    var counts = [Int](repeating: 0, count: Self.tasks + 1)
    for person in Self.people {
      let tasks = try store.assigned(to: person, desk: 1, plan: AssignmentPlan(), at: moment(0)).touched
      #expect(Set(tasks).count == tasks.count)
      for task in tasks { counts[task] += 1 }
    }
    #expect(counts.dropFirst().allSatisfy { $0 == Self.wanted })
    #expect(try store.projectProgress().saves == Self.tasks * Self.wanted)
    #expect(try store.integrityReport() == [])
  }
}
