import PostilCore
import PostilModel
import PostilTestSupport
import Testing

@testable import PostilUI

@Suite("What was sent back at a desk where everybody sees all tasks")
struct OpenReturnedTests {
  @Test func itHasItsSignItsStripAReplyAndItsHistory() throws {
    var world = DeskWorld(Samples.hotels, tasks: Samples.tasks(12))
    world.type("p C-s n C-s")
    world.sendBack(1, text: "The lift weighs more.")
    world = try world.restarted()
    #expect(world.session.current?.number == 1)
    #expect(world.screen().contains("mo sends this back") && world.screen().contains("The lift weighs more."))
    #expect(world.bottom().contains("#1 came back with a comment."))
    #expect(world.screen().contains("1 ↩"), "the sign in the queue")
    world.type("] g b m C-s")
    #expect(world.bottom().contains("Reply"))
    world.write("You are right.")
    world.type("Enter")
    #expect(world.annotations[1]?.answers["sentiment"] == "mixed" && world.returned == [])
    #expect(world.session.current?.number == 3)
    world.type("g g")
    #expect(!world.screen().contains("mo sends this back") && !world.screen().contains("1 ↩"))
    world.type("g h")
    #expect(world.screen().contains("mo sends this back") && world.screen().contains("You are right."))
  }

  @Test func whereNothingCameBackTheKeySaysSo() {
    var world = DeskWorld(Samples.hotels, tasks: Samples.tasks(3))
    world.type("g b")
    #expect(world.bottom().contains("Nothing has come back to you."))
  }
}
