import PostilTestSupport
import Testing

@Suite("doctor --mend tidies what a killed desk has left, and takes nothing")
struct TidyingTests {
  @Test("A killed desk's draft and undo are there after doctor --mend, and an open desk is left alone")
  func killed() throws {
    let project = try TestProject(tasks: 3)
    let desk = try project.desk()
    desk.type("p\r", DeskRun.Keys.control("s"))
    try desk.wait(for: "saved #1")
    desk.type("n")
    try desk.wait("a draft") { DeskView($0).label == "n" }
    let open = try project.run("doctor", "--mend")
    #expect(open.code == 0 && !open.text.contains("the log of a desk"), "\(open.text)")
    desk.killNow()
    let told = try project.run("doctor")
    #expect(told.text.contains("the log of a desk that did not end as it should"), "\(told.text)")
    #expect(told.text.contains("`postil doctor --mend`"))
    let mended = try project.run("doctor", "--mend")
    #expect(mended.code == 0 && mended.text.contains("folded the log"), "\(mended.text)")
    #expect(try !project.run("doctor").text.contains("the log of a desk"))
    let again = try project.desk()
    try again.wait("the draft is there") { DeskView($0).label == "n" }
    again.type("uu")
    try again.wait("undo goes back to the first task") { DeskView($0).task == 1 && DeskView($0).done == 0 }
    _ = try again.leave()
    // A desk that is left in the ordinary way leaves nothing to tell of.
    #expect(try !project.run("doctor").text.contains(project.sessions))
  }
}
