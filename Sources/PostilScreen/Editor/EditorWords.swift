/// Words as an editor's motions see them.
///
/// A word is a run of letters, digits, marks and underscores, with apostrophes between them. Han characters, hiragana
/// and katakana make runs of their own kind, as in vim: one motion goes over one run. Punctuation and blanks part words.
enum EditorWords {
  /// What a cluster is, by its first scalar.
  enum Kind { case blank, punctuation, letter, han, hiragana, katakana }

  /// The kind of the cluster at an offset before the end.
  static func kind(at offset: Int, in text: Span<UInt8>) -> Kind {
    let value = UTF8Decoder.scalar(at: offset, in: text).scalar
    if value < 0x80 {
      switch UInt8(value) {
      case 0x09, 0x0A, 0x20: return .blank
      case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: return .letter
      default: return .punctuation
      }
    }
    switch value {
    case 0x3005, 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: return .han
    case 0x3041...0x309F: return .hiragana
    case 0x30A0...0x30FF, 0xFF66...0xFF9F: return .katakana
    default: break
    }
    guard let scalar = Unicode.Scalar(value) else { return .punctuation }
    let properties = scalar.properties
    if properties.isWhitespace { return .blank }
    let isWord =
      properties.isAlphabetic || properties.numericType != nil || properties.canonicalCombiningClass.rawValue > 0
    return isWord ? .letter : .punctuation
  }

  /// The end of the word at or behind an offset.
  static func end(after offset: Int, in text: EditorText) -> Int {
    let bytes = text.string.utf8.span
    var place = offset
    while place < text.count, !isWord(kind(at: place, in: bytes)) { place = text.boundary(after: place) }
    return place < text.count ? runEnd(from: place, in: text) : place
  }

  /// The start of the word at or before an offset.
  static func start(before offset: Int, in text: EditorText) -> Int {
    let bytes = text.string.utf8.span
    var place = offset
    while place > 0 {
      let previous = text.boundary(before: place)
      if isWord(kind(at: previous, in: bytes)) { return runStart(from: previous, in: text) }
      place = previous
    }
    return 0
  }

  /// The run of one kind around the cluster at an offset; empty at the end of the text.
  static func run(at offset: Int, in text: EditorText) -> Range<Int> {
    guard offset < text.count else { return text.count..<text.count }
    return runStart(from: offset, in: text)..<runEnd(from: offset, in: text)
  }

  private static func isWord(_ kind: Kind) -> Bool { kind != .blank && kind != .punctuation }

  private static func runEnd(from offset: Int, in text: EditorText) -> Int {
    let bytes = text.string.utf8.span
    let wanted = kind(at: offset, in: bytes)
    var place = text.boundary(after: offset)
    while place < text.count {
      if kind(at: place, in: bytes) != wanted {
        let next = text.boundary(after: place)
        guard wanted == .letter, isApostrophe(at: place, in: bytes), next < text.count,
          kind(at: next, in: bytes) == .letter
        else { break }
      }
      place = text.boundary(after: place)
    }
    return place
  }

  private static func runStart(from offset: Int, in text: EditorText) -> Int {
    let bytes = text.string.utf8.span
    let wanted = kind(at: offset, in: bytes)
    var place = offset
    while place > 0 {
      let previous = text.boundary(before: place)
      if kind(at: previous, in: bytes) != wanted {
        guard wanted == .letter, isApostrophe(at: previous, in: bytes), previous > 0,
          kind(at: text.boundary(before: previous), in: bytes) == .letter
        else { break }
      }
      place = previous
    }
    return place
  }

  private static func isApostrophe(at offset: Int, in text: Span<UInt8>) -> Bool {
    let scalar = UTF8Decoder.scalar(at: offset, in: text).scalar
    return scalar == 0x27 || scalar == 0x2019
  }
}
