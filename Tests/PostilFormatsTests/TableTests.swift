import PostilFormats
import Testing

@Suite("Tables")
struct TableTests {
  @Test("quotes, pairs of quotes, line ends and delimiters within quotes, CRLF and a byte order mark")
  func quoting() throws {
    let text = "\u{FEFF}id,text,note\r\n1,\"a, \"\"b\"\"\r\nc\",x\r\n2,d \"e\" f,\r\n\r\n3,\"\",y\r\n4,\"g\",\"z\""
    let found = try read(text, as: "csv")
    #expect(found.records.map(\.idText) == ["1", "2", "4"])
    #expect(found.records[0].fieldsText == #"{"text":"a, \"b\"\r\nc"}"#)
    #expect(found.records[1].fieldsText == #"{"text":"d \"e\" f"}"#)
    #expect(found.records.map(\.metadataText) == [#"{"note":"x"}"#, #"{"note":""}"#, #"{"note":"z"}"#])
    #expect(found.lines == [2, 4, 7])
    #expect(found.kinds == [.missingField])
    #expect(found.rejects[0].line == 6)
    #expect(found.allBytes == text.utf8.count)
  }

  @Test("any size of piece gives the same")
  func chunks() throws {
    let text = Array("id,text\r\n1,\"a\"\"\r\n\"\r\n2,b\r\n3,\"c\"x\r\n4,d,e\r\n5,\"f\r\n6,g".utf8)
    let whole = try read(text, as: "csv")
    #expect(whole.records.map(\.idText) == ["1", "2", "6"])
    #expect(whole.kinds == [.badRow, .badRow, .badRow])
    #expect(whole.rejects.map(\.line) == [5, 6, 7])
    for chunk in 1...9 {
      let pieces = try read(text, as: "csv", chunk: chunk)
      #expect(pieces.records.map(\.fieldsText) == whole.records.map(\.fieldsText))
      #expect(pieces.rejects == whole.rejects)
      #expect(pieces.allBytes == text.count)
    }
  }

  @Test("rows with too few or too many columns are rejected, the others kept")
  func columns() throws {
    let found = try read("text,a\nx,1\ny\nz,1,2\nw,3\n", as: "csv")
    #expect(found.records.map(\.previewText) == ["x", "w"])
    #expect(found.rejects.map(\.reason) == ["has 1 columns; the header has 2", "has 3 columns; the header has 2"])
  }

  @Test("tabs, and semicolons where the header has them")
  func delimiters() throws {
    #expect(try read("id\ttext\n1\ta, b\n2\t\"c\td\"\n", as: "tsv").records.map(\.previewText) == ["a, b", "c d"])
    #expect(try read("id;text\n1;a, b\n", as: "csv").records.map(\.previewText) == ["a, b"])
  }

  @Test("a header without a required field, or with a name twice, refuses the file and says what to do")
  func headers() throws {
    #expect(throws: TransferError.self) { try read("a,b\n1,2\n", as: "csv") }
    #expect(throws: TransferError.self) { try read("text,text\n1,2\n", as: "csv") }
    #expect(try read("body,b\nx,2\n", as: "csv", mapping: ["text": "body"]).records.count == 1)
    let error = #expect(throws: TransferError.self) { try read("body\n1\n", as: "csv") }
    #expect(error?.description.contains("--map text=COLUMN") == true)
  }

  @Test("a chat in a cell is JSON, or plain text")
  func chats() throws {
    let text = "turns\n\"[{\"\"role\"\":\"\"user\"\",\"\"content\"\":\"\"hi\"\"}]\"\n[not json\n"
    let found = try read(text, as: "csv", dialogues)
    #expect(found.records[0].fieldsText == #"{"turns":[{"role":"user","content":"hi"}]}"#)
    #expect(found.records[1].fieldsText == #"{"turns":"[not json"}"#)
  }

  @Test("NUL bytes and bytes that are not UTF-8 are rejected")
  func bytes() throws {
    let found = try read(Array("text\na\u{0}\n".utf8) + [0xE9, 10] + Array("b\n".utf8), as: "csv")
    #expect(found.kinds == [.nulByte, .notUTF8])
    #expect(found.records.count == 1)
  }

  @Test("a row that is too large is passed over")
  func large() throws {
    let cell = String(repeating: "x\n,\"\"", count: 1000)
    let text = "text\na\n\"\(cell)\"\nb\n"
    for chunk in [64, 1 << 20] {
      let found = try read(Array(text.utf8), as: "csv", limit: 1000, chunk: chunk)
      #expect(found.kinds == [.tooLarge])
      #expect(found.rejects[0].line == 3)
      #expect(found.records.map(\.previewText) == ["a", "b"])
      #expect(found.lines == [2, 1004])
      #expect(found.allBytes == text.utf8.count)
    }
  }
}
