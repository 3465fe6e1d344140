import PostilCore
import PostilFormats
import PostilModel
import PostilStore
import Testing

@Suite("Importing annotations and known answers")
struct AnnotationImportTests {
  private static let moods = Project(
    name: "Moods", fields: [FieldDefinition(name: "text")],
    questions: [
      Question(
        name: "mood", kind: LabelQuestion(choices: [Choice(name: "good", title: "Very good"), Choice(name: "bad")]))
    ])

  private func options(_ change: (inout ImportOptions) -> Void = { _ in }) -> ImportOptions {
    var options = ImportOptions()
    options.purpose = .annotations
    change(&options)
    return options
  }

  private func scratch(_ project: Project = Self.moods) throws -> Scratch {
    let scratch = try Scratch(project)
    let lines = (1...3).map { "{\"id\":\"t\($0)\",\"text\":\"Text \($0)\"}\n" }.joined()
    _ = try scratch.load(scratch.write("tasks.jsonl", lines.utf8))
    return scratch
  }

  @Test("each row is an annotation by that person, who comes to the roster; the same rows again change nothing")
  func rows() throws {
    let scratch = try scratch()
    let table = "task,worker,label,note\nt1,anna,1,x\nt1,bo,0,y\nt2,anna,Very good,z\n"
    let options = options { $0.values = ["1": "good", "0": "bad"] }
    var first = options
    first.isDryRun = true
    #expect(try scratch.load(scratch.write("labels.csv", table.utf8), options: first).added == 3)
    #expect(try scratch.store.annotatorNames() == [])
    let summary = try scratch.load(scratch.write("labels.csv", table.utf8), options: options)
    #expect(summary.added == 3 && summary.people == 2 && summary.rejectedRecords == 0)
    #expect(try scratch.store.roster().people == [Person(name: "anna"), Person(name: "bo")])
    let bo = try #require(try scratch.store.annotation(ofTask: 1, by: "bo"))
    #expect(bo.state == .submitted && bo.answers == ["mood": "bad"] && bo.savedAt == Scratch.moment)
    #expect(try scratch.store.annotation(ofTask: 2, by: "anna")?.answers == ["mood": "good"])
    for isDryRun in [true, false] {
      var again = options
      again.isDryRun = isDryRun
      let summary = try scratch.load(scratch.write("labels.csv", table.utf8), options: again)
      #expect(summary.added == 0 && summary.alreadyThere == 3 && summary.people == 0)
    }
    #expect(try scratch.store.integrityReport() == [])
  }

  @Test("time and moment are taken; several questions have a column each, JSON lines too")
  func columns() throws {
    let scratch = try scratch(Scratch.reviews)
    let lines = """
      {"id":"t1","annotator":"anna","sentiment":"positive","why":"kind","seconds":2.5,"saved_at":"2026-01-31T09:05:00Z"}
      {"id":"t2","annotator":"anna","sentiment":"negative"}
      """
    #expect(try scratch.load(scratch.write("a.jsonl", lines.utf8), options: options()).added == 2)
    let one = try #require(try scratch.store.annotation(ofTask: 1, by: "anna"))
    #expect(one.answers == ["sentiment": "positive", "why": "kind"] && one.activeMilliseconds == 2500)
    #expect(one.savedAt.iso8601 == "2026-01-31T09:05:00.000Z")
    let mapped = "item\twho\tverdict\nt3\tbo\tpositive\n"
    let summary = try scratch.load(
      scratch.write("b.tsv", mapped.utf8),
      options: options { $0.mapping = ["id": "item", "annotator": "who", "sentiment": "verdict"] })
    #expect(summary.added == 1)
  }

