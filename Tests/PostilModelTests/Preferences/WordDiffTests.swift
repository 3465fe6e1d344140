import PostilModel
import PostilTestSupport
import Testing

@Suite("A difference by words")
struct WordDiffTests {
  /// The difference as a text: `[-removed-]{+added+}`.
  private static func marked(_ old: String, _ new: String) -> String {
    let diff = WordDiff(from: old, to: new)
    let (one, other) = (Array(old.utf8), Array(new.utf8))
    return diff.pieces.map { piece in
      switch piece {
      case .same(_, let range): String(decoding: other[range], as: UTF8.self)
      case .removed(let range): "[-" + String(decoding: one[range], as: UTF8.self) + "-]"
      case .added(let range): "{+" + String(decoding: other[range], as: UTF8.self) + "+}"
      }
    }.joined()
  }

  @Test(
    "Words that changed are marked, whole",
    arguments: [
      ("a b c", "a b c", "a b c"), ("", "", ""), ("", "new", "{+new+}"), ("old", "", "[-old-]"),
      ("the red fox", "the blue fox", "the [-red-]{+blue+} fox"),
      ("the fox", "the blue fox", "the {+blue +}fox"), ("the red fox", "the fox", "the [-red -]fox"),
      ("one, two", "one; two", "one[-,-]{+;+} two"), ("don't", "do not", "[-don't-]{+do not+}"),
      ("早餐九点就没了", "早餐十点就没了", "早餐[-九-]{+十+}点就没了"),
      ("a  b", "a b", "a [- -]b"), ("a\nb", "a b", "a[-\n-]{+ +}b"), ("café", "cafe", "[-café-]{+cafe+}"),
    ])
  func words(_ old: String, _ new: String, _ expected: String) {
    #expect(Self.marked(old, new) == expected)
  }

  @Test("The pieces make up both texts, whatever these are, and what stays is a longest common part")
  func random() {
    var random = SeededGenerator(seed: 11)
    let alphabet = ["a", "b", "cc", " ", "  ", "\n", "漢", ",", "é", "👩", "\u{301}", "\0"]
    func text() -> String {
      (0..<Int.random(in: 0...90, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "" }.joined()
    }
    for _ in 0..<300 {
      let (old, new) = (text(), text())
      let diff = WordDiff(from: old, to: new)
      var (one, other): ([UInt8], [UInt8]) = ([], [])
      let (oldBytes, newBytes) = (Array(old.utf8), Array(new.utf8))
      for piece in diff.pieces {
        switch piece {
        case .same(let range, let newRange):
          #expect(oldBytes[range] == newBytes[newRange])
          one += oldBytes[range]
          other += newBytes[newRange]
        case .removed(let range): one += oldBytes[range]
        case .added(let range): other += newBytes[range]
        }
      }
      #expect(one == oldBytes && other == newBytes)
      #expect(diff.isEmpty == (old == new || oldBytes == newBytes))
    }
  }

  @Test("Long texts are told apart where they differ")
  func long() {
    let words = (0..<3_000).map { "word\($0 % 700)" }
    var changed = words
    for place in stride(from: 5, to: 3_000, by: 100) { changed[place] = "other\(place)" }
    let diff = WordDiff(from: words.joined(separator: " "), to: changed.joined(separator: " "))
    #expect(diff.removed.count == 30 && diff.added.count == 30)
  }

  @Test(
    "The edit distance is Levenshtein's",
    arguments: [
      ("", "", 0), ("kitten", "sitting", 3), ("abc", "", 3), ("flaw", "lawn", 2), ("早餐九点", "早餐十点", 1),
      ("abcdef", "azced", 3),
    ])
  func distance(_ one: String, _ other: String, _ expected: Int) {
    #expect(EditDistance.characters(one, other) == expected)
  }

  @Test("Also where it takes many blocks of bits")
  func longDistance() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<40 {
      let one = (0..<Int.random(in: 0...200, using: &random)).map { _ in "abcd".randomElement(using: &random) ?? "a" }
      let other = (0..<Int.random(in: 0...200, using: &random)).map { _ in "abcd".randomElement(using: &random) ?? "a" }
      #expect(EditDistance.characters(String(one), String(other)) == Self.simpleDistance(one, other))
    }
  }

  /// Wagner and Fischer's table, row by row.
  private static func simpleDistance(_ one: [Character], _ other: [Character]) -> Int {
    var row = Array(0...other.count)
    for (i, a) in one.enumerated() {
      var next = [i + 1]
      for (j, b) in other.enumerated() { next.append(min(next[j] + 1, row[j + 1] + 1, row[j] + (a == b ? 0 : 1))) }
      row = next
    }
    return row[other.count]
  }
}
