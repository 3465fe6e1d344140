import PostilFormats
import PostilModel
import PostilTestSupport
import Testing

@Suite("Open-Assistant trees go out again")
struct OASSTWriterTests {
  /// A prompt with three replies; the first of them with two replies of its own. Keys stand in an order of their own.
  private let tree =
    #"{"message_tree_id":"t1","tree_state":"x","prompt":{"message_id":"t1","text":"Hi\n\nHuman: \u0000","role":"prompter","#
    + #""n":1.50,"replies":[{"message_id":"r1","parent_id":"t1","text":"漢","role":"assistant","deleted":false,"rank":2,"#
    + #""replies":[{"replies":[],"message_id":"s1","text":"a","role":"prompter"},{"replies":[],"message_id":"s2","#
    + #""text":"b","role":"prompter"}]},{"rank":0,"message_id":"r2","text":"two","role":"assistant","deleted":false,"#
    + #""replies":[]},{"message_id":"r3","text":"three","role":"assistant","deleted":false,"rank":1,"replies":[]}]}}"#
  private var other: String {
    tree.replacing("t1", with: "T1").replacing("r1", with: "R1").replacing("r2", with: "R2").replacing("r3", with: "R3")
      .replacing("s1", with: "S1").replacing("s2", with: "S2")
  }

  private func records(_ text: String, as format: String = "oasst-tree") throws -> [TrainingRecord] {
    let parser = JSONParser()
    let found = try read(text, as: format, ranking)
    #expect(found.rejects == [])
    return try found.records.map { record in
      var task = TrainingRecord(fields: try parser.parse(record.fieldsText).object ?? JSONObject())
      task.metadata = try parser.parse(record.metadataText).object ?? JSONObject()
      task.id = record.idText
      task.annotations = record.annotations
      return task
    }
  }

  @Test("Trees that nobody ranked anew go out as they came in")
  func same() throws {
    let text = tree + "\n" + other + "\n"
    // 1.50 is the same number as 1.5: the test's own parser makes numbers of it, the program keeps the digits.
    let found = try write("oasst-tree", records(text))
    #expect(found.text == text.replacing("1.50", with: "1.5"))
    #expect(found.tally.written == 2)
    #expect(found.tally.leftOut == [:])
  }

  @Test("New ranks take the place of old ones; a tie shares one; what was set aside has none")
  func ranks() throws {
    var tasks = try records(tree)
    try #require(tasks.map(\.id) == ["t1", "r1"])
    tasks[0] = tasks[0].ranked("r1 > r2", by: "old", at: 1)
      .judged("order", WeakOrder(tiers: [["r3", "r1"]], setAside: [.init(id: "r2")]).json, by: "new", at: 2)
    tasks[1] = tasks[1].ranked("s2 > s1")
    let found = try write("oasst-tree", tasks)
    let wanted = tree.replacing("1.50", with: "1.5")
      .replacing(#""deleted":false,"rank":2"#, with: #""deleted":false,"rank":0"#)
      .replacing(#"{"rank":0,"message_id":"r2""#, with: #"{"message_id":"r2""#)
      .replacing(#""deleted":false,"rank":1"#, with: #""deleted":false,"rank":0"#)
      .replacing(#"{"replies":[],"message_id":"s1""#, with: #"{"rank":1,"replies":[],"message_id":"s1""#)
      .replacing(#"{"replies":[],"message_id":"s2""#, with: #"{"rank":0,"replies":[],"message_id":"s2""#)
    #expect(found.text == wanted + "\n")
    #expect(
      found.tally.leftOut == [
        "older judgement of the same task": 1, "imported judgement of a task that a person has judged": 1,
      ])
  }

  @Test("A message a line, and back again")
  func flat() throws {
    let flat = try write("oasst-flat", records(tree))
    #expect(flat.tally.written == 6)
    let first = try JSONParser().parse(String(flat.text.split(separator: "\n")[0]))
    #expect(first.object?["message_tree_id"] == "t1")
    #expect(first.object?["replies"] == nil)
    let second = try JSONParser().parse(String(flat.text.split(separator: "\n")[2]))
    #expect(second.object?["parent_id"] == "r1")
    #expect(second.object?["tree_state"] == "x")
    #expect(try write("oasst-flat", records(flat.text, as: "oasst-flat")).text == flat.text)
    let back = try write("oasst-tree", records(flat.text, as: "oasst-flat"))
    #expect(try write("oasst-flat", records(back.text)).text == flat.text)
  }

  @Test("A tree whose first task the filter leaves out is left out with the reason")
  func filtered() throws {
    let tasks = try records(tree + "\n" + other)
    let found = try write("oasst-tree", [tasks[1], tasks[2], tasks[3]])
    #expect(found.tally.leftOut == ["task of a tree whose first task is not before it": 1])
    #expect(found.tally.written == 1)
    #expect(found.text.hasPrefix(#"{"message_tree_id":"T1""#))
    #expect(
      try write("oasst-tree", [TrainingRecord(["1", "2"]).ranked("a > b")]).tally.leftOut
        == ["task that is not of an Open-Assistant tree": 1])
  }
}
