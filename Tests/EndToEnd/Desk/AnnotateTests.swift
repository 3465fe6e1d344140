import PostilTestSupport
import Testing

@Suite("At the desk, the screen and the database agree")
struct AnnotateTests {
  private typealias Keys = DeskRun.Keys

  @Test("A label, a text, a flag, a comment, a skip and an undo: what is shown is what is exported")
  func judge() throws {
    let project = try TestProject()
    let desk = try project.desk()
    try desk.wait(for: "nothing saved yet")
    desk.type("p", Keys.enter, "spotless, kind", Keys.escape)
    try desk.wait(for: "draft kept")
    try desk.type(Keys.control("s"), andWaitFor: "saved #1")
    try desk.wait(for: "1 of 30")
    try desk.type("f", andWaitFor: "saved #2")
    try desk.type("casked?\r", andWaitFor: "saved #3")
    try desk.type("n" + Keys.control("s"), andWaitFor: "saved #4")
    try desk.type("snot mine\r", andWaitFor: "saved #5")
    try desk.type("p" + Keys.control("s"), andWaitFor: "saved #6")
    try desk.type("u", andWaitFor: "saved #7")
    try desk.wait(for: "2 of 30")
    #expect(try desk.leave() == .code(0))
    let lines = try project.exported().split(separator: "\n")
    #expect(lines[0].contains(#""answers":{"feeling":"positive","why":"spotless, kind"}"#))
    #expect(lines[1].contains(#""state":"submitted""#) && lines[1].contains(#""feeling":"negative""#))
    #expect(lines[1].contains(#""comment":"asked?""#) && lines[1].contains(#""flagged":true"#))
    #expect(lines[2].contains(#""state":"skipped""#) && lines[2].contains(#""skip_reason":"not mine""#))
    #expect(!lines[3].contains(#""state":"submitted""#))
    #expect(try project.run("status", "--json").text.contains(#""saves":7,"#))
  }

  @Test("One key answers, saves and goes on; it can be taken back")
  func oneKey() throws {
    let project = try TestProject(TestProject.oneKeyConfiguration)
    let desk = try project.desk()
    try desk.type("p", andWaitFor: "saved #1")
    try desk.wait(for: "#2  ")
    try desk.type("nm", andWaitFor: "saved #3")
    try desk.wait(for: "#4  ")
    try desk.type("u", andWaitFor: "saved #4")
    try desk.wait(for: "#3  ")
    try desk.wait(for: "2 of 30")
    #expect(try desk.leave() == .code(0))
    #expect(try project.run("status", "--json").text.contains(#""submitted":2,"#))
  }

  @Test("Left and opened again: the same place, the same draft, the same filter, and undo goes back before it")
  func restart() throws {
    let project = try TestProject()
    var desk = try project.desk()
    desk.type("p", Keys.control("s"), "]]]")
    try desk.wait(for: "#5  ")
    desk.type("n", Keys.enter, "halfway thr")
    try desk.wait(for: "halfway thr")
    #expect(try desk.leave() == .code(0))

    desk = try project.desk()
    try desk.wait(for: "halfway thr")
    #expect(desk.screen.contains("#5  ") && desk.screen.contains("saved #1") && desk.screen.contains("● n"))
    desk.type("gfword1", Keys.enter)
    try desk.wait(without: " 25 ")
    #expect(try desk.leave() == .code(0))

    desk = try project.desk()
    try desk.wait(without: " 25 ")
    desk.type("ga")
    try desk.wait(for: " 25 ")
    desk.type("uuu")
    try desk.wait(for: "0 of 30")
    #expect(desk.screen.contains("#1  "))
    #expect(try desk.leave() == .code(0))
  }

  @Test("Eight hundred pairs are imported, twenty answered, and the rest waits")
  func longQueue() throws {
    let project = try TestProject(TestProject.oneKeyConfiguration, tasks: 800)
    let desk = try project.desk()
    for number in 1...20 { try desk.type(["p", "n", "m"][number % 3], andWaitFor: "saved #\(number)") }
    try desk.wait(for: "20 of 800")
    try desk.type("G", andWaitFor: "#800  ")
    try desk.type("#400\r", andWaitFor: "#400  ")
    try desk.type("}", andWaitFor: "#401  ")
    desk.killNow()
    let again = try project.desk()
    try again.wait(for: "#401  ")
    #expect(again.screen.contains("20 of 800") && again.screen.contains("saved #20"))
    #expect(try again.leave() == .code(0))
  }
}
