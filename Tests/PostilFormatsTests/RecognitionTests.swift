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

  @Test(
    "UTF-16 and UTF-32 are told by their mark, with the command that converts the file",
    arguments: [
      ([0xFF, 0xFE, 0x7B, 0x00], "UTF-16"), ([0xFE, 0xFF, 0x00, 0x7B], "UTF-16"), ([0xFF, 0xFE], "UTF-16"),
      ([0xFF, 0xFE, 0, 0, 0x7B, 0, 0, 0], "UTF-32"), ([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x7B], "UTF-32"),
    ] as [([UInt8], String)])
  func encodings(_ bytes: [UInt8], _ encoding: String) throws {
    for packed in [false, true] {
      let error = #expect(throws: TransferError.self) {
        _ = try ByteInput(bytes: packed ? gzip(bytes) : bytes, name: "my data.csv", chunk: 1)
      }
      #expect(error == .encoding(name: "my data.csv", encoding: encoding))
      #expect(error?.description.contains("iconv -f \(encoding) -t UTF-8 'my data.csv' > 'utf8-my data.csv'") == true)
    }
    let marked = try ByteInput(bytes: Array("\u{FEFF}{".utf8))
    #expect(Array(try marked.peek(9)) == Array("{".utf8))
  }

  @Test("what cannot be told is asked for")
  func unknown() throws {
    let error = #expect(throws: TransferError.self) { try format("-", "just words") }
    #expect(error?.description.contains("--format") == true)
    #expect(throws: TransferError.self) { try Formats.toImport("jsnl") }
  }

  @Test("a wrong format is told with those that can be used in its direction")
  func directions() {
    func words(_ body: () throws -> Format) -> String {
      do { return try body().name } catch { return "\(error)" }
    }
    #expect(!Formats.exportNames.contains("text") && !Formats.importNames.contains("rows"))
    for name in ["xml", "text"] {
      let known = words { try Formats.toExport(name) }.split(separator: ";").last ?? ""
      #expect(known == " the formats are " + Formats.exportNames.joined(separator: ", "))
    }
    for name in ["xml", "rows"] {
      let known = words { try Formats.toImport(name) }.split(separator: ";").last ?? ""
      #expect(known == " the formats are " + Formats.importNames.joined(separator: ", "))
    }
  }
}
