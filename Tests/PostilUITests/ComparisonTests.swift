import PostilCore
import PostilModel
import PostilScreen
import PostilTestSupport
import Testing

@testable import PostilUI

/// Comparing two responses: keys, and what is saved.
@Suite struct ComparisonTests {
  private func desk(_ kind: ComparisonQuestion, advance: Project.Advance = .auto) -> DeskWorld {
    let question = Question(name: "better", title: "Which is better?", about: "responses", kind: kind)
    return DeskWorld(Samples.preference(question, advance: advance), tasks: Samples.responseTasks(2))
  }

  @Test func oneKeyAnswersSavesAndGoesOn() {
    var world = desk(ComparisonQuestion())
    world.type("1 2 3")
    #expect(
      world.annotations[1]?.answers["better"] == Comparison.better(preferred: "a", other: "b", strength: nil).json)
    #expect(
      world.annotations[2]?.answers["better"] == Comparison.better(preferred: "b", other: "a", strength: nil).json)
    #expect(world.annotations[3]?.answers["better"] == Comparison.tie.json)
    world.type("u u 4")
    #expect(world.annotations[2]?.answers["better"] == Comparison.bothBad.json)
  }

  @Test(arguments: [
    ("1", "a", "b", 3), ("2", "a", "b", 2), ("3", "a", "b", 1), ("5", "b", "a", 1), ("7", "b", "a", 3),
  ])
  func aScaleHasKeys(key: String, preferred: String, other: String, strength: Int) {
    var world = desk(ComparisonQuestion(steps: 7, allowsBothBad: true), advance: .stay)
    world.type(key)
    #expect(
      world.session.current?.answers["better"]
        == Comparison.better(preferred: preferred, other: other, strength: strength).json)
    #expect(world.screen().contains("[\(key)]"), "the chosen step is marked")
    world.type("4")
    #expect(world.session.current?.answers["better"] == Comparison.tie.json)
    world.type("8")
    #expect(world.session.current?.answers["better"] == Comparison.bothBad.json)
    world.type("u")
    #expect(world.bottom().contains("Undid “both bad” on #1."), "in words, not by ids")
    #expect(world.session.current?.answers["better"] == Comparison.tie.json)
  }

  @Test func theEndsOfAScaleAreNamedAsFarAsThereIsRoom() {
    var world = desk(ComparisonQuestion(steps: 7), advance: .stay)
    #expect(world.screen().contains("left much better  right much better"))
    world.resize(40, 12)
    world.desk.show(.questions)
    let text = world.screen()
    #expect(text.contains("left ") && text.contains("right") && !text.contains("right much"))
    var short = desk(ComparisonQuestion(steps: 3), advance: .stay)
    #expect(short.screen().contains("left") && !short.screen().contains("much better"))
  }

  @Test func theCursorWalksTheScaleAndLeavesItAtItsEnds() {
    var world = desk(ComparisonQuestion(steps: 5), advance: .stay)
    world.type("l l Right Right Left x")
    #expect(world.session.current?.answers["better"] == Comparison.better(preferred: "a", other: "b", strength: 1).json)
    world.type("Left Left")
    #expect(world.desk.focused == .candidates)
  }

  @Test func aClickOnAStepChoosesIt() {
    var world = desk(ComparisonQuestion(steps: 3), advance: .stay)
    let target = world.desk.targets.first { $0.action == .choice(question: "better", choice: 2) }
    world.click(target?.area.x ?? 0, target?.area.y ?? 0)
    #expect(world.session.current?.answers["better"] == Comparison.better(preferred: "b", other: "a", strength: 1).json)
  }
}
