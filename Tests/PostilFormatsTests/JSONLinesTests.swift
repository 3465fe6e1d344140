import PostilFormats
import PostilModel
import Testing

@Suite("JSON Lines")
struct JSONLinesTests {
  @Test("declared keys are fields, the rest is metadata, in the record's order and spelling")
  func split() throws {
    let found = try read(
      #"{"b": 1.50, "text": "a \u00e9 \/ b", "id": "x1", "source": "web", "n": [1, {"k": "v w"}], "stars": 4}"#,
      as: "jsonl")
    #expect(found.rejects == [])
    #expect(found.records[0].idText == "x1")
    #expect(found.records[0].fieldsText == #"{"text":"a é / b","stars":4}"#)
    #expect(found.records[0].metadataText == #"{"b":1.50,"source":"web","n":[1,{"k":"v w"}]}"#)
    #expect(found.records[0].previewText == "a é / b")
  }

  @Test("an id may be a number, and other keys may be mapped")
  func ids() throws {
    let found = try read(
      #"{"id": 12345678901234567890, "body": "t", "text": "u"}"#, as: "jsonl", mapping: ["text": "body"])
    #expect(found.records[0].idText == "12345678901234567890")
    #expect(found.records[0].fieldsText == #"{"text":"t"}"#)
    #expect(found.records[0].metadataText == #"{"text":"u"}"#)
    let mapped = try read(#"{"key": "k7", "id": 1, "text": "u"}"#, as: "jsonl", mapping: ["id": "key"])
    #expect(mapped.records[0].idText == "k7")
    #expect(mapped.records[0].metadataText == #"{"id":1}"#)
    #expect(throws: TransferError.self) { try read("", as: "jsonl", mapping: ["txet": "body"]) }
  }

  @Test("--map goes into lists and objects, where no column has that very name; the whole is metadata")
  func paths() throws {
    func first(_ line: String, _ mapping: [String: String], as format: String = "jsonl", project: Project = reviews)
      throws -> ImportedRecord
    {
      let found = try read(line, as: format, project, mapping: mapping)
      #expect(found.rejects == [])
      return try #require(found.records.first)
    }
    let deep = #"{"turns":["one \"1\"",{"a.b":{"n":[0,4.5]}}],"m":{"key":"k"}}"#
    let record = try first(deep, ["text": "turns.0", "id": "m.key"])
    #expect(record.fieldsText == #"{"text":"one \"1\""}"#)
    #expect(record.idText == "k")
    #expect(record.metadataText == deep)
    #expect(try first(#"{"t":[{"a":{"n":[0,4.5]}}]}"#, ["text": "t.0.a.n.1"]).fieldsText == #"{"text":"4.5"}"#)
    #expect(try first(#"{"t.0":"whole","t":["part"]}"#, ["text": "t.0"]).fieldsText == #"{"text":"whole"}"#)
    let asked = try first(#"{"turns":["q","r"]}"#, ["turns": "turns.0"], project: dialogues)
    #expect(asked.fieldsText == #"{"turns":"q"}"#)
    let pair = try first(
      #"{"prompt":"p","chosen":"y","rejected":"n","turns":["q"]}"#, ["prompt": "turns.0"], as: "trl-preference",
      project: judging)
    #expect(try pair.fieldValues()["prompt"] == "q")
    for line in [#"{"t":["x"]}"#, #"{"t":{"x":1}}"#, #"{"t":"x"}"#, "{}"] {
      let found = try read(line, as: "jsonl", mapping: ["text": "t.1"])
      #expect(found.rejects.map(\.reason) == [#"has no "t.1" for the field "text""#])
    }
    // The columns of a table are names and no ways.
    #expect(throws: TransferError.self) { try read("t\nx\n", as: "csv", mapping: ["text": "t.0"]) }
  }

  @Test(
    "odd records are rejected with a reason",
    arguments: [
      (#"{"text": "a""#, Rejection.Kind.notJSON), ("[1]", .notAnObject), ("7", .notAnObject), ("nope", .notJSON),
      (#"{"stars": 1}"#, .missingField), (#"{"text": null}"#, .missingField), (#"{"text": {"a": 1}}"#, .wrongType),
      (#"{"text": ["a"]}"#, .wrongType), (#"{"text": "a", "stars": [1]}"#, .wrongType),
      (#"{"text": "a", "text": "b"}"#, .duplicateKey), (#"{"text": "a", "te\u0078t": "b"}"#, .duplicateKey),
      (#"{"text": "\ud800"}"#, .loneSurrogate), (#"{"text": "\udc00 \ud800"}"#, .loneSurrogate),
      (#"{"text": "\ud83d\u0041"}"#, .loneSurrogate), (#"{"text": "a", "n": 1e400}"#, .badNumber),
      (#"{"text": "a", "n": 123456789012345678901}"#, .badNumber), (#"{"text": "a", "n": 01}"#, .badNumber),
      (#"{"text": "a", "id": [1]}"#, .badID), (#"{"text": "a", "id": true}"#, .badID),
      ("{\"text\": \"a\u{0}\"}", .nulByte), ("{\"text\": \"a\u{1}\"}", .notJSON), (#"{"text": "a"} {}"#, .notJSON),
    ])
  func odd(_ line: String, _ kind: Rejection.Kind) throws {
    let found = try read(line + "\n" + #"{"text": "fine"}"#, as: "jsonl")
    #expect(found.kinds == [kind])
    #expect(found.rejects[0].line == 1)
    #expect(found.rejects[0].bytes == Array(line.utf8))
    #expect(found.records.map(\.fieldsText) == [#"{"text":"fine"}"#])
    #expect(found.lines == [2])
  }

  @Test("bytes that are not UTF-8 are rejected, also in a key that nobody reads")
  func notUTF8() throws {
    let found = try read(
      Array(#"{"text":"a"}"#.utf8) + [10] + Array("{\"text\":\"".utf8) + [0xFF, 0x22, 0x7D], as: "jsonl")
    #expect(found.kinds == [.notUTF8])
    #expect(found.records.count == 1)
  }

  @Test("an id of more than 1,000 bytes is rejected")
  func longID() throws {
    let long = String(repeating: "x", count: 1001)
    #expect(try read(#"{"text":"a","id":"\#(long)"}"#, as: "jsonl").kinds == [.badID])
    #expect(try read(#"{"text":"a","id":"\#(long.dropLast())"}"#, as: "jsonl").records.count == 1)
  }

  @Test("256 levels are read, 257 are not")
  func depth() throws {
    func nested(_ levels: Int) -> String {
      #"{"text":"a","n":"# + String(repeating: "[", count: levels - 1) + String(repeating: "]", count: levels - 1) + "}"
    }
    #expect(try read(nested(256), as: "jsonl").records.count == 1)
    #expect(try read(nested(257), as: "jsonl").kinds == [.tooDeep])
    #expect(try read(nested(100_000), as: "jsonl").kinds == [.tooDeep])
  }

  @Test("a byte order mark, CRLF, blank lines and a missing last line end are fine")
  func edges() throws {
    let found = try read("\u{FEFF}{\"text\":\"a\"}\r\n\r\n  \n{\"text\":\"b\"}", as: "jsonl")
    #expect(found.records.map(\.previewText) == ["a", "b"])
    #expect(found.lines == [1, 4])
    #expect(found.allBytes == 3 + 14 + 2 + 3 + 12)
  }

  @Test("an escaped NUL is text")
  func escapedNUL() throws {
    let found = try read(#"{"text": "a\u0000b"}"#, as: "jsonl")
    #expect(found.records[0].fieldsText == #"{"text":"a\u0000b"}"#)
  }

  @Test("numbers keep every digit")
  func numbers() throws {
    let numbers = "[1.10,0.1000000000000000055511151231257827,1E5,-0,-0.0,18446744073709551615,1e-400,2.50]"
    let found = try read(#"{"text":"a","n":\#(numbers)}"#, as: "jsonl")
    #expect(found.records[0].metadataText == #"{"n":\#(numbers)}"#)
  }

  @Test("a number in a text field is its text")
  func scalarText() throws {
    #expect(try read(#"{"text": 4.50}"#, as: "jsonl").records[0].fieldsText == #"{"text":"4.50"}"#)
    #expect(try read(#"{"text": true}"#, as: "jsonl").records[0].fieldsText == #"{"text":"true"}"#)
  }

  @Test("a line of 50 MB is passed over, its beginning kept, and the next line is read")
  func giant() throws {
    let giant = Array("{\"text\":\"".utf8) + [UInt8](repeating: 0x78, count: 50_000_000) + Array("\"}".utf8)
    let found = try read(giant + Array("\n{\"text\":\"after\"}\n".utf8), as: "jsonl")
    #expect(found.kinds == [.tooLarge])
    #expect(found.rejects[0].length == giant.count)
    #expect(found.rejects[0].bytes == Array(giant.prefix(65536)))
    #expect(found.records.map(\.previewText) == ["after"])
    #expect(found.allBytes == giant.count + 18)
  }

  @Test("chats are lists of turns, or plain text")
  func chats() throws {
    let good = #"{"turns":[{"role":"user","content":"hello\nthere"},{"from":"gpt","value":"hi"}]}"#
    let found = try read(good + "\n" + #"{"turns":"just text"}"#, as: "jsonl", dialogues)
    #expect(found.records.map(\.previewText) == ["hello there", "just text"])
    #expect(found.records[0].fieldsText == good)
    for bad in [#"[{"role":"user"}]"#, #"["a"]"#, "7", #"{"role":"user","content":"a"}"#] {
      #expect(try read(#"{"turns":\#(bad)}"#, as: "jsonl", dialogues).kinds == [.wrongType])
    }
  }

  @Test("a preview is one line of 120 characters")
  func preview() throws {
    let text = String(repeating: "漢 \\n\\t ", count: 200)
    let found = try read("{\"text\":\"  \(text)\"}", as: "jsonl")
    #expect(found.records[0].previewText == String(repeating: "漢 ", count: 60).dropLast())
  }
}
