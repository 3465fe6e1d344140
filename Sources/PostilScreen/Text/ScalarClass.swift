/// How a scalar from U+00A0 on is to be drawn.
enum ScalarClass: UInt8 {
  /// One column.
  case narrow = 0
  /// Two columns.
  case wide
  /// No column of its own: it sits on the character before it.
  case mark
  /// One column, but part of the character before it.
  case spacingMark
  /// A blank: one column, the ideographic space two.
  case blank
  /// Zero-width and default ignorable: drawn as a sign, lest it hide.
  case format
  /// Marks, embeddings, overrides and isolates of the bidirectional algorithm.
  case bidi
  /// A wish for one of several shapes of the character before it.
  case variationSelector
  /// Unassigned, private, surrogate, noncharacter, tag, control.
  case unprintable
  /// Half of a flag.
  case regionalIndicator
  /// A skin tone.
  case modifier
  /// U+200D, which joins emoji.
  case joiner

  /// The class of a scalar from U+00A0 on.
  static func of(_ scalar: UInt32) -> ScalarClass {
    if scalar >= 0x4E00 && scalar <= 0x9FFF || scalar >= 0xAC00 && scalar <= 0xD7A3 { return .wide }
    if scalar < 0x300 { return scalar == 0xAD ? .format : scalar == 0xA0 ? .blank : .narrow }
    if scalar >= 0x3041 && scalar <= 0x3096 || scalar >= 0x30A0 && scalar <= 0x30FF { return .wide }
    return search(scalar)
  }

  private static func search(_ scalar: UInt32) -> ScalarClass {
    guard scalar <= 0x10FFFF else { return .unprintable }
    let key = scalar << 4 | 0xF
    let runs = ScalarClassTable.runs
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle] <= key { low = middle } else { high = middle }
    }
    return ScalarClass(rawValue: UInt8(runs[low] & 0xF)) ?? .unprintable
  }

  /// True for a scalar that emoji sequences are made of (Extended_Pictographic, a few symbols more in its blocks).
  static func isPictographic(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x1F000...0x1F1E5, 0x1F200...0x1F3FA, 0x1F400...0x1FAFF, 0x2600...0x27BF: true
    case 0xA9, 0xAE, 0x203C, 0x2049, 0x2122, 0x2139, 0x2194...0x2199, 0x21A9...0x21AA, 0x231A...0x231B: true
    case 0x2328, 0x23CF, 0x23E9...0x23F3, 0x23F8...0x23FA, 0x24C2, 0x25AA...0x25AB, 0x25B6, 0x25C0: true
    case 0x25FB...0x25FE, 0x2934...0x2935, 0x2B05...0x2B07, 0x2B1B...0x2B1C, 0x2B50, 0x2B55: true
    case 0x3030, 0x303D, 0x3297, 0x3299: true
    default: false
    }
  }
}
