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
}
