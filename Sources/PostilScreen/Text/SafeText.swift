/// Turns text into what may be drawn. Everything that the screen shows of a task passes here.
///
/// Text from data is hostile until shown: it may hold escape sequences, bidi overrides, hidden characters or bytes that
/// are no text at all. `glyph(at:in:column:tab:)` reads one cluster and says what stands for it:
///
/// | in the text | drawn |
/// | --- | --- |
/// | C0 controls, DEL | their control pictures: `␛` for ESC |
/// | bidi controls | `⇠` those to the left, `⇢` those to the right and first-strong, `↮` the ends of embeddings and isolates |
/// | zero-width spaces and joiners, BOM, soft hyphen, fillers, a second variation selector | `◌` |
/// | C1, tags, private use, unassigned, noncharacters, surrogates, invalid bytes | `�` |
///
/// These signs are drawn in the surface's control style, so that they cannot be taken for the same character in the
/// text. Of an emoji sequence only the first emoji is drawn, without skin tone and variation selector; flags are two
/// letters; a cell carries at most two combining marks, the rest is dropped. Text that runs from right to left is drawn
/// in the order in which it is stored, each character in its own column: a terminal without bidi keeps the columns
/// straight, and one with bidi is never told to reorder. Unassigned means: not yet in the Unicode version that
/// `ScalarClassTable` names.
public enum SafeText {
  /// The sign for zero-width characters, and the base of a mark that has none.
  static let hidden: UInt32 = 0x25CC
  /// The sign for what cannot be shown.
  static let replacement: UInt32 = 0xFFFD
  /// An emoji sequence longer than this shows its rest, so that nothing can be hidden in it.
  private static let longestJoin = 8

  /// The cluster that begins at byte `index`, which must lie on a boundary and before the end.
  /// - Parameters:
  ///   - text: UTF-8; bytes that are no UTF-8 are shown as `�`.
  ///   - column: the column where it will stand, counted from the start of the line; tabs need it.
  ///   - tab: the distance of tab stops.
  @inline(__always)
  public static func glyph(at index: Int, in text: Span<UInt8>, column: Int = 0, tab: Int = 4) -> Glyph {
    let byte = text[index]
    if byte >= 0x20 && byte < 0x7F && (index + 1 == text.count || text[index + 1] < 0x80) {
      return Glyph(UInt32(byte), length: 1, kind: byte == 0x20 ? .blank : .text)
    }
    return other(at: index, in: text, column: column, tab: tab)
  }

  @inline(never)
  private static func other(at index: Int, in text: Span<UInt8>, column: Int, tab: Int) -> Glyph {
    let (scalar, length) = UTF8Decoder.scalar(at: index, in: text)
    if scalar >= 0x4E00 && scalar <= 0x9FFF && standsAlone(index + length, in: text) {
      return Glyph(scalar, length: length, columns: 2)
    }
    if scalar == UTF8Decoder.invalid { return Glyph(replacement, length: length, kind: .control) }
    if scalar < 0xA0 { return low(scalar, at: index, in: text, column: column, tab: max(1, tab)) }
    switch ScalarClass.of(scalar) {
    case .narrow, .spacingMark:
      return extended(Glyph(scalar, length: length), at: index, in: text)
    case .wide, .modifier:
      return extended(Glyph(scalar, length: length, columns: 2), at: index, in: text)
    case .blank:
      return extended(Glyph(0x20, length: length, columns: scalar == 0x3000 ? 2 : 1, kind: .blank), at: index, in: text)
    case .mark:
      var glyph = Glyph(hidden, length: length)
      glyph.mark1 = scalar
      return extended(glyph, at: index, in: text)
    case .regionalIndicator:
      return flag(scalar, at: index, in: text)
    case .bidi:
      return Glyph(sign(ofBidi: scalar), length: length, kind: .control)
    case .format, .joiner, .variationSelector:
      return Glyph(hidden, length: length, kind: .control)
    case .unprintable:
      return Glyph(replacement, length: length, kind: .control)
    }
  }

