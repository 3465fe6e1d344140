import Testing

@testable import PostilStore

@Suite struct WordSearchTests {
  private func finds(_ word: String, in fields: String, id: String = "") -> Bool {
    var fields = fields
    var id = id
    return fields.withUTF8 { fields in
      id.withUTF8 { id in
        WordSearch([word]).matches(id: UnsafeRawBufferPointer(id), fields: UnsafeRawBufferPointer(fields))
      }
    }
  }

  @Test func wordsAreLookedForInValuesOnly() {
    #expect(finds("text", in: #"{"text":"a text here"}"#))
    #expect(!finds("text", in: #"{"text":"none here"}"#))
    #expect(finds("none", in: #"{"turns":[{"role":"user","content":"none"}]}"#))
    #expect(!finds("role", in: #"{"turns":[{"role":"user","content":"none"}]}"#))
    #expect(!finds("role", in: #"{"turns":[{"role" : "user"}]}"#))
    #expect(finds("42", in: #"{"n":142}"#))
    #expect(finds("true", in: #"{"n":true}"#))
    #expect(!finds("\":\"", in: #"{"n":"m"}"#))
    #expect(!finds(":", in: #"{"n":"m"}"#))
    #expect(finds("x", in: "{}", id: "ab-X"))
  }

  @Test func caseIsOneWhereBothTakeTheSameBytes() {
    #expect(finds("FRÜH", in: #"{"a":"früh"}"#))
    #expect(finds("straße", in: #"{"a":"STRAßE"}"#))
    #expect(finds("привет", in: #"{"a":"ПРИВЕТ"}"#))
  }

  @Test func escapesAreNotLetters() {
    #expect(!finds("n", in: #"{"k":"a\nb"}"#))
    #expect(!finds("0a", in: #"{"k":"\u000a"}"#))
    #expect(finds("a\nb", in: #"{"k":"a\nb"}"#))
    #expect(finds("say \"hi\"", in: #"{"k":"say \"hi\""}"#))
    #expect(finds("\\", in: #"{"k":"a\\b"}"#))
    #expect(finds("n", in: #"{"k":"a\\n"}"#))
  }
}
