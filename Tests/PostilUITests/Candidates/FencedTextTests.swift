import PostilScreen
import PostilTestSupport
import Testing

@testable import PostilUI

@Suite struct FencedTextTests {
  private func parts(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return FencedText.parts(of: text).map { part in
      (part.isCode ? "code:" : "text:") + String(decoding: bytes[part.bytes], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("", ["text:"]),
    ("plain\ntext\n", ["text:plain\ntext\n"]),
    ("a\n```\nb\n```\nc", ["text:a", "code:```\nb\n```", "text:c"]),
    ("```swift\nlet a = 1", ["code:```swift\nlet a = 1"]),
    ("```\na\n```", ["code:```\na\n```"]),
    ("~~~\n```\n~~~~\nb", ["code:~~~\n```\n~~~~", "text:b"]),
    ("````\n```\n````", ["code:````\n```\n````"]),
    ("a ```b``` c", ["text:a ```b``` c"]),
    ("```a```\nb", ["text:```a```\nb"]),
    ("   ```\na\n   ``` \nb", ["code:   ```\na\n   ``` ", "text:b"]),
    ("    ```\na", ["text:    ```\na"]),
    ("a\r\n```\r\nb\r\n```\r\nc", ["text:a", "code:```\r\nb\r\n```", "text:c"]),
  ]) func codeIsWhatStandsBetweenFences(text: String, expected: [String]) {
    #expect(parts(text) == expected)
  }

  @Test func everyByteButEndsOfLinesIsInAPart() {
    var random = SeededGenerator(seed: 3)
    let pieces = ["```", "~~~", "\n", "\n", "a b", " ", "漢", "````", "x```"]
    for _ in 0..<500 {
      let text = (0..<12).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
      let bytes = Array(text.utf8)
      var end = 0
      for part in FencedText.parts(of: text) {
        #expect(bytes[end..<part.bytes.lowerBound].allSatisfy { $0 == 0x0A } && part.bytes.lowerBound - end <= 1)
        end = part.bytes.upperBound
      }
      #expect(bytes[end...].allSatisfy { $0 == 0x0A } && bytes.count - end <= 1)
    }
  }

  @Test func codeIsBrokenAtTheWidthOnlyAndHitsInItAreFound() {
    let text = "One.\n```\nlet x  = 1234567 needle\n```\nneedle"
    let all = FencedText.blocks(text, top: 0, indent: 0, width: 12, text: 0)
    var blocks = TextBlocks()
    for block in all { blocks.append(block) }
    #expect(all.map(\.isCode) == [false, true, false])
    #expect(all[1].layout.range(ofLine: 1).count == 12, "blanks at the break stay where they are")
    let hits = TextSearch("needle").matches(in: text)
    #expect(hits.map { blocks.row(field: 0, text: 0, byte: $0.lowerBound) } == [3, 5])
  }
}
