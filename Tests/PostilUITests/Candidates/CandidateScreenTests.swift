import PostilCore
import PostilModel
import PostilScreen
import PostilTestSupport
import Testing

@testable import PostilUI

/// Pictures of the desk with candidates. `UPDATE_SNAPSHOTS=1 swift test --filter CandidateScreenTests` writes them anew.
@Suite struct CandidateScreenTests {
  static let sizes = [(160, 48), (120, 40), (80, 24), (60, 20), (40, 12)]

  @Test(arguments: sizes) func fourAnswersAtEverySize(columns: Int, rows: Int) {
    var world = CandidateSamples.world()
    world.resize(columns, rows)
    let order = WeakOrder(tiers: [["b"], ["d", "a"]], setAside: [.init(id: "c", reason: "no answer")])
    world.take(.session(.answer(question: "order", order.json)))
    if rows <= 20 { world.type("l .") }
    #expect(Snapshot.difference(world.draw(), named: "four-\(columns)x\(rows)") == nil)
  }

  @Test(arguments: sizes) func eachArrangementAndAZoom(columns: Int, rows: Int) {
    var world = CandidateSamples.world()
    world.resize(columns, rows)
    world.type(".")
    var pictures = ""
    for keys in ["V", "V", "V", "Z", "Z", "W . W", "g q"] {
      world.type(keys)
      pictures += keys + "\n" + world.screen() + "\n"
    }
    #expect(Snapshot.difference(pictures, named: "arrangements-\(columns)x\(rows)") == nil)
  }

  @Test(arguments: [(60, 20), (40, 12)]) func theOrderStandsAboveTheTaskWhereOnePaneIsShown(columns: Int, rows: Int) {
    var world = CandidateSamples.world()
    world.resize(columns, rows)
    world.type("2 4 =")
    #expect(world.desk.focused == .task)
    #expect(Snapshot.difference(world.draw(), named: "task-\(columns)x\(rows)") == nil)
    func line() -> Substring? { world.screen().split(separator: "\n").first { $0.contains("Ranked") } }
    #expect(line()?.contains("2 > 4 = …") == true)
    world.type("u 1")
    #expect(line()?.contains("2 > 4 > 1 > 3") == true)
    let onTask = world.screen().split(separator: "\n")[3]
    world.type("l")
    #expect(world.desk.focused == .candidates)
    #expect(world.screen().split(separator: "\n")[3] == onTask, "it stands still")
  }

  @Test func nothingIsRankedYetWhereOneIsOnlySetAside() {
    var world = CandidateSamples.world()
    world.type("x Enter")
    #expect(world.screen().contains("Ranked   nothing yet   set aside 1"))
  }

  @Test func withoutColour() {
    var world = CandidateSamples.world()
    world.theme = TestTheme.mono
    world.take(.session(.answer(question: "order", WeakOrder(tiers: [["b"], ["d"]]).json)))
    world.type("W . . W /")
    world.write("basil")
    let picture = Snapshot.difference(world.draw(), named: "mono", styles: true) { TestTheme.mono.name(of: $0) }
    #expect(picture == nil)
  }

  @Test func conversationsAsTurns() {
    let one = Candidate(
      id: "a", text: "",
      turns: [
        ChatTurn(.assistant, "Which one do you mean?"), ChatTurn(.user, "The Genovese."),
        ChatTurn(.assistant, "Light."),
      ])
    let other = Candidate(id: "b", text: "", turns: [ChatTurn(.assistant, "Light, and a lamp in winter.")])
    var world = CandidateSamples.world([one, other])
    world.resize(100, 24)
    #expect(Snapshot.difference(world.draw(), named: "turns") == nil)
  }

  @Test func theCodeOfAChatFieldKeepsItsShape() {
    let code =
      "Try this:\n\n```swift\nfunc water(_ plant: Plant,   days: Int) -> [Day] { plant.water(every: days) }\n```\nDone."
    let task = AnnotationTask(
      number: 1, id: "code", fields: JSONObject([("text", [["role": "assistant", "content": .string(code)]])]))
    let project = Project(
      name: "Code", fields: [FieldDefinition(name: "text", kind: .chat)], questions: Samples.oneKey.questions)
    var world = DeskWorld(project, tasks: [task])
    world.resize(72, 20)
    #expect(Snapshot.difference(world.draw(), named: "code") == nil)
  }
}
