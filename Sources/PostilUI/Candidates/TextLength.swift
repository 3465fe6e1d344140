import PostilScreen

/// How long a text is.
struct TextLength: Sendable, Hashable {
  /// Runs of letters and digits between blanks; a Chinese character or a kana is a word of its own.
  private(set) var words = 0
  /// Characters as a reader counts them, blanks included, ends of lines not.
  private(set) var characters = 0

  /// Nothing.
  init() {}

  /// Counts a text and adds it.
  mutating func add(_ text: String) {
    let bytes = text.utf8.span
    var isInWord = false
    var index = 0
    while index < bytes.count {
      let glyph = SafeText.glyph(at: index, in: bytes)
      index += glyph.length
      if glyph.kind != .newline { characters += 1 }
      switch Self.sort(of: glyph) {
      case .blank: isInWord = false
      case .letter:
        if !isInWord { words += 1 }
        isInWord = true
      case .single:
        words += 1
        isInWord = false
      case .sign: break
      }
    }
  }

  private enum Sort { case blank, letter, single, sign }

  private static func sort(of glyph: Glyph) -> Sort {
    switch glyph.kind {
    case .blank, .tab, .newline: return .blank
    case .control: return .sign
    case .text, .pieces: break
    }
    let value = glyph.scalar
    if value < 0x80 {
      let isLetter = value | 0x20 >= 0x61 && value | 0x20 <= 0x7A
      return isLetter || value >= 0x30 && value <= 0x39 ? .letter : .sign
    }
    switch value {
    // Kana, ideographs with their extensions and compatibility forms.
    case 0x3041...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      return .single
    // Signs of Latin-1, general punctuation to arrows and shapes, East Asian punctuation, forms.
    case 0x80...0xA9, 0xAB...0xB4, 0xB6...0xB9, 0xBB...0xBF, 0xD7, 0xF7, 0x2000...0x2BFF, 0x3000...0x3040,
      0xFE10...0xFE6F, 0xFF00...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65, 0x1F000...0x1FAFF:
      return .sign
    default: return .letter
    }
  }

  /// The length in words from the longest form to the shortest: `148 words · 812 characters` … `148 w`.
  var forms: [String] {
    let word = words == 1 ? "word" : "words"
    let counts = (NumberText.grouped(words), NumberText.grouped(characters))
    return [
      "\(counts.0) \(word) · \(counts.1) characters", "\(counts.0) \(word) · \(counts.1) chars",
      "\(counts.0) \(word), \(counts.1) ch", "\(counts.0) w, \(counts.1) ch", "\(counts.0) \(word)", "\(counts.0) w",
      "",
    ]
  }
}