  /// True when no mark can follow at `next`: the end, ASCII, or a lead byte of U+4000 to U+9FFF. Spares Han text a look-up.
  @inline(__always)
  private static func standsAlone(_ next: Int, in text: Span<UInt8>) -> Bool {
    next >= text.count || text[next] < 0x80 || (0xE4...0xE9).contains(text[next])
  }

  /// Scalars below U+00A0.
  private static func low(_ scalar: UInt32, at index: Int, in text: Span<UInt8>, column: Int, tab: Int) -> Glyph {
    switch scalar {
    case 0x09: return Glyph(0x20, length: 1, columns: tab - column % tab, kind: .tab)
    case 0x0A: return Glyph(0x20, length: 1, columns: 0, kind: .newline)
    case 0x0D where index + 1 < text.count && text[index + 1] == 0x0A:
      return Glyph(0x20, length: 2, columns: 0, kind: .newline)
    case 0..<0x20: return Glyph(0x2400 + scalar, length: 1, kind: .control)
    case 0x7F: return Glyph(0x2421, length: 1, kind: .control)
    case 0x80...0x9F: return Glyph(replacement, length: 2, kind: .control)
    default:
      return extended(Glyph(scalar, length: 1, kind: scalar == 0x20 ? .blank : .text), at: index, in: text)
    }
  }

  /// Two indicators make one flag; a single one is its letter.
  private static func flag(_ scalar: UInt32, at index: Int, in text: Span<UInt8>) -> Glyph {
    let letter = letter(ofIndicator: scalar)
    guard index + 4 < text.count else { return Glyph(letter, length: 4) }
    let next = UTF8Decoder.scalar(at: index + 4, in: text)
    guard next.scalar != UTF8Decoder.invalid, next.scalar >= 0xA0, ScalarClass.of(next.scalar) == .regionalIndicator
    else { return Glyph(letter, length: 4) }
    return Glyph(letter, length: 8, columns: 2, kind: .pieces)
  }

  /// The letter A to Z of a regional indicator.
  static func letter(ofIndicator scalar: UInt32) -> UInt32 { scalar - 0x1F1E6 + 0x41 }

  private static func sign(ofBidi scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x061C, 0x200F, 0x202B, 0x202E, 0x2067: 0x21E0
    case 0x202C, 0x2069: 0x21AE
    default: 0x21E2
    }
  }

  /// Takes in what belongs to the base: marks, one variation selector, a skin tone, joined emoji.
  private static func extended(_ base: Glyph, at index: Int, in text: Span<UInt8>) -> Glyph {
    var glyph = base
    var end = index + base.length
    var joins = 0
    var selected = false
    var pictographic = ScalarClass.isPictographic(base.scalar)
    scan: while end < text.count, text[end] >= 0x80 {
      let (scalar, length) = UTF8Decoder.scalar(at: end, in: text)
      guard scalar != UTF8Decoder.invalid, scalar >= 0x300 else { break }
      switch ScalarClass.of(scalar) {
      case .mark: add(scalar, to: &glyph)
      case .spacingMark where glyph.columns < 6 && glyph.kind != .blank:
        glyph.columns += 1
        glyph.kind = .pieces
      case .variationSelector where !selected: selected = true
      case .modifier where pictographic: pictographic = false
      case .joiner where joins < longestJoin && ScalarClass.isPictographic(base.scalar):
        guard let joined = pictograph(at: end + length, in: text) else { break scan }
        end += joined
        joins += 1
        (selected, pictographic) = (false, true)
      default: break scan
      }
      end += length
    }
    glyph.length = end - index
    return glyph
  }

  private static func add(_ mark: UInt32, to glyph: inout Glyph) {
    if glyph.kind == .blank { glyph.kind = .text }
    if glyph.mark1 == 0 { glyph.mark1 = mark } else if glyph.mark2 == 0 { glyph.mark2 = mark }
  }

  /// The length of the emoji at `index`, or nil if there is none.
  private static func pictograph(at index: Int, in text: Span<UInt8>) -> Int? {
    guard index < text.count else { return nil }
    let (scalar, length) = UTF8Decoder.scalar(at: index, in: text)
    return ScalarClass.isPictographic(scalar) ? length : nil
  }
}
