import PostilCore
import PostilModel
import PostilScreen
import PostilTestSupport
import Testing

@testable import PostilUI

/// Passing, failing and mending a text.
@Suite struct EditTests {
  private let text = "The tower was build in 1889."

  private func desk(_ text: String? = nil) -> DeskWorld {
    let record = JSONObject([("text", .string(text ?? self.text))])
    return DeskWorld(
      Samples.mending, tasks: (1...3).map { AnnotationTask(number: $0, id: "tower-\($0)", fields: record) })
  }

  private func answer(_ world: DeskWorld) -> String? { world.session.current?.answers["verdict"]?.jsonText }

  @Test func oneKeyLetsATextStand() {
    var world = desk()
    world.type("1")
    #expect(world.annotations[1]?.answers["verdict"]?.jsonText == #"{"verdict":"pass"}"#)
    #expect(world.session.current?.number == 2)
  }

  @Test func failingWantsAReason() {
    var world = desk()
    world.type("2 Enter")
    #expect(world.annotations.isEmpty)
    #expect(world.bottom().contains("wants a reason to fail it"))
    world.type("w o w")
    #expect(answer(world) == #"{"verdict":"fail","reasons":["off"]}"#)
    world.type("Enter")
    #expect(world.annotations[1]?.state == .submitted)
  }

  @Test func mendingOpensTheTextAndShowsWhatChanged() {
    var world = desk()
    world.type("3")
    #expect(world.desk.context == .text)
    world.type("C-Left C-Left Left BS")
    world.write("t")
    #expect(world.desk.writing?.text == "The tower was built in 1889.")
    world.type("Esc")
    #expect(world.desk.context == .desk)
    let screen = world.screen()
    #expect(screen.contains("The tower was buildbuilt"), "both words, told apart by their looks")
    #expect(screen.contains("1 character changed"))
    world.type("Enter")
    #expect(
      world.annotations[1]?.answers["verdict"]?.jsonText
        == #"{"verdict":"mend","before":"The tower was build in 1889.","after":"The tower was built in 1889.","distance":1}"#
    )
  }

  @Test func removedAndAddedAreToldApartWithoutColour() {
    var world = desk()
    world.theme = TestTheme.mono
    world.type("3")
    world.write("!")
    world.type("Esc")
    let mended = world.desk.cache.mended
    #expect(mended?.removed.isEmpty == true && mended?.added.count == 1)
    let (removed, added) = (TestTheme.mono.overlay(.diffRemoved), TestTheme.mono.overlay(.diffAdded))
    #expect(removed != added && removed != .plain && added != .plain)
    let surface = world.draw()
    let place = surface.lines.firstIndex { $0.contains("1889.!") } ?? 0
    let styles = Set((80..<120).map { surface[$0, place].style })
    #expect(styles.contains(added.over(TestTheme.mono[.editor])))
  }

  @Test func mendingOnGoesOnWhereItStood() {
    var world = desk()
    world.type("3")
    world.write(" Really.")
    world.type("Esc 3")
    #expect(world.desk.writing?.text == text + " Really.")
    world.type("Esc u")
    #expect(world.desk.writing == nil)
    #expect(answer(world) == #"{"verdict":"mend","after":"The tower was build in 1889."}"#)
  }

  @Test func whatWasMendedComesBackOnlyByUndo() {
    var world = desk()
    world.type("3")
    world.write(" Really.")
    world.type("Esc 2")
    #expect(answer(world) == #"{"verdict":"fail"}"#)
    world.type("u")
    #expect(answer(world) == #"{"verdict":"mend","after":"The tower was build in 1889. Really."}"#)
    world.type("2 3")
    #expect(world.desk.writing?.text == text)
  }

  @Test func nothingChangedIsSaid() {
    var world = desk()
    world.type("3 Esc")
    #expect(world.screen().contains("nothing changed yet"))
    world.type("Enter")
    #expect(world.bottom().contains("nothing was changed: let it stand"))
  }

  @Test func anExternalEditorMends() {
    var world = desk()
    world.type("3 C-x e")
    #expect(world.intents == [.editExternally(question: "verdict", text: text)])
    for intent in world.desk.externalEdit(question: "verdict", text: "Built in 1889.\n", session: world.session) {
      world.take(intent)
    }
    #expect(answer(world) == #"{"verdict":"mend","after":"Built in 1889."}"#)
  }

  @Test func aRestartInTheMiddleBringsAllOfItBack() throws {
    var world = desk()
    world.type("3")
    world.write(" And more")
    var again = try world.restarted()
    #expect(answer(again) == #"{"verdict":"mend","after":"The tower was build in 1889. And more"}"#)
    #expect(again.screen().contains("9 characters changed"))
    again.type("u")
    #expect(answer(again) == #"{"verdict":"mend","after":"The tower was build in 1889."}"#)
    again.type("u")
    #expect(answer(again) == nil)
  }

  @Test func longTextsShowWhatChangedAndLittleElse() {
    let long = String(repeating: "many words 很多字 ", count: 400)
    let mended = MendedText(question: "q", before: long + "end", after: "A " + long + "good end")
    #expect(mended.text.utf8.count < 500)
    #expect(mended.text.contains("…") && !mended.text.contains("\u{FFFD}"))
    #expect(mended.distance == 7)
    let bytes = Array(mended.text.utf8)
    #expect(mended.added.map { String(decoding: bytes[$0], as: UTF8.self) }.joined().contains("good"))
  }
}
