import PostilTestSupport
import Testing

@Suite("The review desk in a terminal")
struct ReviewTests {
  private typealias Keys = DeskRun.Keys

  /// What three people said: three ways, then two to one three times, then all the same.
  private static let labels = """
    task,annotator,feeling,why
    task-1,dana,positive,kind staff
    task-1,li,negative,
    task-1,sam,mixed,
    task-2,dana,positive,
    task-2,li,positive,
    task-2,sam,negative,
    task-3,dana,negative,
    task-3,li,positive,
    task-3,sam,negative,
    task-4,dana,mixed,
    task-4,li,mixed,
    task-4,sam,positive,
    task-5,dana,mixed,
    task-5,li,mixed,
    task-5,sam,mixed,

    """

  private func project(_ more: String = "") throws -> TestProject {
    let project = try TestProject(TestProject.configuration + more, tasks: 6)
    let file = try project.folder.write(Self.labels, to: "labels.csv")
    let result = try project.run("import", "--annotations", file)
    guard result.code == 0 else { throw TestProject.Unexpected(result.text + result.complaint) }
    return project
  }

  private func review(_ project: TestProject, _ arguments: String..., ready: String) throws -> DeskRun {
    let command = [BuiltProgram.postil, "review", "--project", project.path] + arguments
    let environment = project.environment.merging(["TERM": "xterm-256color"]) { $1 }
    let desk = try DeskRun(command, columns: 120, rows: 40, environment: environment)
    try desk.wait(for: ready)
    return desk
  }

  @Test("Majority, a person's, one's own, sent back, undone: what the project holds then")
  func session() throws {
    let project = try project()
    var desk = try review(project, ready: "3 ways feeling")
    try desk.wait(for: "4 to settle")
    try desk.wait("the first task's answers") { $0.contains("1 dana") && $0.contains("#1 ") }
    try desk.type("a", andWaitFor: "There is no majority")
    try desk.type("3", andWaitFor: "#2 ")
    try desk.type("a", andWaitFor: "#3 ")
    try desk.type("e", andWaitFor: "Your answer")
    desk.type("m")
    try desk.type(Keys.enter, andWaitFor: "Esc end writing")
    try desk.type("quiet", andWaitFor: "quiet")
    try desk.type(Keys.control("s"), andWaitFor: "#4 ")
    try desk.type("ll", andWaitFor: "li · What does the writer feel?")
    try desk.type("b", andWaitFor: "Back to li")
    desk.type("read the last line")
    try desk.type(Keys.enter, andWaitFor: "sent it back to li")
    try desk.type("1", andWaitFor: "settled")
    try desk.type("u", andWaitFor: "Undid accepting dana's answer to #4.")
    desk.type("q")
    #expect(try desk.terminal.waitForExit(timeout: 30_000) == .code(0))
    #expect(desk.screen.violations == [])

    let final = try project.run("export", "--format", "resolutions").text.split(separator: "\n")
    #expect(final.count == 3)
    for (line, parts) in zip(
      final,
      [
        [#""feeling":"mixed""#, "adjudicated", #""sam""#], [#""feeling":"positive""#, "majority"],
        [#""feeling":"mixed""#, #""why":"quiet""#, "adjudicated"],
      ])
    {
      for part in parts { #expect(line.contains(part), "\(line)") }
    }

    // What was sent back waits for its annotator, and the thread stays.
    desk = try review(project, ready: "0 to settle")
    try desk.wait(for: "sent it back to li")
    #expect(desk.screen.contains("sent back  task-4") && desk.screen.contains("read the last line"))
    try desk.type("?", andWaitFor: "accept-majority")
    #expect(try desk.leave() == .code(0))
  }

  private static let cells = """
    [project]
    name = "Cells"
    annotators_per_task = 2
    [[field]]
    name = "image"
    type = "image"
    [[question]]
    name = "cells"
    type = "boxes"
    labels = ["red"]
    """

  @Test("A box of somebody's is moved by a pixel and one is drawn by mouse: what is exported then")
  func boxes() throws {
    let project = try TestProject(Self.cells, records: #"{"id": "a.png", "image": "a.png"}"# + "\n")
    let picture = GeneratedPicture.png(width: 100, height: 80) { x, y in [UInt8(x), UInt8(y), 90, 255] }
    try project.folder.write(picture, to: "project/a.png")
    for (name, left) in [("anna", 10), ("bo", 14)] {
      let file = try project.folder.write(
        "image,label,xmin,ymin,xmax,ymax\na.png,red,\(left),12,\(left + 30),50\n", to: name + ".csv")
      let result = try project.run("import", "--annotations", "--annotator", name, "--format", "boxes-csv", file)
      try #require(result.code == 0, "\(result.text + result.complaint)")
    }
    let desk = try review(project, ready: "100 x 80 png")
    try desk.type("ll", andWaitFor: "bo · cells")
    try desk.type("E", andWaitFor: "This is bo's answer.")
    try desk.type(".", andWaitFor: "14,12  30 x 38")
    desk.type("m")
    try desk.type("\u{1b}l", andWaitFor: "15,12  30 x 38")
    try desk.type(Keys.escape, andWaitFor: "Esc let go")
    desk.type("\u{1b}[<0;60;12M", "\u{1b}[<32;64;14M", "\u{1b}[<32;68;16M")
    try desk.type("\u{1b}[<0;68;16m", andWaitFor: "cells   2")
    try desk.type(Keys.enter, andWaitFor: "0 to settle")
    #expect(try desk.leave() == .code(0))
    #expect(desk.screen.violations == [])
    let rows = try project.run("export", "--format", "boxes-csv").text.split(separator: "\n")
    #expect(rows.count == 3 && rows[1].contains("15,12,45,50"), "\(rows)")
    let final = try project.run("export", "--format", "resolutions").text
    #expect(final.contains(#""points":[[15,12],[45,50]]"#) && final.contains("adjudicated"), "\(final)")
  }

  @Test("A filter on the command line, and one that is wrong")
  func filter() throws {
    let project = try project()
    let desk = try review(project, "--filter", "state:unanimous", ready: "all agree")
    try desk.wait(for: "#5 ")
    #expect(try desk.leave() == .code(0))
    let wrong = try project.run("review", "--filter", "stat:all")
    #expect(wrong.code != 0)
  }

  @Test("Without a terminal, and for annotators, it says what to do instead")
  func refused() throws {
    let project = try project()
    let piped = try project.run("review")
    #expect(piped.code == 1 && piped.complaint.contains("needs a terminal"))
    #expect(try project.run("roster", "add", "boss", "--role", "lead").code == 0)
    let refused = try project.run("review")
    #expect(refused.code == 1)
    #expect(refused.complaint.contains("only a reviewer or a lead may open the review desk"))
    #expect(refused.complaint.contains("boss"))
  }
}
