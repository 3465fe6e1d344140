import PostilCore
import PostilModel
import PostilScreen
import PostilTestSupport
import Testing

@testable import PostilUI

/// Labels, notes and evidence for the response under the cursor.
@Suite struct RemarksTests {
  private func desk() -> DeskWorld {
    var world = DeskWorld(Samples.preference(Samples.remarks), tasks: Samples.responseTasks(2))
    world.desk.show(.questions)
    return world
  }

  private func answer(_ world: DeskWorld) -> String? { world.session.current?.answers["remarks"]?.jsonText }

  @Test func labelsAreToggledByTheirKeysOnTheResponseUnderTheCursor() {
    var world = desk()
    world.type("p")
    #expect(answer(world) == #"{"a":{"labels":["spam"]}}"#)
    world.desk.candidateCursor = 1
    #expect(world.screen().contains("response 2 of 2"))
    world.type("d p d")
    #expect(answer(world) == #"{"a":{"labels":["spam"]},"b":{"labels":["spam"]}}"#)
    world.type("u")
    #expect(world.bottom().contains("Undid “unsafe on 2”"))
    #expect(answer(world) == #"{"a":{"labels":["spam"]},"b":{"labels":["spam","unsafe"]}}"#)
  }

  @Test func rowsAreChosenUnderTheCursor() {
    var world = desk()
    world.type("j Space")
    #expect(answer(world) == #"{"a":{"labels":["unsafe"]}}"#)
    world.type("j Enter")
    world.write("odd")
    world.type("Esc")
    #expect(answer(world) == #"{"a":{"labels":["unsafe"],"note":"odd"}}"#)
    world.type("M")
    world.write("!")
    world.type("Esc u")
    #expect(answer(world) == #"{"a":{"labels":["unsafe"],"note":"odd"}}"#)
  }

  @Test func aClaimIsQuotedSourcedAndSettled() {
    var world = desk()
    world.type("E")
    world.write("wants light")
    world.type("Enter")
    world.write("a book")
    world.type("Enter")
    #expect(world.bottom().contains("+ supported, - refuted, ~ not enough to tell."))
    world.type("-")
    #expect(
      answer(world) == #"{"a":{"evidence":[{"quote":"wants light","source":"a book","verdict":"refuted"}]}}"#)
    #expect(world.screen().contains("“wants light”"))
    #expect(world.screen().contains("refuted: a book"))
    world.type("+")
    #expect(answer(world)?.contains(#""verdict":"supported""#) == true)
    world.type("g d")
    #expect(answer(world) == nil)
    world.type("u")
    #expect(answer(world)?.contains(#""verdict":"supported""#) == true)
  }

  @Test func theSearchedWordsAreTheQuote() {
    var world = desk()
    world.type("/ S O U T H Enter E")
    #expect(world.desk.writing?.text == "south")
    world.type("Enter")
    #expect(answer(world) == #"{"a":{"evidence":[{"quote":"south","source":""}]}}"#)
  }

  @Test func whatDoesNothingSaysWhy() {
    var world = desk()
    world.type("+")
    #expect(world.bottom().contains("Put the cursor on a claim first; E adds one."))
    var plain = DeskWorld(
      Samples.preference(
        Question(
          name: "remarks", isRequired: false, about: "responses",
          kind: RemarksQuestion(labels: [Choice(name: "spam")], takesNotes: false))),
      tasks: Samples.responseTasks(2))
    plain.type("M")
    #expect(plain.bottom().contains("takes no notes"))
    plain.type("E")
    #expect(plain.bottom().contains("takes no evidence"))
  }

  @Test func clashesOfLabelsWithCommandsAreTold() {
    let kind = RemarksQuestion(labels: [Choice(name: "mad", key: "M"), Choice(name: "spam", key: "p")])
    let project = Samples.preference(Question(name: "remarks", about: "responses", kind: kind), Samples.ranking())
    #expect(
      Desk.clashes(in: project, keymap: Keymap()).map(\.message) == [
        #"label "mad" of question "remarks" wants the key "M", which is the command "write-note""#
      ])
    let ranked = Question(name: "tone", kind: LabelQuestion(choices: [Choice(name: "kind", key: "K")]))
    #expect(Desk.clashes(in: Samples.preference(Samples.ranking(), ranked), keymap: Keymap()).count == 1)
    #expect(Desk.clashes(in: Samples.preference(ranked), keymap: Keymap()).isEmpty, "no ranking, no such command")
  }

  @Test func aRestartBringsTheRemarksBack() throws {
    var world = desk()
    world.type("p M")
    world.write("half a no")
    #expect(answer(try world.restarted()) == #"{"a":{"labels":["spam"],"note":"half a no"}}"#)
  }
}
