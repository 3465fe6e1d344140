import PostilConfiguration
import PostilTestSupport
import Testing

/// Any file is read or refused with a line; none ends the program.
@Suite struct ConfigurationFileTests {
  private static func problems(_ bytes: [UInt8]) -> [ConfigurationProblem] {
    do {
      return try ConfigurationFile.read(bytes, file: "f") { table in
        table.ignoreUnreadKeys()
        return []
      }
    } catch { return error.problems }
  }

  private static func messages(_ text: String) -> [String] { problems(Array(text.utf8)).map { $0.text(in: "f") } }

  private static let nameless =
    "brackets without a name. Write a name in them; one with other letters than a to z wants quotation marks."

  @Test(arguments: [
    ("[a]\n[ ]\n", "f:2: " + nameless), ("\u{FEFF}[[[a]", "f:1: " + nameless), ("[[", "f:1: " + nameless),
    ("[.a]", "f:1: " + nameless), ("[\u{301}x]", "f:1: " + nameless), ("a = 1\r\n  [[ ]]", "f:2: " + nameless),
    ("labels = [ }", "f:1: } closes nothing. ] must come first."),
    ("x = [\n { a = [ } }\n]", "f:2: } closes nothing. ] must come first."),
    ("x = { a = 1 ]", "f:1: ] closes nothing. } must come first."), ("a = 1\n}", "f:2: } closes nothing"),
    ("x = [\n\u{2028}]", "f:2: U+2028 outside of a text. Delete it."),
    ("x = [1,\u{85}]", "f:1: U+0085 outside of a text. Delete it."),
    ("a b\nx = [ }", "f:1:3: no = after the key. For example: name = \"text\""),
  ])
  func whatWouldEndTheParserIsToldWithItsLine(text: String, message: String) {
    #expect(Self.messages(text) == [message])
  }

  @Test(arguments: [
    "s = \"\"\"\n] }\n\"\"\" # [", "s = '] }' # }", "s = \"\\\"]\u{2028}\"",
    "x = [\n { a = 1 },\n [ ],\n]\n[y]\n[[z]]\n[\"é\"]",
  ])
  func bracketsInTextsAndRemarksCloseNothing(text: String) { #expect(Self.messages(text) == []) }

  @Test func nestingWithoutEndIsRefused() {
    for (open, close) in [("[", "]"), ("{a=", "}")] {
      let text = "x = " + String(repeating: open, count: 20_000) + "1" + String(repeating: close, count: 20_000)
      #expect(Self.messages(text).count == 1)
    }
  }

  @Test(arguments: 0..<8)
  func anyBytesAreReadOrRefused(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let pieces = [
      "[a]\n", "[[b]]\n", "name", "x = ", " = ", "\"a\"", "[", "]", "{", "}", ",", "\n", "\r\n", "\r", "\t", "\u{0}",
      "\u{B}", "é", ".", "'", "\"", "\"\"\"", "'''", "#", "=", "1", "0x", "-", "+", "_", "\\", "\\u00", "2020-01-01",
      "T07:00", "true", "inf", "e5", "\u{85}", "\u{2028}", "\u{A0}", "\u{3000}", "\u{FEFF}", "\u{301}", "[ }", "{ ]",
      "[[", "]]", " ",
    ]
    for _ in 0..<3000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...20, using: &random) {
        bytes += Array((pieces.randomElement(using: &random) ?? "").utf8)
        if Int.random(in: 0..<24, using: &random) == 0 { bytes.append(UInt8.random(in: 0...255, using: &random)) }
      }
      let lines = 1 + bytes.count { $0 == UInt8(ascii: "\n") }
      for problem in Self.problems(bytes) { #expect(!problem.message.isEmpty && (0...lines).contains(problem.line)) }
    }
  }
}
