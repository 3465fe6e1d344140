import PostilCore
import PostilModel
import PostilScreen
import PostilTestSupport
import Testing

@testable import PostilUI

/// Writing a conversation turn by turn.
@Suite struct ConversationTests {
  private func desk() -> DeskWorld { DeskWorld(Samples.demonstration, tasks: Samples.responseTasks(2)) }

  private func turns(_ world: DeskWorld) -> [String] {
    ConversationPane.turns(world.session.current?.answers["dialogue"]).map { "\($0.role): \($0.content)" }
  }

  @Test func turnsAreWrittenOneAfterTheOther() {
    var world = desk()
    world.type("Tab")
    world.write("Hello")
    world.type("M-j")
    world.write("Hi, how can I help?")
    #expect(turns(world) == ["user: Hello", "assistant: Hi, how can I help?"])
    let screen = world.screen()
    #expect(screen.contains("1  User") && screen.contains("2  Assistant"))
    world.type("C-s")
    #expect(ChatTurn.turns(of: world.annotations[1]?.answers["dialogue"] ?? .null)?.count == 2)
  }

  @Test func anEmptyTurnIsNotLeftBehind() {
    var world = desk()
    world.type("Tab M-j")
    #expect(world.bottom().contains("Write this turn first."))
    #expect(world.desk.writing?.part == "0")
    world.type("M-k")
    #expect(world.bottom().contains("This is the first turn."))
  }

  @Test func anyTurnCanBeWrittenAgain() {
    var world = desk()
    world.type("Tab")
    world.write("One")
    world.type("M-j")
    world.write("Two")
    world.type("Esc k Enter")
    #expect(world.desk.writing?.part == "0")
    world.write("!")
    world.type("M-j")
    world.write("?")
    #expect(turns(world) == ["user: One!", "assistant: Two?"])
    world.type("M-k")
    #expect(world.desk.writing?.text == "One!")
    world.type("Esc u")
    #expect(turns(world) == ["user: One!", "assistant: Two"])
    world.type("u")
    #expect(turns(world) == ["user: One", "assistant: Two"])
  }

  @Test func aConversationEndsWithTheAssistant() {
    var world = desk()
    world.type("Tab")
    world.write("Hello")
    world.type("C-s")
    #expect(world.annotations.isEmpty)
    #expect(world.bottom().contains("ends with the user: write the answer"))
  }

  @Test func anExternalEditorWritesATurn() {
    var world = desk()
    world.type("Tab")
    world.write("Hello")
    world.type("M-j C-x e")
    #expect(world.intents == [.editExternally(question: "dialogue", text: "")])
    for intent in world.desk.externalEdit(question: "dialogue", text: "Good day\n", session: world.session) {
      world.take(intent)
    }
    #expect(turns(world) == ["user: Hello", "assistant: Good day"])
  }

  @Test func aClickOnATurnWritesIt() {
    var world = desk()
    world.type("Tab")
    world.write("Hello")
    world.type("Esc")
    let target = world.desk.targets.first { $0.action == .text(question: "dialogue", part: "1") }
    world.click(target?.area.x ?? 0, target?.area.y ?? 0)
    #expect(world.desk.writing?.part == "1")
  }

  @Test func aRestartBringsTheTurnsBack() throws {
    var world = desk()
    world.type("Tab")
    world.write("Hello")
    world.type("M-j")
    world.write("Hi")
    #expect(turns(try world.restarted()) == ["user: Hello", "assistant: Hi"])
  }
}
