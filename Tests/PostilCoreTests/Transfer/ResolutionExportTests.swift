import PostilCore
import PostilFormats
import PostilModel
import PostilStore
import Testing

@Suite("Exporting final answers")
struct ResolutionExportTests {
  private func settled() throws -> Scratch {
    let scratch = try Scratch()
    func annotation(_ name: String, _ label: String) -> String {
      """
      {"annotator":"\(name)","state":"submitted","answers":{"sentiment":"\(label)"},"keys":4,"revision":1,\
      "saved_at":"2026-01-31T09:05:00.000Z"}
      """
    }
    let lines = (1...2).map { number in
      """
      {"id":"t\(number)","fields":{"text":"T\(number)"},"metadata":{"lang":"de"},\
      "annotations":[\(annotation("anna", "positive")),\(annotation("bo", "negative"))]}

      """
    }.joined()
    _ = try scratch.load(scratch.write("in.jsonl", lines.utf8))
    try scratch.store.sendBack(task: 1, to: "anna", text: "Is that praise?", by: "lea", at: Scratch.moment)
    try scratch.store.resolve([
      Resolution(
        task: 1, answers: ["sentiment": "negative", "why": "irony"], method: .adjudicated, taken: "bo", by: "lea",
        at: Scratch.moment, errorType: "irony", comment: "Read the last line.")
    ])
    return scratch
  }

  @Test("resolutions have the answers, how they came about, and what each had said")
  func resolutions() throws {
    let scratch = try settled()
    let summary = try scratch.export("final.jsonl", "resolutions")
    #expect(summary.written == 1 && summary.leftOut == ["task without a final answer": 1])
    let object = try #require(try JSONParser().parse(scratch.text("final.jsonl")).object)
    #expect(object["id"] == "t1" && object["metadata"] == ["lang": "de"])
    #expect(object["answers"] == ["sentiment": "negative", "why": "irony"])
    #expect(object["method"] == "adjudicated" && object["taken"] == "bo" && object["by"] == "lea")
    #expect(object["error_type"] == "irony" && object["comment"] == "Read the last line.")
    #expect(object["at"] == .string(Scratch.moment.iso8601))
    let said = object["said"]?.array ?? []
    #expect(said.map { $0.object?["annotator"] } == ["anna", "bo"])
    #expect(said.first?.object?["answers"] == ["sentiment": "positive"])
    #expect(said.first?.object?["at"] == "2026-01-31T09:05:00.000Z")
    let thread = object["thread"]?.array?.compactMap(\.object) ?? []
    #expect(thread.map { $0["kind"] } == ["sent_back"] && thread.map { $0["text"] } == ["Is that praise?"])
    #expect(thread.map { $0["from"] } == ["lea"] && thread.map { $0["to"] } == ["anna"])
    #expect(thread.map { $0["at"] } == [.string(Scratch.moment.iso8601)])
    #expect(object["provenance"]?.object?.keys == ["file", "line", "imported_at"])
  }

  @Test("jsonl brings final answers into an empty project again, and says nothing of them in one annotator's export")
  func roundTrip() throws {
    let scratch = try settled()
    let first = try scratch.export("out.jsonl")
    let other = try Scratch()
    #expect(try other.load(scratch.folder + "/out.jsonl").added == 2)
    #expect(try other.export("out.jsonl").hash == first.hash)
    #expect(try other.store.reviewTask(number: 1)?.resolution?.taken == "bo")
    #expect(try other.store.reviewTask(number: 1)?.resolution?.thread.map(\.text) == ["Is that praise?"])
    #expect(try other.store.reviewTask(number: 1)?.standing.state == .resolved)
    #expect(try other.store.annotation(ofTask: 1, by: "bo")?.keysPressed == 4)
    _ = try scratch.export("anna.jsonl") { $0.annotator = "anna" }
    #expect(!scratch.text("anna.jsonl").contains("irony"))
  }

  @Test("a resolution that does not read puts its record aside")
  func damaged() throws {
    for resolution in [
      "7", "{}", #"{"answers":{},"method":"guess"}"#, #"{"answers":{},"method":"unanimous","at":"today"}"#,
      #"{"answers":{},"method":"unanimous","at":"2026-01-31T09:05:00.000Z","said":[{}]}"#,
      #"{"answers":{},"method":"unanimous","at":"2026-01-31T09:05:00.000Z","thread":[{"kind":"shout"}]}"#,
    ] {
      let scratch = try Scratch()
      let line = #"{"id":"a","fields":{"text":"T"},"metadata":{},"resolution":\#(resolution)}"#
      #expect(try scratch.load(scratch.write("in.jsonl", line.utf8)).rejected == [.badAnnotation: 1], "\(resolution)")
    }
  }

  @Test("training data has the final answer in the place of single ones; one annotator's export has their own")
  func training() throws {
    let project = Project(
      name: "P", fields: [FieldDefinition(name: "text"), FieldDefinition(name: "reply")],
      questions: [Question(name: "mended", about: "reply", kind: EditQuestion())])
    let scratch = try Scratch(project)
    let line = """
      {"id":"a","fields":{"text":"Hi?","reply":"Ho"},"metadata":{},"annotations":[\
      {"annotator":"anna","state":"submitted","answers":{"mended":{"verdict":"mend","before":"Ho","after":"Ha","distance":1}}},\
      {"annotator":"bo","state":"submitted","answers":{"mended":{"verdict":"mend","before":"Ho","after":"He","distance":1}}}]}
      """
    _ = try scratch.load(scratch.write("in.jsonl", line.utf8))
    let single = try scratch.export("two.jsonl", "trl-sft")
    try #require(single.written == 2, "\(single.leftOut)")
    let mended: JSONValue = ["verdict": "mend", "before": "Ho", "after": "Hu", "distance": 1]
    try scratch.store.resolve([
      Resolution(task: 1, answers: ["mended": mended], method: .adjudicated, by: "lea", at: Scratch.moment)
    ])
    let summary = try scratch.export("one.jsonl", "trl-sft")
    #expect(summary.written == 1 && scratch.text("one.jsonl").contains("Hu"))
    #expect(summary.leftOut["single annotation of a task that has its final answer"] == 2)
    #expect(try scratch.export("anna.jsonl", "trl-sft") { $0.annotator = "anna" }.written == 1)
    #expect(scratch.text("anna.jsonl").contains("Ha"))
  }
}
