import PostilFormats
import Testing

@Suite("Plain text")
struct TextTests {
  @Test("a record a line, blank lines left out")
  func lines() throws {
    let found = try read("one \"quoted\"\r\n\n \ntwo\\\nthree", as: "text")
    #expect(
      found.records.map(\.fieldsText) == [#"{"text":"one \"quoted\""}"#, #"{"text":"two\\"}"#, #"{"text":"three"}"#])
    #expect(found.lines == [1, 4, 5])
  }

  @Test("a record a file")
  func file() throws {
    let found = try read("one\n\ntwo\n", as: "text-file")
    #expect(found.records.map(\.fieldsText) == [#"{"text":"one\n\ntwo"}"#])
    #expect(try read(String(repeating: "x", count: 2000), as: "text-file", limit: 1000).kinds == [.tooLarge])
    #expect(try read("", as: "text-file").records.isEmpty)
  }

  @Test("NUL bytes and bytes that are not UTF-8 are rejected")
  func bytes() throws {
    let found = try read(Array("a\u{0}b\n".utf8) + [0xFF, 0xFE, 10] + Array("c\n".utf8), as: "text")
    #expect(found.kinds == [.nulByte, .notUTF8])
    #expect(found.records.map(\.previewText) == ["c"])
  }
}
