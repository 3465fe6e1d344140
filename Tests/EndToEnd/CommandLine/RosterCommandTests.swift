import PostilTestSupport
import Testing

@Suite("roster")
struct RosterCommandTests {
  @Test("is empty at first, and then lists who was added, as words and as JSON")
  func list() throws {
    let project = try SampleProject()
    #expect(try project.run(["roster"]).output.hasPrefix("Nobody is on the roster"))
    let added = try project.run(["roster", "add", "bo", "--skills", "zh:1 law:2", "--pay", "0.12 EUR/task"])
    #expect(added.code == 0, "\(added.errors)")
    #expect(added.output == "bo  annotator  law:2 zh:1  0.12 EUR/task\n")
    _ = try project.run(["roster", "add", ManyHands.me, "--role", "lead"])
    _ = try project.run(["roster", "edit", "bo", "--role", "reviewer", "--skills", "law:3"])
    let list = try JSONText.array(try project.run(["roster", "list", "--json"]).output)
    let bo = try #require(list.first { $0["name"] as? String == "bo" })
    #expect(bo["role"] as? String == "reviewer")
    #expect(bo["skills"] as? [String] == ["law:3"])
    #expect(bo["pay"] as? String == "0.12 EUR/task")
    #expect(try project.run(["roster", "add", "bo"]).errors.contains("postil roster edit bo"))
    #expect(try project.run(["--project", ".", "roster", "edit", "bo", "--pay", ""]).output == "bo  reviewer  law:3\n")
  }

  @Test(
    "refuses what is no entry, and says what would be one",
    arguments: [
      (["add", "bo", "--role", "revewer"], "did you mean \"reviewer\"?"),
      (["add", "bo", "--skills", "law:x"], "law:2"),
      (["add", "bo", "--pay", "a lot"], "0.12 EUR/task"), (["add", ""], "must not be empty"),
      (["add", "a\u{1B}[2J"], "control character U+001B"), (["add", "source:x"], "imported files"),
      (["add", "bo", "--skills", "law:1 law:2"], "twice"), (["me", "country"], "country=DE"),
    ])
  func refusals(_ arguments: [String], _ words: String) throws {
    let project = try SampleProject()
    let run = try project.run(["roster"] + arguments)
    #expect(run.code == 64)
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(try project.run(["roster"]).output.hasPrefix("Nobody"))
  }

  @Test("keeps the last lead, unless it is said that none shall be left")
  func lastLead() throws {
    let project = try SampleProject()
    _ = try project.run(["roster", "add", "bo"])
    _ = try project.run(["roster", "add", ManyHands.me, "--role", "lead"])
    for arguments in [["retire", ManyHands.me], ["edit", ManyHands.me, "--role", "annotator"]] {
      let run = try project.run(["roster"] + arguments)
      #expect(run.code == 1)
      #expect(run.errors.contains("--leave-no-lead"), "\(run.errors)")
    }
    let retired = try project.run(["roster", "retire", ManyHands.me, "--leave-no-lead"])
    #expect(retired.code == 0)
    #expect(retired.output.contains("everybody may see"), "\(retired.output)")
  }

  @Test("import takes a whole table or nothing, and the same table again changes nothing")
  func importing() throws {
    let project = try SampleProject()
    let good = "name,role,kind,skills,pay\nanna,lead,,\"law:2, zh:1\",18 EUR/hour\nbo,,,,\nmodel-a,,model,,\n"
    _ = try project.folder.write(good, to: "people.csv")
    _ = try project.folder.write("name,rolle\nx,lead\n", to: "column.csv")
    _ = try project.folder.write("name,role\nx,lead\ny,boss\n", to: "role.csv")
    for (file, words) in [("column.csv", "did you mean \"role\"?"), ("role.csv", "line 3: there is no role \"boss\"")] {
      let run = try project.run(["roster", "import", file])
      #expect(run.code == 1)
      #expect(run.errors.contains(words), "\(run.errors)")
    }
    let first = try project.run(["roster", "import", "people.csv"])
    #expect(first.code == 0, "\(first.errors)")
    #expect(first.output.contains("anna     lead              law:2 zh:1  18 EUR/hour"), "\(first.output)")
    #expect(first.output.contains("you (\(ManyHands.me)) see only what is your own"))
    let people = try project.run(["log", "--json"])
    #expect(!people.output.contains("anna"), "an annotator is not told who is on the roster")
    #expect(try project.run(["roster", "import", "people.csv"]).code == 1)
  }

  @Test("columns of other names are taken as --map says, and the errors say how")
  func mapping() throws {
    let project = try SampleProject()
    _ = try project.folder.write("Person,Role,Knows about\nanna,lead,law:2\n", to: "staff.csv")
    var arguments = ["roster", "import", "staff.csv"]
    for (words, next) in [
      ("Name another with --map name=COLUMN", ["--map", "name=Person"]),
      ("unknown column \"Role\", did you mean \"role\"? Say so with --map role=Role", ["--map", "role=Role"]),
      ("say which it is with --map \"COLUMN=Knows about\"", ["--map", "skills=Knows about"]),
    ] {
      let run = try project.run(arguments)
      #expect(run.code == 1)
      #expect(run.errors.contains(words), "\(run.errors)")
      arguments += next
    }
    let wrong = try project.run(arguments + ["--map", "job=Role"])
    #expect(wrong.code == 1)
    #expect(wrong.errors.contains("--map names \"job\"; it can name name, role, kind, skills, pay"), "\(wrong.errors)")
    let run = try project.run(arguments)
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.contains("anna  lead  law:2"), "\(run.output)")
  }

  @Test("what people tell of themselves is theirs, and a lead sees totals of five or more")
  func attributes() throws {
    let project = try SampleProject()
    let stranger = try project.run(["roster", "me", "country=DE"])
    #expect(stranger.code == 1)
    #expect(stranger.errors.contains("not on the roster"))
    _ = try project.run(["roster", "add", ManyHands.me, "--role", "lead"])
    #expect(try project.run(["roster", "me", "country=DE", "age band=30-39"]).code == 0)
    #expect(try project.run(["roster", "me"]).output == "age band=30-39\ncountry=DE\n")
    #expect(try project.run(["roster", "me", "country="]).output == "age band=30-39\n")
    #expect(try project.run(["roster", "totals", "--json"]).output == "[]\n")
  }
}
