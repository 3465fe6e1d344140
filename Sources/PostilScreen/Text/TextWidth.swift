/// How many columns text takes on the screen, by a table of our own: the same in every locale.
///
/// East Asian wide and fullwidth characters take 2 columns, combining marks 0, everything else 1, ambiguous characters
/// too. What is replaced (controls and the like) counts as it is drawn, see `SafeText`.
public enum TextWidth {
  /// The columns of a scalar that stands alone; 0 for combining marks and variation selectors.
  public static func columns(of scalar: Unicode.Scalar) -> Int {
    guard scalar.value >= 0x300 else { return 1 }
    switch ScalarClass.of(scalar.value) {
    case .wide, .modifier: return 2
    case .mark, .variationSelector: return 0
    case .blank: return scalar.value == 0x3000 ? 2 : 1
    default: return 1
    }
  }

  /// The columns of a cluster as it is drawn: an emoji sequence as its first emoji, a flag as two letters.
  public static func columns(of cluster: Character) -> Int { columns(of: String(cluster)) }

  /// The columns of a text on one line. The end of a line within takes none; a tab reaches to the next tab stop.
  /// - Parameters:
  ///   - column: the column where the text begins; tabs need it.
  ///   - tab: the distance of tab stops.
  public static func columns(of text: String, from column: Int = 0, tab: Int = 4) -> Int {
    columns(of: text.utf8.span, from: column, tab: tab)
  }

  /// The same for UTF-8 bytes.
  public static func columns(of text: Span<UInt8>, from column: Int = 0, tab: Int = 4) -> Int {
    var place = column
    var index = 0
    while index < text.count {
      let glyph = SafeText.glyph(at: index, in: text, column: place, tab: tab)
      place += glyph.columns
      index += glyph.length
    }
    return place - column
  }

  /// The text cut to `columns`, with the ellipsis as its last column where something was cut. Never cuts a cluster.
  /// The text is not made safe; drawing does that.
  public static func truncate(_ text: String, to columns: Int, ellipsis: String = "…") -> String {
    let mark = self.columns(of: ellipsis)
    var place = 0
    var cut = 0
    var index = 0
    let bytes = Array(text.utf8)
    while index < bytes.count {
      let glyph = SafeText.glyph(at: index, in: bytes.span, column: place)
      place += glyph.columns
      guard place <= columns else {
        return String(decoding: bytes[..<cut], as: UTF8.self) + (mark <= columns ? ellipsis : "")
      }
      index += glyph.length
      if place + mark <= columns { cut = index }
    }
    return text
  }

  /// The text cut to `columns` with its beginning and its end kept, and the ellipsis for what lay between. Never cuts a
  /// cluster. The text is not made safe; drawing does that.
  public static func truncateMiddle(_ text: String, to columns: Int, ellipsis: String = "…") -> String {
    guard self.columns(of: text) > columns else { return text }
    let room = columns - self.columns(of: ellipsis)
    guard room >= 2 else { return truncate(text, to: columns, ellipsis: ellipsis) }
    var tail = ""
    for cluster in text.reversed() {
      let longer = String(cluster) + tail
      guard self.columns(of: longer) <= room / 2 else { break }
      tail = longer
    }
    return truncate(text, to: room - self.columns(of: tail), ellipsis: "") + ellipsis + tail
  }

  /// The text with blanks up to `columns`: behind it, or before it with `right`. Longer text is truncated.
  public static func pad(_ text: String, to columns: Int, right: Bool = false, ellipsis: String = "…") -> String {
    let cut = truncate(text, to: columns, ellipsis: ellipsis)
    let blanks = String(repeating: " ", count: max(0, columns - self.columns(of: cut)))
    return right ? blanks + cut : cut + blanks
  }
}
