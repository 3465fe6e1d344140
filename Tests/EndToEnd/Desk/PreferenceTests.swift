import PostilTestSupport
import Testing

@Suite("Ranking, rating and mending at a desk that is killed")
struct PreferenceTests {
  private typealias Keys = DeskRun.Keys

  private static let configuration = """
    [project]
    name = "Basil"

    [[field]]
    name = "prompt"
    type = "chat"

    [[field]]
    name = "reply"
    type = "text"

    [[field]]
    name = "responses"
    type = "candidates"
    shuffle = false

    [[question]]
    name = "order"
    type = "ranking"

    [[question]]
    name = "grid"
    type = "ratings"
    aspects = ["helpful", "honest"]

    [[question]]
    name = "verdict"
    type = "edit"
    about = "reply"

    """

  private static let record = """
    {"id":"basil","prompt":"How?","reply":"It was build so.","responses":[{"id":"a","text":"One."},\
    {"id":"b","text":"Two."},{"id":"c","text":"Three."},{"id":"d","text":"Four."}]}

    """

  @Test("What was ranked, rated and mended before each kill is there again, and submitted with the rest")
  func kills() throws {
    let project = try TestProject(Self.configuration, records: Self.record)
    var desk = try project.desk()
    // In the middle of a tie, and of the reason for which a response is set aside.
    try desk.type("2=", andWaitFor: "2 =")
    try desk.type("x", andWaitFor: "Set 1 aside, because")
    try desk.type("spam", andWaitFor: "because  spam")
    desk.killNow()

    desk = try project.desk(ready: "because  spam")
    try desk.type(Keys.enter, andWaitFor: "set aside 1")
    try desk.type("=4", andWaitFor: "2 = 4 > 3")
    try desk.type(Keys.tab, andWaitFor: "next cell")
    try desk.type("41", andWaitFor: "6 missing")
    desk.killNow()

    desk = try project.desk(ready: "6 missing")
    #expect(desk.screen.contains("2 = 4 > 3   set aside 1"))
    try desk.type("u", andWaitFor: "Undid “honest of 1: 1”")
    try desk.type("32323232", andWaitFor: "Enter submit")
    try desk.type(Keys.tab, andWaitFor: "mend it")
    try desk.type("3", andWaitFor: "Esc end writing")
    try desk.type("\u{7f}!", andWaitFor: "It was build so!")
    desk.killNow()

    desk = try project.desk(ready: "mend it")
    try desk.type(Keys.control("s"), andWaitFor: "saved #1")
    #expect(try desk.leave() == .code(0))
    let line = try project.exported()
    for part in [
      #""ranking":[["b","d"],["c"]],"set_aside":[{"id":"a","reason":"spam"}]"#, #""a":{"helpful":3,"honest":2}"#,
      #""after":"It was build so!","distance":1"#,
    ] {
      #expect(line.contains(part), "\(line)")
    }
    #expect(desk.screen.violations == [])
  }
}
