/// The signs that a terminal can show: Unicode where its locale is UTF-8, plain ASCII elsewhere.
public enum Alphabet: UInt8, Sendable, Hashable {
  /// Everything.
  case unicode
  /// ASCII only.
  case ascii

  /// The scalar of a sign.
  public func scalar(_ sign: Sign) -> UInt32 { self == .unicode ? Self.forms(sign).0 : UInt32(Self.forms(sign).1) }

  /// A sign as a string, for composing lines of text.
  public func string(_ sign: Sign) -> String { Unicode.Scalar(scalar(sign)).map { String($0) } ?? "?" }

  private static func forms(_ sign: Sign) -> (UInt32, UInt8) {
    switch sign {
    case .open: (0xB7, 0x2E)
    case .draft: (0x2026, 0x7E)
    case .done: (0x2713, 0x2B)
    case .skipped: (0x293C, 0x3E)
    case .flagged: (0x2691, 0x3F)
    case .sentBack: (0x21A9, 0x3C)
    case .gold: (0x2605, 0x2A)
    case .answered: (0x21AA, 0x21)
    case .cursor, .moreRight: (0x25B8, 0x3E)
    case .suggestion, .moreLeft: (0x25C2, 0x3C)
    case .ellipsis: (0x2026, 0x7E)
    case .chosen: (0x25CF, 0x2A)
    case .notChosen: (0x25CB, 0x6F)
    case .checked: (0x2713, 0x78)
    case .unchecked, .separator: (0xB7, 0x2D)
    case .moreAbove: (0x25B4, 0x5E)
    case .moreBelow: (0x25BE, 0x76)
    case .entry: (0x250A, 0x7C)
    case .bullet: (0x2022, 0x2A)
    case .quote: (0x258F, 0x7C)
    case .arrowLeft: (0x2190, 0x3C)
    case .arrowRight: (0x2192, 0x3E)
    case .arrowUp: (0x2191, 0x5E)
    case .arrowDown: (0x2193, 0x76)
    case .wrapped: (0x21B5, 0x5C)
    }
  }

  /// What stands for a scalar where only ASCII can be shown: the plain form of quotation marks, dashes, dots and the
  /// program's own signs, and `?` for all else.
  static func ascii(for scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0..<0x80: scalar
    case 0x2018, 0x2019: 0x27
    case 0x201C, 0x201D: 0x22
    case 0x2010...0x2015, 0x2212, 0x2500, 0x2501: 0x2D
    case 0xB7: 0x2E
    case 0x2022, 0x2605, 0x25CF: 0x2A
    case 0x2026: 0x7E
    case 0xD7: 0x78
    case 0x25B8, 0x2192: 0x3E
    case 0x25C2, 0x2190: 0x3C
    case 0x2191, 0x25B4: 0x5E
    case 0x2193, 0x25BE: 0x76
    case 0x2713: 0x2B
    case 0x2502, 0x2503, 0x250A, 0x258F: 0x7C
    case 0x250C...0x254B: 0x2B
    case 0x2580...0x2588: 0x23
    default: 0x3F
    }
  }

  /// A line's character by the directions in which it goes on.
  func line(_ arms: LineArms) -> UInt32 {
    guard self == .unicode else {
      return arms == .horizontal ? 0x2D : arms == .vertical ? 0x7C : 0x2B
    }
    return LineArms.characters[Int(arms.rawValue)]
  }

  /// The directions of a line's character, or none if it is no such character.
  func arms(of scalar: UInt32) -> LineArms {
    if self == .ascii {
      return scalar == 0x2D ? .horizontal : scalar == 0x7C ? .vertical : scalar == 0x2B ? .all : []
    }
    guard scalar >= 0x2500 && scalar <= 0x257F else { return [] }
    return LineArms.characters.firstIndex(of: scalar).map { LineArms(rawValue: UInt8($0)) } ?? []
  }

  /// A bar's cell that is filled by `eighths` of 8, from the left.
  public func bar(eighths: Int) -> UInt32 {
    let eighths = max(0, min(8, eighths))
    if self == .ascii { return eighths >= 4 ? 0x23 : 0x2E }
    return eighths == 0 ? 0xB7 : 0x2590 - UInt32(eighths)
  }

  /// A column that is filled by `eighths` of 8, from below; a blank for none.
  public func column(eighths: Int) -> UInt32 {
    let eighths = max(0, min(8, eighths))
    if eighths == 0 { return 0x20 }
    if self == .ascii { return Self.asciiColumns[eighths - 1] }
    return 0x2580 + UInt32(eighths)
  }

  /// `_ . - = + * # @`: ever more ink.
  private static let asciiColumns: [UInt32] = [0x5F, 0x2E, 0x2D, 0x3D, 0x2B, 0x2A, 0x23, 0x40]
}
