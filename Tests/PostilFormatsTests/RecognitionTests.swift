import PostilFormats
import Testing

@Suite("Recognising a format")
struct RecognitionTests {
  private func format(_ name: String, _ text: String, gzipped: Bool = false) throws -> String {
    let bytes = gzipped ? gzip(Array(text.utf8)) : Array(text.utf8)
    return try Formats.recognise(ByteInput(bytes: bytes, name: name), for: RecordLayout(reviews)).name
  }

  @Test("by name and content")
  func names() throws {
    #expect(try format("a.jsonl", "") == "jsonl")
    #expect(try format("dir.csv/a.TSV.gz", "x", gzipped: true) == "tsv")
    #expect(try format("a.json", " [1]") == "json")
    #expect(try format("a.json", "{\"a\":1}\n{\"a\":2}") == "jsonl")
    #expect(try format("a.json", "{\n \"a\":1}") == "json")
    #expect(try format("a.txt", "{") == "text")
    #expect(try format("-", "\n {\"a\":1}\n") == "jsonl")
    #expect(try format("-", "[{\"a\":1}]", gzipped: true) == "json")
    #expect(try format("-", "id,\"text\"\r\n1,2") == "csv")
    #expect(try format("-", "id\ttext\n1\t2") == "tsv")
  }

  @Test("what cannot be told is asked for")
  func unknown() throws {
    let error = #expect(throws: TransferError.self) { try format("-", "just words") }
    #expect(error?.description.contains("--format") == true)
    #expect(throws: TransferError.self) { try Formats.named("jsnl") }
  }
}
