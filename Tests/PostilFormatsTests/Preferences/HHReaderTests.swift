import PostilFormats
import PostilModel
import PostilTestSupport
import Testing

@Suite("hh-rlhf, in and out again")
struct HHReaderTests {
  private func line(_ chosen: String, _ rejected: String) -> String {
    JSONObject([("chosen", .string(chosen)), ("rejected", .string(rejected))]).jsonText + "\n"
  }

  @Test("the texts come out identical to the byte, on hostile text, with markers in it, and where blanks are missing")
  func identity() throws {
    var dice = SeededGenerator(seed: 17)
    let markers = [
      "\n\nHuman: ", "\n\nAssistant: ", "\n\nHuman:", "\n\nAssistant:", "\n\n", " ", "Human:", "e\u{301}", "é",
    ]
    func text() -> String {
      let marker = Int.random(in: 0..<5, using: &dice) == 0 ? markers.randomElement(using: &dice) ?? "" : ""
      return dice.hostileText() + marker + dice.hostileText()
    }
    var lines = ""
    var count = 0
    for _ in 0..<200 {
      var prompt = ""
      for _ in 0..<Int.random(in: 1...3, using: &dice) {
        prompt += "\n\nHuman: " + text() + "\n\nAssistant: " + text()
      }
      prompt += "\n\nHuman: " + text()
      let answers = (0..<2).map { _ in "\n\nAssistant:" + (Bool.random(using: &dice) ? " " : "") + text() }
      lines += line(prompt + answers[0], prompt + answers[1])
      count += 1
    }
    let found = try read(lines, as: "hh-rlhf", judging)
    #expect(found.rejects == [])
    #expect(found.records.count == count)
    let written = try write("hh-rlhf", found.records.map { try $0.training() }, judging)
    let left = written.tally.leftOut.values.reduce(0, +)
    let input = Set(lines.split(separator: "\n").map { Array($0.utf8) })
    let output = written.text.split(separator: "\n").map { Array($0.utf8) }
    // Where a marker ends a rest with words of the human, the writer makes nothing of it.
    #expect(output.count + left == count)
    #expect(output.count > count / 2)
    #expect(output.allSatisfy(input.contains))
  }

  @Test("rests of several turns, answers that are the same, and one that is empty")
  func rests() throws {
    let found = try read(
      line("\n\nHuman: a\n\nAssistant: b\n\nHuman: c\n\nAssistant: d", "\n\nHuman: a\n\nAssistant: x")
        + line("\n\nHuman: a\n\nAssistant: b", "\n\nHuman: a\n\nAssistant: b")
        + line("\n\nHuman: a\n\nAssistant: ", "\n\nHuman: a\n\nAssistant:"), as: "hh-rlhf", judging)
    #expect(found.rejects == [])
    let list = try #require(try found.records[0].fieldValues()["responses"]?.array)
    let long = try #require(list.first { $0.object?["turns"] != nil }?.object)
    #expect(long["turns"]?.array?.count == 3)
    let order = try #require(WeakOrder(found.records[0].answers["rank"] ?? .null))
    #expect(order.ranked.first == long["id"]?.string)
    #expect(try found.records[1].fieldValues()["responses"]?.array?.count == 2)
    #expect(try found.records[2].metadataValues()["source_texts"]?.object?.count == 1)
  }
}
