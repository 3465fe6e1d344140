import PostilCore
import PostilModel
import PostilScreen
import PostilTestSupport
import Testing

@testable import PostilUI

/// A grid of ratings by keys: keys, and the ratings and the cell under the cursor after them.
@Suite struct RatingsTests {
  private func desk(_ scale: RatingQuestion = RatingQuestion(), responses: Int = 2) -> DeskWorld {
    let question = Samples.ratings(scale)
    var world = DeskWorld(Samples.preference(question), tasks: Samples.responseTasks(responses))
    world.desk.show(.questions)
    return world
  }

  /// `a:4··` and so on: the ratings of each response, then the cell under the cursor as response.aspect.
  private func state(_ world: DeskWorld) -> String {
    let answer = world.session.current?.answers["ratings"]
    let kind = world.session.project.questions[0].kind as? RatingsQuestion
    let cells = (world.session.subject(of: world.session.project.questions[0])?.ids ?? []).map { id in
      id + ":"
        + (kind?.aspects ?? []).map { aspect in
          RatingsQuestion.step(answer, candidate: id, aspect: aspect.name).map(String.init) ?? "·"
        }.joined()
    }
    return cells.joined(separator: " ") + " @\(world.desk.candidateCursor).\(world.desk.choiceCursor)"
  }

  @Test(arguments: [
    ("", "a:··· b:··· @0.0"), ("4", "a:4·· b:··· @0.1"), ("4 5 3 2", "a:453 b:2·· @1.1"),
    ("4 BS", "a:4·· b:··· @0.1"), ("4 k BS", "a:··· b:··· @0.0"), ("4 k 2", "a:2·· b:··· @0.1"),
    ("9", "a:··· b:··· @0.0"), ("j j 1", "a:··1 b:··· @1.0"), ("l 3", "a:··· b:3·· @1.1"),
    ("Right Down 3 Left 5", "a:··5 b:·3· @1.0"), ("Tab Tab Tab 1", "a:··· b:1·· @1.1"),
    ("Tab BTab", "a:··· b:··· @0.0"),
    ("4 u", "a:··· b:··· @0.1"), ("4 5 u C-r", "a:45· b:··· @0.2"), ("+ + +", "a:5·· b:··· @0.0"),
    ("5 k +", "a:5·· b:··· @0.0"), ("1 k -", "a:1·· b:··· @0.0"), ("4 5 g x", "a:··· b:··· @0.2"),
    ("1 2 3 4 5 1 Enter", "a:··· b:··· @0.0"), ("j 1 2 3 4 5", "a:·12 b:345 @0.0"), ("x", "a:··· b:··· @0.0"),
  ])
  func keysLeadToRatings(keys: String, expected: String) {
    var world = desk()
    world.type(keys)
    #expect(state(world) == expected)
  }

  @Test func whatIsMissingIsSeenAndSaid() {
    var world = desk()
    world.type("1 2 3 4")
    #expect(world.screen().contains("2 missing"))
    world.type("Enter")
    #expect(world.annotations.isEmpty)
    #expect(world.bottom().contains("lacks honest of response 2"))
    world.type("5 1")
    #expect(!world.screen().contains("missing"))
    #expect(world.bottom().contains("Enter submit"))
  }

  @Test(arguments: [Size(columns: 60, rows: 20), Size(columns: 40, rows: 12)])
  func whereTheGridIsNotSeenTheRatingIsTold(size: Size) {
    var world = desk()
    world.resize(size.columns, size.rows)
    world.desk.show(.candidates)
    _ = world.draw()
    func told() -> String { world.desk.notice?.text ?? "" }
    world.type("4")
    #expect(told() == "helpful of response 1: 4. Next: honest.")
    #expect(size.columns < 60 || world.bottom().contains(told()))
    world.type("5")
    #expect(told() == "honest of response 1: 5. Next: harmless.")
    world.type("3")
    #expect(told() == "harmless of response 1: 3. Next: helpful of response 2.")
    world.type("+")
    #expect(told() == "helpful of response 2: 3.")
    world.type("BS")
    #expect(told() == "helpful of response 2: cleared.")
    world.desk.show(.questions)
    _ = world.draw()
    world.type("2")
    #expect(told().isEmpty, "the grid shows it")
    #expect(state(world).hasPrefix("a:453 b:2··"))
  }

  @Test func aZoomHidesTheGridToo() {
    var world = desk()
    world.type("h Z 4")
    #expect(world.screen().contains("of response 2: 4.") || world.bottom().contains("of response 1: 4."))
  }

  @Test func theAspectUnderTheCursorIsExplained() {
    var world = desk()
    #expect(!world.screen().contains("No claim that is false."))
    world.type("j")
    #expect(world.screen().contains("No claim that is false."))
    #expect(world.screen().contains("1 poor, 5 excellent"))
  }

  @Test func endsWithoutNamesAreLeftOut() {
    let aspects = [Choice(name: "helpful"), Choice(name: "honest", help: "No claim that is false.")]
    let question = Question(
      name: "ratings", title: "How good?", about: "responses",
      kind: RatingsQuestion(aspects: aspects, scale: RatingQuestion()))
    var world = DeskWorld(Samples.preference(question), tasks: Samples.responseTasks(2))
    world.desk.show(.questions)
    world.type("j")
    let lines = world.draw().lines
    #expect(!lines.contains { $0.contains("1, 5") })
    let row = lines.firstIndex { $0.contains("honest") } ?? 0
    #expect(lines[row + 1].contains("No claim that is false."), "no row is left blank for them")
  }

  @Test func aScaleOfTenHasTheZero() {
    var world = desk(RatingQuestion(lowest: 1, highest: 10))
    world.type("0")
    #expect(RatingsQuestion.step(world.session.current?.answers["ratings"], candidate: "a", aspect: "helpful") == 10)
  }

  @Test func moreResponsesThanFitScrollWithTheCursor() {
    var world = desk(responses: 26)
    world.type(String(repeating: "l ", count: 25))
    #expect(world.desk.candidateCursor == 25)
    world.type("3")
    #expect(RatingsQuestion.step(world.session.current?.answers["ratings"], candidate: "z", aspect: "helpful") == 3)
    #expect(world.screen().contains("26"))
  }

  @Test func aClickGoesToACell() {
    var world = desk()
    let target = world.desk.targets.first { $0.action == .cell(question: "ratings", candidate: 1, aspect: 2) }
    world.click(target?.area.x ?? 0, target?.area.y ?? 0)
    world.type("4")
    #expect(state(world).hasPrefix("a:··· b:··4"))
  }

  @Test func aRestartInTheMiddleBringsAllOfItBack() throws {
    var world = desk()
    world.type("4 5 3 2")
    var again = try world.restarted()
    #expect(state(again).hasPrefix("a:453 b:2·"))
    again.type("u")
    #expect(state(again).hasPrefix("a:453 b:··"))
    #expect(again.bottom().contains("Undid “helpful of 2: 2” on #1."))
  }
}
