import PostilScreen

/// Maps the 256-colour palette of styles to the colours that a terminal has.
nonisolated struct ColorMap {
  private let colors: [Int32]

  /// A map to a depth. With `direct`, colours of the terminal are red, green and blue in one number, except the first
  /// eight.
  init(depth: ColorDepth, direct: Bool = false) {
    colors = (0..<256).map { Self.map($0, depth: depth, direct: direct) }
  }

  /// The terminal's colours for a pair of the palette's; −1 stays the terminal's own. Two that differ stay different.
  func pair(foreground: Int16, background: Int16) -> (foreground: Int32, background: Int32) {
    let (front, back) = (color(foreground), color(background))
    guard front == back, front >= 0, foreground != background else { return (front, back) }
    return (back == 0 || back == 4 ? 7 : 0, back)
  }

  private func color(_ index: Int16) -> Int32 { index >= 0 && index < 256 ? colors[Int(index)] : -1 }

  private static func map(_ index: Int, depth: ColorDepth, direct: Bool) -> Int32 {
    guard depth != .mono else { return -1 }
    guard depth == .palette, direct, index > 7 else { return Int32(ColorPalette.reduced(index, to: depth)) }
    let color = ColorPalette.rgb(index)
    return Int32(color.red << 16 | color.green << 8 | color.blue)
  }
}
