/// Fits a theme's looks to a terminal with eight or sixteen colours, for the paper that the theme is made for. What stood
/// out from the paper still does: a colour that would be hard to read there gives way to one that is not.
struct ColorReduction {
  /// The least contrast of text to what is behind it.
  static let floor = 3.0
  /// Below this, a block with text on it is drawn in inverse video instead, which has the contrast of running text.
  private static let blockFloor = 4.5
  /// The most contrast to the paper of what lies under text that keeps its own colour.
  private static let tintCeiling = 1.5
  /// What stands for a hue, by its bits of red, green and blue, where the hue itself is too close to what is behind it.
  private static let neighbours = [[], [5], [4, 6], [5, 1], [6, 5], [1, 4], [4, 2], []]

  private let depth: ColorDepth
  /// What is behind text that names no background, and its colour at this depth.
  private let paper: Int
  private let flatPaper: Int
  private let ink: Int

  /// - Parameter base: the colours of running text; where it names none, those that the theme assumes.
  init(to depth: ColorDepth, base: Style) {
    self.depth = depth
    paper = base.background < 0 ? 0 : Int(base.background)
    flatPaper = ColorPalette.reduced(paper, to: depth)
    let ink = base.foreground < 0 ? 7 : Int(base.foreground)
    self.ink = Self.readable(ink, on: flatPaper, depth: depth)
  }

  /// The colours of running text and of the paper at this depth.
  var base: Style { Style(foreground: Int16(ink), background: Int16(flatPaper)) }

  /// A look with the colours of the terminal.
  ///
  /// - Parameter plain: the same role's look without colours, whose weight, slant and lines help where colours are few.
  func fitted(_ look: Style, plain: Style) -> Style {
    var helpers = plain.attributes.subtracting(.reverse)
    // Sixteen colours have a grey of their own.
    if depth == .sixteen { helpers.subtract(.dim) }
    var result = Style(attributes: look.attributes.union(helpers))
    var behind = flatPaper
    if look.background >= 0 {
      behind = background(Int(look.background), isTint: look.foreground < 0)
      let front = look.foreground >= 0 ? Int(look.foreground) : ink
      let text = Self.readable(front, on: behind, depth: depth)
      let isFaint = ColorPalette.contrast(text, behind) < Self.blockFloor
      if isFaint, plain.attributes.contains(.reverse) {
        result.attributes.insert(.reverse)
        return result
      }
      result.background = Int16(behind)
      if look.foreground >= 0 || text != ink { result.foreground = Int16(text) }
      return result
    }
    if look.foreground >= 0 {
      result.foreground = Int16(Self.readable(Int(look.foreground), on: behind, depth: depth))
    }
    return result
  }

  /// A block that stood out from the paper still does. A tint under text of any colour stays near to the paper, or is left
  /// away; one that becomes the paper is grey where text stays readable.
  private func background(_ index: Int, isTint: Bool) -> Int {
    if ColorPalette.contrast(index, paper) >= Self.floor { return Self.readable(index, on: flatPaper, depth: depth) }
    let reduced = ColorPalette.reduced(index, to: depth)
    if isTint, ColorPalette.contrast(reduced, flatPaper) > Self.tintCeiling { return flatPaper }
    guard reduced == flatPaper, index != paper else { return reduced }
    let isLight = ColorPalette.contrast(flatPaper, 0) > ColorPalette.contrast(flatPaper, 15)
    let tint = isLight ? 7 : 8
    return tint < depth.rawValue && ColorPalette.contrast(ink, tint) >= 7 ? tint : reduced
  }

  /// The nearest colour of a depth that can be read on another.
  private static func readable(_ index: Int, on behind: Int, depth: ColorDepth) -> Int {
    let first = ColorPalette.reduced(index, to: depth)
    let isGrey = first % 8 == 0 || first % 8 == 7
    var candidates = [first]
    if isGrey {
      // From the nearest grey on, away from what is behind.
      let greys = depth == .sixteen ? [0, 8, 7, 15] : [0, 7]
      let place = greys.firstIndex(of: first) ?? 0
      let darker = Array(greys[..<place].reversed())
      let lighter = Array(greys[(place + 1)...])
      let isLight = ColorPalette.contrast(behind, 0) > ColorPalette.contrast(behind, 15)
      candidates += isLight ? darker + lighter : lighter + darker
    } else {
      if depth == .sixteen { candidates.append(first ^ 8) }
      for hue in neighbours[first % 8] {
        let both = depth == .sixteen ? [hue, hue | 8] : [hue]
        candidates += both.sorted { ColorPalette.contrast($0, behind) > ColorPalette.contrast($1, behind) }
      }
      candidates += depth == .sixteen ? [0, 15] : [0, 7]
    }
    return candidates.first { ColorPalette.contrast($0, behind) >= floor }
      ?? (ColorPalette.contrast(0, behind) > ColorPalette.contrast(7, behind) ? 0 : 7)
  }
}
