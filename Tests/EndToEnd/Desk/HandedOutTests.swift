import PostilTestSupport
import Testing

@Suite("Tasks are handed out to two desks")
struct HandedOutTests {
  private typealias Keys = DeskRun.Keys

  private static let configuration =
    TestProject.oneKeyConfiguration.replacing(
      "advance = \"auto\"\n", with: "advance = \"auto\"\nannotators_per_task = 2\n") + """

      [queue]
      lease = "10m"
      asks = "law:2"

      """

  /// How many answers a task has, by task.
  private func answers(_ project: TestProject) throws -> [Int] {
    try project.exported().split(separator: "\n").map { $0.matches(of: /"state":"submitted"/).count }
  }

  @Test("Two people work through all of it: each task has two answers, nobody has one twice")
  func two() throws {
    let project = try TestProject(Self.configuration, tasks: 12)
    let dana = try project.desk("--as", "dana", ready: "#1  ")
    let li = try project.desk("--as", "li", ready: "#1  ")
    try dana.wait(for: "24 answers left")
    for number in 2...12 {
      try dana.type("p", andWaitFor: "#\(number)  ")
      try li.type("n", andWaitFor: "#\(number)  ")
    }
    try dana.type("p", andWaitFor: "Nothing left for you")
    try li.type("n", andWaitFor: "Nothing left for you")
    try dana.wait(for: "saved #")
    try li.wait(for: "saved #24")
    try dana.type("gr", andWaitFor: "12 done, nothing left")
    #expect(dana.screen.contains("Every task has all the answers"))
    try dana.type("[", andWaitFor: "#12  ")
    #expect(try dana.leave() == .code(0))
    #expect(try li.leave() == .code(0))
    #expect(try answers(project) == [Int](repeating: 2, count: 12))
    #expect(try project.run("doctor").code == 0)
  }

  @Test("Who leaves, by the key or by a signal, gives back at once what is untouched; a kill keeps it for its lease")
  func leaving() throws {
    let single = Self.configuration.replacing("annotators_per_task = 2\n", with: "")
    let project = try TestProject(single, tasks: 3)
    for end in 0..<2 {
      let dana = try project.desk("--as", "dana", ready: "#1  ")
      try dana.wait(for: "3 open")
      if end == 0 {
        #expect(try dana.leave() == .code(0))
      } else {
        dana.terminal.signal(1)
        _ = try dana.terminal.waitForExit(timeout: 30_000)
      }
    }
    let killed = try project.desk("--as", "dana", ready: "#1  ")
    try killed.wait(for: "3 open")
    killed.killNow()
    let li = try project.desk("--as", "li", ready: "Nothing left for you")
    #expect(li.screen.contains("3 tasks are left, all with others"))
    let dana = try project.desk("--as", "dana", ready: "#1  ")
    try dana.wait(for: "3 open")
    #expect(try dana.leave() == .code(0))
    try li.type("gr", andWaitFor: "#1  ")
    #expect(try li.leave() == .code(0))
  }

  @Test("A question goes to who has the skill, and its answer stands on top of the asker's queue")
  func asking() throws {
    let project = try TestProject(Self.configuration, tasks: 6)
    let file = try project.folder.write("name,skills\nli,law:3\n", to: "people.csv")
    let roster = try project.run("roster", "import", file)
    #expect(roster.code == 0, "\(roster.complaint)")
    let dana = try project.desk("--as", "dana", ready: "#1  ")
    dana.type("fIs the lift a defect?\r")
    try dana.wait(for: "#1 goes to somebody who knows")
    let li = try project.desk("--as", "li", ready: "Is the lift a defect?")
    try li.wait(for: "dana asks")
    try li.type("n", andWaitFor: "saved #1")
    try dana.type("gr", andWaitFor: "Your question about #1 was answered")
    try dana.type("gg", andWaitFor: "li answers")
    #expect(dana.screen.contains("You asked: Is the lift"))
    #expect(try dana.leave() == .code(0))
    #expect(try li.leave() == .code(0))
  }
}
