import PostilScreen
import PostilTestSupport
import Testing

@Suite("A fuzzy query")
struct FuzzyMatchTests {
  private let commands = [
    "queue.next-unanswered", "queue.next", "go-to-number", "guidelines.open", "theme.switch", "history.open",
    "editor.external", "undo", "redo", "help.keys",
  ]

  private func matched(_ query: String, _ candidate: String) -> [String]? {
    FuzzyMatch.match(query, in: candidate)?.ranges.map { range in
      String(decoding: Array(candidate.utf8)[range], as: UTF8.self)
    }
  }

  @Test("prefers starts of words and runs over scattered letters")
  func prefersWordStarts() {
    let best = FuzzyMatchQuery("qn").rank(commands).map { commands[$0.index] }
    #expect(best.prefix(2) == ["queue.next", "queue.next-unanswered"])
    #expect(matched("gn", "go-to-number") == ["g", "n"])
    #expect(matched("num", "go-to-number") == ["num"])
    #expect(matched("nu", "queue.next-unanswered") == ["n", "u"])
  }

  @Test("finds nothing where letters are missing or in the wrong order")
  func refuses() {
    #expect(matched("xyz", "queue.next") == nil)
    #expect(matched("txen", "queue.next") == nil)
    #expect(matched("a", "") == nil)
  }

  @Test("minds case only when an upper-case letter is typed")
  func smartCase() {
    #expect(matched("ex", "Export") == ["Ex"])
    #expect(matched("Ex", "export") == nil)
    #expect(matched("Ex", "Export") == ["Ex"])
    #expect(matched("é", "CAFÉ") == ["É"])
  }

  @Test("takes words in any order and marks all of them")
  func words() {
    #expect(matched("open guide", "guidelines.open") == ["guide", "open"])
    #expect(matched("open nothing", "guidelines.open") == nil)
    #expect(matched("", "anything") == [])
  }

  @Test("gives a run more than the same letters apart, wherever it stands")
  func runs() {
    let ranked = FuzzyMatchQuery("rate").rank(["r-x-a-x-t-x-e", "generated text", "crate"])
    #expect(ranked.map(\.index) == [2, 1, 0])
  }

  @Test("ranks deterministically: score, then length, then order")
  func order() {
    let ranked = FuzzyMatchQuery("a").rank(["ab", "aa", "a", "b", "ab"])
    #expect(ranked.map(\.index) == [2, 0, 1, 4])
    #expect(FuzzyMatchQuery(" ").rank(["b", "a"]).map(\.index) == [0, 1])
  }

  @Test("takes points off help texts, so that names win")
  func fields() {
    let query = FuzzyMatchQuery("undo")
    let help = query.match(anyOf: [("redo", 0), ("undo the last undo", 5)])
    #expect(help?.text == 1)
    let name = query.match(anyOf: [("undo", 0), ("undo", 5)])
    #expect(name?.text == 0)
    #expect((name?.match.score ?? 0) > (help?.match.score ?? 0))
  }

  @Test("marks exactly the letters asked for, in order, wherever it finds them")
  func marksTheQuery() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      let text = String((0..<12).map { _ in "ab-".randomElement(using: &random) ?? "a" })
      let query = String((0..<3).map { _ in "ab".randomElement(using: &random) ?? "a" })
      var rest = query[...]
      for letter in text where letter == rest.first { rest.removeFirst() }
      let found = FuzzyMatch.match(query, in: text)
      #expect((found != nil) == rest.isEmpty)
      let letters = found.map { $0.ranges.flatMap { Array(text.utf8)[$0] } }
      #expect(letters.map { String(decoding: $0, as: UTF8.self) } == (rest.isEmpty ? query : nil))
    }
  }

  @Test("is safe with marks, emoji and very long candidates")
  func hostile() {
    #expect(matched("漢字", "日本の漢字") == ["漢字"])
    #expect(matched("👩", "a 👩‍💻") == ["👩"])
    let long = String(repeating: "a", count: 100_000) + "z"
    #expect(matched("az", long) == nil)
    #expect(matched("aa", long) == ["aa"])
  }
}
