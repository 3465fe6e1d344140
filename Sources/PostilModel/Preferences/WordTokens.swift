/// The words of a text, by their UTF-8 bytes: runs of letters, digits and marks; each Chinese character, kana and other sign
/// by itself; lines' ends. Blanks are between them.
struct WordTokens {
  /// What makes two words the same.
  typealias Key = ArraySlice<UInt8>

  let bytes: [UInt8]
  private(set) var ranges: [Range<Int>] = []

  init(_ text: String) {
    bytes = Array(text.utf8)
    var start: Int?
    var place = 0
    for scalar in text.unicodeScalars {
      let end = place + UTF8.width(scalar)
      switch Self.sort(of: scalar) {
      case .letter: if start == nil { start = place }
      case .blank: close(&start, at: place)
      case .single:
        close(&start, at: place)
        ranges.append(place..<end)
      }
      place = end
    }
    close(&start, at: place)
  }

  private mutating func close(_ start: inout Int?, at end: Int) {
    if let begin = start { ranges.append(begin..<end) }
    start = nil
  }

  /// How many words there are.
  var count: Int { ranges.count }

  /// The bytes of a word.
  func key(_ index: Int) -> Key { bytes[ranges[index]] }

  func isSame(_ index: Int, as other: WordTokens, _ otherIndex: Int) -> Bool { key(index) == other.key(otherIndex) }

  private enum Sort { case letter, blank, single }

  private static func sort(of scalar: Unicode.Scalar) -> Sort {
    if scalar.value < 0x80 {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "_", "'": return .letter
      case " ", "\t", "\r": return .blank
      default: return .single
      }
    }
    switch scalar.value {
    // Kana, ideographs and their extensions, compatibility forms, wide signs.
    case 0x2E80...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0x20000...0x3FFFF: return .single
    default: break
    }
    let properties = scalar.properties
    if properties.isAlphabetic || properties.numericType != nil { return .letter }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .format: return .letter
    case .spaceSeparator: return .blank
    default: return .single
    }
  }
}
