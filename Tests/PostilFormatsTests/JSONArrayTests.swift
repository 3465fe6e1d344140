import PostilFormats
import Testing

@Suite("JSON arrays")
struct JSONArrayTests {
  @Test("elements are read one by one, whatever is in their strings")
  func elements() throws {
    let text = "[ {\"text\": \"a ] } , \\\" b\"},\n{\"text\":\n\"c\"} , 7, {\"text\":\"d\"}]\n"
    let found = try read(text, as: "json")
    #expect(found.records.map(\.previewText) == ["a ] } , \" b", "c", "d"])
    #expect(found.lines == [1, 2, 4])
    #expect(found.kinds == [.notAnObject])
    #expect(found.allBytes == text.utf8.count)
  }

  @Test("a single byte at a time gives the same")
  func chunks() throws {
    let text = Array("[{\"text\":\"a\\\\\"},{\"text\":\"漢\"},[{}],nul]".utf8)
    let whole = try read(text, as: "json")
    let pieces = try read(text, as: "json", chunk: 1)
    #expect(whole.records.map(\.fieldsText) == pieces.records.map(\.fieldsText))
    #expect(whole.rejects == pieces.rejects)
    #expect(whole.kinds == [.notAnObject, .notJSON])
  }

  @Test("objects one after the other are read too, as jq prints them")
  func stream() throws {
    let found = try read("{\n  \"text\": \"a\"\n}\n{\n  \"text\": \"b\"\n}\n", as: "json")
    #expect(found.records.map(\.previewText) == ["a", "b"])
  }

  @Test("an array that breaks off, and text after one that is closed")
  func broken() throws {
    let cut = try read("[{\"text\":\"a\"},{\"text\":\"b", as: "json")
    #expect(cut.records.count == 1)
    #expect(cut.kinds == [.notJSON])
    #expect(cut.rejects[0].bytes == Array("{\"text\":\"b".utf8))
    let more = try read("[{\"text\":\"a\"}] {\"text\":\"b\"}", as: "json")
    #expect(more.records.count == 1)
    #expect(more.kinds == [.notJSON])
  }

  @Test("an array that is cut between two elements is told of, and what came before is taken")
  func unclosed() throws {
    for (text, count) in [("[", 0), ("[\n", 0), ("[{\"text\":\"a\"}", 1), ("[{\"text\":\"a\"},\n", 1)] {
      let cut = try read(text, as: "json")
      #expect(cut.records.count == count)
      #expect(cut.rejects.map(\.reason) == ["is missing: the input ends before the array is closed"], "\(text)")
      #expect(cut.rejects.map(\.line) == [count + 1])
      #expect(cut.allBytes == text.utf8.count)
    }
  }

  @Test("an element that is too large is passed over")
  func large() throws {
    let large = "{\"text\":\"" + String(repeating: "]},{", count: 1000) + "\"}"
    let text = "[{\"text\":\"a\"},\(large),{\"text\":\"b\"}]"
    for chunk in [50, 100_000] {
      let found = try read(Array(text.utf8), as: "json", limit: 1000, chunk: chunk)
      #expect(found.records.map(\.previewText) == ["a", "b"])
      #expect(found.kinds == [.tooLarge])
      #expect(found.rejects[0].length == large.utf8.count)
      #expect(found.allBytes == text.utf8.count)
    }
  }
}
