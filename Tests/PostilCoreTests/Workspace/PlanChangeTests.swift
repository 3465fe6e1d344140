import PostilModel
import PostilStore
import Testing

@testable import PostilCore

/// `postil.toml` is changed while desks are open.
@Suite("The plan changes while work goes on")
struct PlanChangeTests {
  private static func toml(_ queue: String, annotators: Int = 1, labels: String = #""good", "bad""#) -> String {
    """
    [project]
    name = "P"
    annotators_per_task = \(annotators)

    \(queue)

    [[field]]
    name = "text"

    [[question]]
    name = "feeling"
    type = "label"
    labels = [\(labels)]
    """
  }

  private static let imported = toml("[queue]\norder = \"imported\"")
  private static let shuffled = toml("[queue]\norder = \"shuffled\"\nseed = 5")

  /// The tasks that a desk shows after it has answered so many.
  private func work(_ desk: Workspace, _ handed: HandedProject, answers: Int) -> [Int] {
    for _ in 0..<answers {
      handed.now.milliseconds += 1000
      desk.choose("good")
    }
    return desk.shown
  }

  @Test func aNewOrderTakesEffectAtOpenDesks() throws {
    let handed = try HandedProject(toml: Self.imported, tasks: 40)
    let (dana, li) = (try handed.desk("dana"), try handed.desk("li"))
    #expect(dana.shown == [1, 2, 3] && li.shown == [4, 5, 6])
    try handed.write(Self.shuffled)
    let shown = work(dana, handed, answers: 3)
    let news = "postil.toml has changed: tasks are handed out by its new plan from now on."
    #expect(shown.prefix(3) == [1, 2, 3])
    #expect(Array(shown.dropFirst(3)) != Array(7..<(4 + shown.count)))
    // The other desk takes it up too, and neither brings the old order back.
    let others = Array(work(li, handed, answers: 3).dropFirst(3))
    #expect(others.contains { $0 > 12 })
    #expect(dana.session.message?.text == news)
    dana.act(.dismissMessage)
    _ = work(dana, handed, answers: 2)
    #expect(dana.session.message?.text != news, "it is told once")
    #expect(try handed.store.integrityReport() == [])
  }

  @Test func whatAChangeMeansIsToldOnce() throws {
    let handed = try HandedProject(toml: Self.imported, tasks: 40)
    let desk = try handed.desk("dana")
    try handed.write(Self.toml("[queue]\nlease = \"1m\"", annotators: 2))
    desk.act(.reload)
    #expect(
      desk.session.message
        == SessionMessage(
          .information, "postil.toml has changed: tasks are handed out by its new plan from now on."))
    #expect(desk.session.work?.plan.annotatorsPerTask == 2)
    desk.act(.dismissMessage)
    desk.act(.reload)
    #expect(desk.session.message == nil)
    // The second place of each task is there now.
    #expect(try handed.desk("li").shown == [1, 2, 3])
  }

  @Test func aBrokenFileLeavesTheOldPlanInForce() throws {
    let handed = try HandedProject(toml: Self.imported, tasks: 40)
    let desk = try handed.desk("dana")
    try handed.write(Self.toml("[queue]\norder = \"shufled\""))
    desk.act(.reload)
    let told = try #require(desk.session.message)
    #expect(told.kind == .warning)
    #expect(told.text.hasPrefix("postil.toml:6: "))
    #expect(told.text.contains("did you mean \"shuffled\"?"))
    #expect(told.text.hasSuffix("The plan that was read before stays in force."))
    desk.act(.dismissMessage)
    // Once is enough; work goes on as before.
    #expect(work(desk, handed, answers: 3) == [1, 2, 3, 4, 5, 6])
    desk.act(.reload)
    #expect(desk.session.message == nil)
    try handed.write(Self.shuffled)
    #expect(work(desk, handed, answers: 3).dropFirst(6) != [7, 8, 9])
    #expect(desk.session.work?.plan.order == .shuffled)
  }

  @Test func aDeskThatCannotReadTheFileDoesNotBringAnOlderPlanBack() throws {
    let handed = try HandedProject(toml: Self.imported, tasks: 40)
    let old = try handed.desk("dana")
    handed.now.milliseconds += 1000
    try handed.write(Self.shuffled)
    let other = try handed.desk("li")
    #expect(other.session.work?.plan.order == .shuffled)
    let before = other.shown
    try handed.write("[project")
    handed.now.milliseconds += 1000
    let shown = work(old, handed, answers: 3)
    #expect(old.session.work?.plan.order == .imported, "it knows no better")
    #expect(!shown.dropFirst(3).elementsEqual([4, 5, 6]), "yet the order that is in force stays")
    #expect(before.count == 3)
  }

  @Test func otherQuestionsWaitForTheNextStart() throws {
    let handed = try HandedProject(toml: Self.imported, tasks: 9)
    let desk = try handed.desk("dana")
    try handed.write(Self.toml("[queue]\norder = \"imported\"", labels: #""good", "bad", "mixed""#))
    desk.act(.reload)
    #expect(
      desk.session.message?.text
        == "postil.toml now asks or shows something else: leave and start the desk again to see it.")
    #expect(desk.session.project.questions[0].kind.choices.count == 2)
    desk.act(.dismissMessage)
    // As it was when the desk was opened: there is nothing to wait for.
    try handed.write(Self.imported)
    desk.act(.reload)
    #expect(desk.session.message == nil)
    try handed.write(Self.toml(""))
    desk.act(.reload)
    #expect(desk.session.message?.text.contains("start the desk again") == true)
  }

  @Test func whereNothingIsHandedOutADeskSaysThatItWillBe() throws {
    let handed = try HandedProject(toml: Self.toml(""), tasks: 9)
    let desk = try handed.desk("dana")
    try handed.write(Self.imported)
    desk.act(.reload)
    #expect(desk.session.message?.text.contains("start the desk again") == true)
  }
}
