import PostilCore
import PostilModel
import PostilScreen
import Testing

@testable import PostilUI

@Suite struct MouseTests {
  /// The place of a text on the screen.
  private func place(of text: String, in world: inout DeskWorld) -> (x: Int, y: Int) {
    for (y, line) in world.draw().lines.enumerated() {
      guard let range = line.firstRange(of: text) else { continue }
      return (TextWidth.columns(of: String(line[..<range.lowerBound])), y)
    }
    return (-1, -1)
  }

  private func click(_ text: String, in world: inout DeskWorld) {
    let place = place(of: text, in: &world)
    world.click(place.x, place.y)
  }

  @Test func aClickGoesToATask() {
    var world = Samples.desk()
    click("4 ·", in: &world)
    #expect(world.session.current?.number == 4)
    #expect(world.desk.focused == .queue)
  }

  @Test func aClickChoosesALabel() {
    var world = Samples.desk()
    click("negative", in: &world)
    #expect(world.session.current?.answers["sentiment"] == "negative")
    #expect(world.desk.focused == .questions)
  }

  @Test func aClickPlacesTheCursorInTheEditor() {
    var world = Samples.desk()
    world.type("Tab")
    world.write("hello world")
    let place = place(of: "hello world", in: &world)
    world.click(place.x + 5, place.y)
    world.write("!")
    #expect(world.session.current?.answers["why"] == "hello! world")
  }

  @Test func aClickOnTheFooterGivesTheCommand() {
    var world = Samples.desk()
    click("all keys", in: &world)
    #expect(world.screen().contains("All keys of this place"))
    world.click(0, 0)
    #expect(world.desk.layers.isEmpty, "a click outside closes a popup")
  }

  @Test func theWheelScrollsWhatIsUnderIt() {
    var tasks = Samples.tasks(3)
    tasks[0].fields = JSONObject([("text", .string(String(repeating: "line\n", count: 200)))])
    var world = DeskWorld(Samples.hotels, tasks: tasks)
    world.press(.mouse(.init(.scrollDown, x: 50, y: 10)))
    #expect(world.desk.places[1] == 3)
    world.press(.mouse(.init(.scrollDown, x: 5, y: 10)))
    #expect(world.session.current?.number == 2)
  }

  @Test func theMouseCanBeTurnedOff() {
    var world = Samples.desk()
    world.type("g m")
    #expect(world.intents == [.setMouse(false)])
    click("negative", in: &world)
    #expect(world.session.current?.answers["sentiment"] == nil)
  }
}
