import PostilModel
import PostilScreen
import PostilTestSupport
import Testing

@testable import PostilUI

/// Pictures of the questions about several responses.
@Suite struct PreferenceScreenTests {
  private static let sizes = [
    Size(columns: 160, rows: 40), Size(columns: 120, rows: 30), Size(columns: 80, rows: 24),
    Size(columns: 60, rows: 20),
  ]

  /// What stands in the panes of a desk at a size, after some keys.
  private func difference(
    _ name: String, _ project: Project, keys: String, size: Size, responses: Int = 4
  ) -> String? {
    var world = DeskWorld(project, tasks: Samples.responseTasks(responses))
    world.resize(size.columns, size.rows)
    world.desk.show(.questions)
    world.type(keys)
    return Snapshot.difference(world.draw(), named: "\(name)-\(size.columns)x\(size.rows)")
  }

  @Test(arguments: sizes) func rankingAtEverySize(size: Size) {
    let project = Samples.preference(Samples.ranking())
    #expect(difference("ranking", project, keys: "2 = 4 x h o l l o w Enter", size: size, responses: 6) == nil)
  }

  @Test(arguments: sizes) func comparisonAtEverySize(size: Size) {
    let scale = ComparisonQuestion(steps: 7, allowsBothBad: true)
    let project = Samples.preference(
      Question(name: "better", title: "Which is better?", about: "responses", kind: ComparisonQuestion()),
      Question(name: "how", title: "And by how much?", about: "responses", kind: scale))
    #expect(difference("comparison", project, keys: "2 6", size: size, responses: 2) == nil)
  }

  @Test(arguments: sizes) func ratingsAndRemarksAtEverySize(size: Size) {
    let project = Samples.preference(Samples.ratings(RatingQuestion()), Samples.remarks)
    let keys = "p M o d d Esc E l i g h t Enter b o o k Enter -"
    #expect(difference("ratings", project, keys: "4 5 3 2 j", size: size) == nil)
    #expect(difference("remarks", Samples.preference(Samples.remarks), keys: keys, size: size) == nil)
  }

  @Test(arguments: sizes) func mendingAtEverySize(size: Size) {
    let record = JSONObject([("text", .string(Samples.answers[0] + "\n\n" + Samples.answers[4]))])
    var world = DeskWorld(Samples.mending, tasks: [AnnotationTask(number: 1, id: "basil", fields: record)])
    world.resize(size.columns, size.rows)
    world.desk.show(.questions)
    world.type("3 BS BS BS C-Left C-Left M-Backspace")
    let writing = world.screen()
    world.type("Esc")
    let name = "mending-\(size.columns)x\(size.rows)"
    #expect(Snapshot.difference(writing + "\n" + world.screen(), named: name) == nil)
  }

  @Test(arguments: sizes) func aConversationAtEverySize(size: Size) {
    let keys = "Tab H e l l o M-j Y e s ? M-j B a s i l"
    #expect(difference("conversation", Samples.demonstration, keys: keys, size: size) == nil)
  }

  @Test func withoutColour() {
    var world = DeskWorld(
      Samples.preference(Samples.ranking(), Samples.ratings(RatingQuestion())), tasks: Samples.responseTasks())
    world.theme = TestTheme.mono
    world.resize(120, 30)
    world.desk.show(.questions)
    world.type("2 = 4 Tab 4 5")
    let picture = Snapshot.difference(world.draw(), named: "mono", styles: true) { TestTheme.mono.name(of: $0) }
    #expect(picture == nil)
  }
}
