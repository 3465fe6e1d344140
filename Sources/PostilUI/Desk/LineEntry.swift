import PostilScreen

/// One line that is being typed: in a prompt, a filter, a number question.
struct LineEntry: Sendable, Hashable {
  private(set) var characters: [Character]
  private(set) var cursor: Int

  init(_ text: String = "") {
    characters = Array(Self.oneLine(text))
    cursor = characters.count
  }

  var text: String { String(characters) }
  var textBeforeCursor: String { String(characters[..<cursor]) }
  var isEmpty: Bool { characters.isEmpty }

  mutating func set(_ text: String) { self = LineEntry(text) }

  mutating func insert(_ text: String) {
    // A combining mark joins the character before it, so the line is put together anew.
    let before = textBeforeCursor + Self.oneLine(text)
    let after = String(characters[cursor...])
    cursor = before.count
    characters = Array(before + after)
  }

  /// Takes a key of editing; false when it is none.
  mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let scalar): insert(String(Character(scalar)))
    case .named(.space): insert(" ")
    case .paste(let text): insert(text)
    case .named(.backspace), .control("h"): delete(from: cursor - 1, to: cursor)
    case .named(.delete), .control("d"): delete(from: cursor, to: cursor + 1)
    case .named(.left), .control("b"): cursor = max(0, cursor - 1)
    case .named(.right), .control("f"): cursor = min(characters.count, cursor + 1)
    case .named(.home), .control("a"): cursor = 0
    case .named(.end), .control("e"): cursor = characters.count
    case .control("u"): delete(from: 0, to: cursor)
    case .control("k"): delete(from: cursor, to: characters.count)
    case .control("w"), .alt("\u{7F}"): delete(from: wordStart, to: cursor)
    case .named(.controlLeft), .alt("b"): cursor = wordStart
    case .named(.controlRight), .alt("f"): cursor = wordEnd
    default: return false
    }
    return true
  }

  private var wordStart: Int {
    var place = cursor
    while place > 0, characters[place - 1].isWhitespace { place -= 1 }
    while place > 0, !characters[place - 1].isWhitespace { place -= 1 }
    return place
  }

  private var wordEnd: Int {
    var place = cursor
    while place < characters.count, characters[place].isWhitespace { place += 1 }
    while place < characters.count, !characters[place].isWhitespace { place += 1 }
    return place
  }

  private mutating func delete(from start: Int, to end: Int) {
    let range = max(0, start)..<min(characters.count, max(end, 0))
    characters.removeSubrange(range)
    cursor = range.lowerBound
  }

  private static func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }
}
