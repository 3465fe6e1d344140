import PostilModel
import PostilScreen
import PostilTestSupport
import Testing

@testable import PostilUI

/// Pictures of the desk where tasks are handed out.
@Suite struct AssignedScreenTests {
  private static let sizes = [
    Size(columns: 120, rows: 40), Size(columns: 80, rows: 24), Size(columns: 60, rows: 20), Size(columns: 40, rows: 12),
  ]

  private func name(_ size: Size) -> String { "\(size.columns)x\(size.rows)" }

  @Test(arguments: sizes) func handedOutAtEverySize(size: Size) {
    var world = AssignedSamples.desk()
    world.type("p C-s n C-s m C-s p C-s")
    world.resize(size.columns, size.rows)
    #expect(Snapshot.difference(world.draw(), named: "handed-\(name(size))") == nil)
  }

  @Test(arguments: sizes) func whatCameBackAtEverySize(size: Size) {
    var world = AssignedSamples.sentBack()
    world.resize(size.columns, size.rows)
    #expect(Snapshot.difference(world.draw(), named: "sent-back-\(name(size))") == nil)
  }

  @Test(arguments: sizes) func anUnseenAnswerAtEverySize(size: Size) {
    var world = AssignedSamples.answered()
    world.resize(size.columns, size.rows)
    #expect(Snapshot.difference(world.draw(), named: "answered-\(name(size))") == nil)
  }

  @Test(arguments: sizes) func nothingLeftAtEverySize(size: Size) {
    var world = AssignedSamples.nothingLeft()
    world.resize(size.columns, size.rows)
    #expect(Snapshot.difference(world.draw(), named: "nothing-left-\(name(size))") == nil)
  }

  @Test func theSignsInASCII() {
    var world = AssignedSamples.sentBack()
    world.alphabet = .ascii
    let text = world.screen()
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
    #expect(text.contains("< mo sends this back"))
  }
}