  @Test(
    "a row that is no good is put aside, and the rest is taken",
    arguments: [
      ("t9,anna,good", Rejection.Kind.unknownTask, "no task with the id \"t9\""),
      (",anna,good", .badID, "names no task"), ("t2,,good", .badAnnotation, "a name must not be empty"),
      ("t2,source:kto,good", .badAnnotation, "stands for imported files"),
      ("t2,anna,fine", .badAnswer, "--value fine=LABEL"), ("t2,anna,", .badAnswer, "has no answer"),
      ("t1,anna,bad", .differs, "\"anna\" has answered that task otherwise already"),
      ("t2,a\u{1B}b,good", .badAnnotation, "control character"),
    ])
  func rejects(_ row: String, _ kind: Rejection.Kind, _ words: String) throws {
    let scratch = try scratch()
    let path = scratch.write("labels.csv", "id,annotator,mood\nt1,anna,good\n\(row)\nt3,bo,bad\n".utf8)
    let summary = try scratch.load(path, options: options())
    #expect(summary.added == 2)
    #expect(summary.rejected == [kind: 1])
    #expect(summary.firstRejected?.reason.contains(words) == true, "\(summary.firstRejected?.reason ?? "")")
    #expect(throws: TransferError.self) { try scratch.load(path, options: options { $0.isStrict = true }) }
  }

  @Test(
    "a table without a task, a person or a question is refused whole, with what it has",
    arguments: [
      ("worker,label\na,good\n", "no column \"task\""), ("task,label\nt1,good\n", "no column \"annotator\""),
      ("task,worker,mod\nt1,a,good\n", "no column for a question (mood)"),
    ])
  func headers(_ table: String, _ words: String) throws {
    let scratch = try scratch()
    #expect {
      try scratch.load(scratch.write("labels.csv", table.utf8), options: options())
    } throws: { "\($0)".contains(words) }
  }

  @Test("known answers are read from a table, all or none")
  func gold() throws {
    let scratch = try scratch()
    let reader = GoldReader(project: scratch.project, store: scratch.store, values: ["1": "good"])
    let table = "task,gold,explanation,qualification\nt1,1,Look.,yes\nt3,bad,,\n"
    #expect(
      try reader.read(scratch.write("gold.csv", table.utf8)).tasks == [
        GoldTask(task: 1, answers: ["mood": "good"], explanation: "Look.", isQualification: true),
        GoldTask(task: 3, answers: ["mood": "bad"]),
      ])
    for (row, words) in [("t9,1,,", "no task"), ("t1,2,,", "--value 2=LABEL"), ("t3,bad,,", "twice")] {
      #expect {
        try reader.read(scratch.write("gold.csv", (table + row + "\n").utf8))
      } throws: { "\($0)".contains("line 4") && "\($0)".contains(words) }
    }
  }

  @Test("ids that no task has are told together, and the rest is taken where it is asked for")
  func unknownGold() throws {
    let scratch = try scratch()
    let reader = GoldReader(project: scratch.project, store: scratch.store)
    let rows = ["x1,good", "t1,bad", "x2,good", "x3,good", "x4,good", "x5,good", "x6,good", "x7,good", "t3,good"]
    let path = scratch.write("gold.csv", ("id,mood\n" + rows.joined(separator: "\n") + "\n").utf8)
    let first = #""x1" (line 2), "x2" (line 4), "x3" (line 5), "x4" (line 6), "x5" (line 7)"#
    let words = "gold.csv: 7 records have ids that no task has: \(first) and 2 more; nothing was taken from the file"
    #expect { try reader.read(path) } throws: { "\($0)".hasSuffix(words + ", --skip-unknown takes the rest") }
    let read = try reader.read(path, skipsUnknown: true)
    #expect(read.tasks.map(\.task) == [1, 3])
    #expect(read.strangers.map(\.line) == [2, 4, 5, 6, 7, 8, 9])
    // What is wrong otherwise still fails the whole.
    let twice = scratch.write("twice.csv", "id,mood\nx1,good\nt1,bad\nt1,good\n".utf8)
    #expect { try reader.read(twice, skipsUnknown: true) } throws: { "\($0)".contains("line 4") }
  }
}
