import Glibc
import PostilTestSupport
import Testing

@Suite("Two desks on one project")
struct TwoDesksTests {
  private typealias Keys = DeskRun.Keys

  /// Runs a program as if another user had started it, where that is allowed.
  private static let asAnother = ["unshare", "-r", "--map-user=1"]
  private static let canBeAnother: Bool = {
    let run = try? ProgramRun(asAnother + ["true"], environment: ["PATH": "/usr/bin:/bin:/usr/sbin"])
    return (try? run?.finish().code) == 0
  }()

  private func saves(_ project: TestProject) throws -> Int {
    try project.run("status", "--json").text.firstMatch(of: /"saves":(\d+),"annotators"/).flatMap { Int($0.1) } ?? -1
  }

  @Test("Two annotators at once: all answers of both are there", .enabled(if: canBeAnother, "no user namespaces here"))
  func twoAnnotators() throws {
    let project = try TestProject(TestProject.oneKeyConfiguration, tasks: 60)
    chmod(project.folder.path, 0o777)
    let one = try project.desk()
    let two = try project.desk(
      environment: ["XDG_STATE_HOME": project.folder.path + "/state-two"], wrapper: Self.asAnother)
    for _ in 0..<20 {
      one.type("p")
      two.type("nm")
    }
    try one.wait(for: "20 of 60")
    try two.wait(for: "40 of 60")
    try one.wait(for: "saved #")
    try two.wait(for: "saved #")
    #expect(try one.leave() == .code(0))
    #expect(try two.leave() == .code(0))
    #expect(try saves(project) == 60)
    let lines = try project.exported().split(separator: "\n")
    #expect(lines.count { $0.contains(#""feeling":"positive""#) } == 20)
    #expect(lines.count { $0.contains(#""annotator":"daemon""#) } == 40)
    #expect(try project.run("doctor").code == 0)
  }

  @Test("The same annotator twice: two slots, different tasks, nothing lost")
  func twice() throws {
    let project = try TestProject(TestProject.oneKeyConfiguration, tasks: 60)
    let one = try project.desk()
    let two = try project.desk()
    try two.type("G", andWaitFor: "#60  ")
    try two.type("{{{{{{{{{{", andWaitFor: "#50  ")
    for _ in 0..<10 {
      one.type("p")
      two.type("n")
    }
    try one.wait(for: "#11  ")
    try two.wait(for: "#60  ")
    try one.wait(for: "saved #")
    try two.wait(for: "saved #")
    #expect(try saves(project) == 20)
    one.killNow()
    #expect(try two.leave() == .code(0))
    let again = try project.desk()
    try again.wait(for: "20 of 60")
    #expect(try again.leave() == .code(0))
    #expect(try project.run("doctor").code == 0)
  }

  @Test("The same task at both desks: the first stays, the second is told and keeps its answer as a draft")
  func conflict() throws {
    let project = try TestProject()
    let one = try project.desk()
    let two = try project.desk()
    try one.wait(for: "#1  ")
    try two.wait(for: "#1  ")
    try one.type("p" + Keys.control("s"), andWaitFor: "saved #1")
    two.type("n", Keys.enter, "mine", Keys.control("s"))
    try two.wait(for: "was saved at another desk")
    #expect(try saves(project) == 1)
    #expect(try project.exported().contains(#""feeling":"positive""#))
    try two.type("gg", andWaitFor: "#1  ")
    try two.wait(for: "mine")
    #expect(two.screen.contains("● n") && two.screen.contains("draft"))
    // Submitted again with open eyes, it replaces the other.
    try two.type(Keys.control("s"), andWaitFor: "saved #2")
    _ = try (one.leave(), two.leave())
    #expect(try project.exported().contains(#""feeling":"negative""#))
    let log = try project.run("log", "1").text
    #expect(log.contains("positive") && log.contains("negative"))
  }

  @Test("An import while a desk works: no answer fails, no task is lost, new tasks come in")
  func importing() throws {
    let project = try TestProject(TestProject.oneKeyConfiguration, tasks: 200)
    let file = try project.folder.write(TestProject.records(201...20_000), to: "more.jsonl")
    let desk = try project.desk()
    let run = try project.start(["import", file])
    var typed = 0
    while !run.hasEnded || typed < 20 {
      desk.type("p")
      typed += 1
      try desk.wait("the answer") { DeskView($0).done == typed }
      if typed == 150 { break }
    }
    let result = try run.finish()
    #expect(result.code == 0, "\(result.complaint)")
    try desk.wait(for: "saved #\(typed)")
    #expect(!desk.screen.contains("kept the database locked"))
    desk.type("gr")
    try desk.wait(for: "of 20,000")
    #expect(try desk.leave() == .code(0))
    #expect(try saves(project) == typed)
    #expect(try project.run("doctor").code == 0)
  }
}
