import PostilModel

/// Looks for words in the values (not the keys) of a JSON text. Upper and lower case are one wherever both take the
/// same number of bytes in UTF-8: ASCII, Latin, Greek, Cyrillic, Armenian; not ß and ẞ.
struct WordSearch {
  /// One scalar of a word, as it may be written.
  private struct Letter {
    var one: [UInt8]
    var other: [UInt8]
  }

  /// One word.
  private struct Word {
    var letters: [Letter]
    /// Which bytes a match may begin with.
    var starts: [Bool]
  }

  private let inJSON: [Word]
  private let plain: [Word]

  init(_ words: [String]) {
    let words = words.filter { !$0.isEmpty }
    plain = words.map { Self.word(Array($0.unicodeScalars)) }
    inJSON = words.map { word in Self.word(Array(JSONValue.string(word).jsonText.dropFirst().dropLast().unicodeScalars))
    }
  }

  /// True when every word is in the values of the fields or in the id.
  func matches(id: UnsafeRawBufferPointer, fields: UnsafeRawBufferPointer) -> Bool {
    for index in plain.indices {
      let isThere =
        Self.find(inJSON[index], in: fields, from: 0, isGood: { Self.isInValue($0, $1, of: fields) })
        || Self.find(plain[index], in: id, from: 0, isGood: { _, _ in true })
      if !isThere { return false }
    }
    return true
  }

  private static func word(_ scalars: [Unicode.Scalar]) -> Word {
    let letters = scalars.map { scalar in
      let own = Array(String(scalar).utf8)
      let lower = Array(scalar.properties.lowercaseMapping.utf8)
      let upper = Array(scalar.properties.uppercaseMapping.utf8)
      let other = lower != own ? lower : upper
      return Letter(one: own, other: other.count == own.count ? other : own)
    }
    var starts = [Bool](repeating: false, count: 256)
    if let first = letters.first {
      starts[Int(first.one[0])] = true
      starts[Int(first.other[0])] = true
    }
    return Word(letters: letters, starts: starts)
  }

  private static func find(
    _ word: Word, in text: UnsafeRawBufferPointer, from start: Int, isGood: (Int, Int) -> Bool
  ) -> Bool {
    word.starts.withUnsafeBufferPointer { starts in
      for index in start..<max(start, text.count) where starts[Int(text[index])] {
        if let end = matchEnd(word.letters, text, index), isGood(index, end) { return true }
      }
      return false
    }
  }

  private static func matchEnd(_ letters: [Letter], _ text: UnsafeRawBufferPointer, _ start: Int) -> Int? {
    var index = start
    for letter in letters {
      let end = index + letter.one.count
      guard end <= text.count else { return nil }
      let here = text[index..<end]
      guard here.elementsEqual(letter.one) || here.elementsEqual(letter.other) else { return nil }
      index = end
    }
    return index
  }

  /// True when the stretch lies within one value of a JSON text. Only hits pay for this look at the text before them.
  private static func isInValue(_ start: Int, _ end: Int, of text: UnsafeRawBufferPointer) -> Bool {
    var index = 0
    while index < start || (index == start && index < text.count) {
      guard text[index] == UInt8(ascii: "\"") else {
        if index >= start { return isScalar(text[start..<end]) }
        index += 1
        continue
      }
      let close = closingQuote(text, index)
      if start > index, start < close { return end <= close && !isKey(text, close) && isWhole(text, index, start) }
      index = close + 1
    }
    return isScalar(text[start..<end])
  }

  private static func closingQuote(_ text: UnsafeRawBufferPointer, _ open: Int) -> Int {
    var index = open + 1
    while index < text.count, text[index] != UInt8(ascii: "\"") {
      index += text[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(index, text.count)
  }

  private static func isKey(_ text: UnsafeRawBufferPointer, _ close: Int) -> Bool {
    var index = close + 1
    while index < text.count, text[index] == 0x20 || text[index] == 0x0A || text[index] == 0x0D || text[index] == 0x09 {
      index += 1
    }
    return index < text.count && text[index] == UInt8(ascii: ":")
  }

  /// False when the stretch begins in the middle of an escape: the n of `\n` is no letter.
  private static func isWhole(_ text: UnsafeRawBufferPointer, _ open: Int, _ start: Int) -> Bool {
    var index = open + 1
    while index < start {
      guard text[index] == UInt8(ascii: "\\") else {
        index += 1
        continue
      }
      index += index + 1 < text.count && text[index + 1] == UInt8(ascii: "u") ? 6 : 2
    }
    return index == start
  }

  /// Numbers and the words `true`, `false`, `null` are values too.
  private static func isScalar(_ stretch: Slice<UnsafeRawBufferPointer>) -> Bool {
    stretch.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: ".")
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
    }
  }
}
