import Glibc
import PostilTestSupport
import Testing

@Suite("kill -9 at any moment loses nothing that the screen has shown")
struct KillTests {
  /// How many kills: 40, or what `POSTIL_KILLS` says (the soak test).
  private static let kills = getenv("POSTIL_KILLS").flatMap { Int(String(cString: $0)) } ?? 40
  private static let killsOfOneProject = 5
  /// Where the numbers of a long run begin, so that another run tries other moments.
  private static let firstSeed = getenv("POSTIL_SEED").flatMap { UInt64(String(cString: $0)) } ?? 1

  @Test(
    "A scripted run, killed at random moments, opened again and compared with what the screen had shown",
    arguments: 0..<max(1, kills / killsOfOneProject))
  func killed(_ round: Int) throws {
    var desk = try KilledDesk(seed: Self.firstSeed &+ UInt64(round))
    for _ in 0..<Self.killsOfOneProject { try desk.kill() }
    try desk.undoAll()
    let tally = desk.tally
    print(
      "killed: \(tally.kills) times, after \(tally.keysBeforeKills) keys, \(tally.killsWithDraft) in a draft,",
      "\(tally.killsUnseen) with keys not yet seen, 0 lost")
    #expect(tally.kills == Self.killsOfOneProject)
  }
}
