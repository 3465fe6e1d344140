import PostilCore
import PostilModel
import PostilScreen
import PostilTestSupport
import Testing

@testable import PostilUI

@Suite("The filter in force stands selected in its prompt")
struct FilterPromptTests {
  private static func asked() -> DeskWorld {
    var world = Samples.desk()
    world.type("g f")
    world.write("state:open")
    world.type("Enter g f")
    return world
  }

  private func line(_ world: DeskWorld) -> String? {
    guard case .prompt(let prompt) = world.desk.layers.last else { return nil }
    return prompt.entry.text
  }

  @Test func whatIsTypedTakesItsPlace() {
    var world = Self.asked()
    #expect(line(world) == "state:open")
    let selected = world.draw().cells.filter { $0.style.background == world.theme[.selection].background }.count
    #expect(selected >= "state:open".utf8.count)
    world.write("state:skipped")
    #expect(line(world) == "state:skipped")
    world.type("Enter")
    #expect(world.session.queue.filter.states == [.skipped])
  }

  @Test(arguments: ["Right", "End", "C-e"]) func aKeyThatMovesGoesIntoIt(key: String) {
    var world = Self.asked()
    world.type(key)
    world.write(" x")
    #expect(line(world) == "state:open x")
  }

  @Test func theCursorGoesToTheFrontOrAllIsDeleted() {
    var world = Self.asked()
    world.type("Left")
    world.write("x ")
    #expect(line(world) == "x state:open")
    world = Self.asked()
    world.type("Backspace")
    #expect(line(world) == "")
    world.type("Enter")
    #expect(world.session.queue.filter.isEverything)
  }

  @Test func enterKeepsIt() {
    var world = Self.asked()
    world.type("Enter")
    #expect(world.session.queue.filter.states == [.open])
  }
}
