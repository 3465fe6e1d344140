import PostilModel
import PostilTestSupport
import Testing

@testable import PostilStore

/// How many answers are still wanted.
@Suite struct OpenAnswersTests {
  private func open(_ project: HandingOut, isHandedOut: Bool = true) throws -> Int {
    try project.store.openAnswers(annotatorsPerTask: 2, isHandedOut: isHandedOut)
  }

  @Test func whatMoreIsWantedOfATaskCountsBeforeAndAfterTheFirstIsHandedOut() throws {
    var project = try HandingOut(tasks: 3)
    project.plan.annotatorsPerTask = 2
    func wanted() throws -> [Int: Int] {
      var found: [Int: Int] = [:]
      try project.store.judgedTasks(
        annotatorsPerTask: 2, isHandedOut: true, survey: { _, _ in }, body: { found[$0.number] = $0.wanted })
      return found
    }
    for who in ["dana", "li"] { for task in [1, 2] { _ = try project.store.save(submit("x", task: task, by: who)) } }
    #expect(try open(project) == 2)
    try project.store.addOne(toTask: 1, by: "lead", at: moment(0))
    #expect(try open(project) == 3)
    #expect(try wanted() == [1: 3, 2: 2])
    #expect(try project.claim("kim") == [1])
    #expect(try open(project) == 3)
    #expect(try wanted() == [1: 3, 2: 2])
  }

  @Test func neitherGoldNorFinalAnswersNorMoreThanIsWantedMakeUpForOtherTasks() throws {
    var project = try HandingOut(tasks: 6)
    project.plan.annotatorsPerTask = 2
    #expect(try open(project) == 12)
    for task in [1, 5] {
      try project.store.setGold(GoldTask(task: task, answers: ["feeling": "x"]), by: "lead", at: moment(0))
    }
    _ = try project.store.setPeople([Person(name: "bot", kind: .model)], by: "lead", at: moment(0))
    for person in 1...20 { _ = try project.store.save(submit("x", task: 1, by: "p\(person)")) }
    for who in ["dana", "li", "sam"] { _ = try project.store.save(submit("x", task: 3, by: who)) }
    for who in ["dana", "bot"] { _ = try project.store.save(submit("x", task: 2, by: who)) }
    try project.store.resolve([
      Resolution(task: 4, answers: ["feeling": "x"], method: .adjudicated, by: "lead", at: moment(0))
    ])
    // One answer to task 2, two to task 6; where nothing is handed out, gold is a task like any other.
    #expect(try open(project) == 3)
    #expect(try open(project, isHandedOut: false) == 5)
    // A place that somebody holds is an answer that is still to come.
    #expect(try project.claim("kim") == [2])
    #expect(try open(project) == 3)
    try project.save("kim", 2)
    #expect(try open(project) == 2)
    // What came since is not in the pool yet.
    try project.add(["{}", "{}"])
    _ = try project.store.save(submit("x", task: 8, by: "dana"))
    #expect(try open(project) == 5)
    #expect(try project.claim("kim") == [6])
    #expect(try open(project) == 5)
    try project.store.addOne(toTask: 6, by: "lead", at: moment(1))
    #expect(try open(project) == 6)
  }
}
