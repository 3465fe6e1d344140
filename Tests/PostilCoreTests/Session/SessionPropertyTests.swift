import PostilModel
import PostilStore
import PostilTestSupport
import Testing

@testable import PostilCore

/// Random work, with a fixed seed.
@Suite struct SessionPropertyTests {
  private static func randomAction(_ random: inout SeededGenerator) -> SessionAction {
    switch Int.random(in: 0..<14, using: &random) {
    case 0, 1: .choose(question: "feeling", choice: ["good", "bad", "mixed"].randomElement(using: &random) ?? "good")
    case 2: .choose(question: "topics", choice: ["a", "b"].randomElement(using: &random) ?? "a")
    case 3: .answer(question: "stars", .integer(Int64.random(in: 1...5, using: &random)))
    case 4: .answer(question: "feeling", nil)
    case 5, 6: .edit(question: "why", text: String(repeating: "x", count: Int.random(in: 0..<9, using: &random)))
    case 7: .submit
    case 8: .skip(reason: "r")
    case 9: .setFlagged(Bool.random(using: &random))
    case 10: .comment(["", "c"].randomElement(using: &random) ?? "")
    case 11: .move(by: Int.random(in: -3...3, using: &random))
    case 12: .undo
    default: .redo
    }
  }

  private struct Content: Equatable {
    var state: AnnotationState
    var answers: [String: JSONValue]
    var isFlagged: Bool
    var comment: String
    var skipReason: String
  }

  /// What stands, without the numbers that only grow, and without rows that say nothing.
  private static func contents(_ world: FakeWorld) -> ([Int: Content], [Int: [String: JSONValue]]) {
    var stored: [Int: Content] = [:]
    for (number, one) in world.annotations {
      let content = Content(
        state: one.state, answers: one.answers, isFlagged: one.isFlagged, comment: one.comment,
        skipReason: one.skipReason)
      if content != Content(state: .open, answers: [:], isFlagged: false, comment: "", skipReason: "") {
        stored[number] = content
      }
    }
    return (stored, world.drafts)
  }

  @Test(arguments: 1...60) func undoingEverythingLeadsBackAndRedoingForth(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var world = SessionTests.world(SessionTests.several)
    for _ in 0..<120 {
      world.perform(Self.randomAction(&random))
      if Int.random(in: 0..<25, using: &random) == 0 { world.killAndRestart() }
    }
    world.perform(.endEdit)
    while world.session.canRedo { world.perform(.redo) }
    let after = Self.contents(world)
    while world.session.canUndo { world.perform(.undo) }
    #expect(Self.contents(world).0.isEmpty)
    #expect(Self.contents(world).1.isEmpty)
    while world.session.canRedo { world.perform(.redo) }
    #expect(Self.contents(world).0 == after.0)
    #expect(Self.contents(world).1 == after.1)
  }

  @Test(arguments: 1...60) func aKillLosesNothingThatWasShown(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var world = SessionTests.world(SessionTests.several)
    for _ in 0..<60 {
      world.perform(Self.randomAction(&random))
      let number = world.session.current?.number
      let answers = world.session.current?.answers
      let state = world.session.current?.state
      let progress = world.session.progress
      let places = (world.session.undoPosition, world.session.undoCount)
      world.killAndRestart()
      #expect(world.session.current?.number == number)
      #expect(world.session.current?.answers == answers)
      #expect(world.session.current?.state == state)
      #expect(world.session.progress == progress)
      #expect(world.session.undoPosition == places.0)
      #expect(world.session.undoCount == places.1)
    }
  }

  @Test(arguments: 1...20) func countersAgreeWithTheProject(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var world = SessionTests.world(SessionTests.several)
    for _ in 0..<200 {
      world.perform(Self.randomAction(&random))
      #expect(world.session.progress == world.progress)
      #expect(world.session.saving == .saved(world.events.count))
    }
  }
}
