/// Maps the 256-colour palette of styles to the colours that a terminal has.
nonisolated struct ColorMap {
  private let foregrounds: [Int32]
  private let backgrounds: [Int32]

  /// A map to a depth. With `direct`, colours of the terminal are red, green and blue in one number, except the first
  /// eight.
  init(depth: ColorDepth, direct: Bool = false) {
    foregrounds = (0..<256).map { Self.map($0, depth: depth, direct: direct, isBackground: false) }
    backgrounds = (0..<256).map { Self.map($0, depth: depth, direct: direct, isBackground: true) }
  }

  /// The terminal's colours for a pair of the palette's; −1 stays the terminal's own. Two that differ stay different.
  func pair(foreground: Int16, background: Int16) -> (foreground: Int32, background: Int32) {
    let front = Self.color(foreground, in: foregrounds)
    let back = Self.color(background, in: backgrounds)
    guard front == back, front >= 0, foreground != background else { return (front, back) }
    return (back == 0 || back == 4 ? 7 : 0, back)
  }

  private static func color(_ index: Int16, in table: [Int32]) -> Int32 {
    index >= 0 && index < 256 ? table[Int(index)] : -1
  }

  private static func map(_ index: Int, depth: ColorDepth, direct: Bool, isBackground: Bool) -> Int32 {
    switch depth {
    case .mono: return -1
    case .palette:
      guard direct, index > 7 else { return Int32(index) }
      let (red, green, blue) = rgb(index)
      return Int32(red << 16 | green << 8 | blue)
    case .sixteen: return Int32(nearestOfSixteen(index))
    case .eight:
      let nearest = nearestOfSixteen(index)
      // Dark grey as text would vanish on black.
      if nearest == 8 { return isBackground ? 0 : 7 }
      return Int32(nearest & 7)
    }
  }

  private static func nearestOfSixteen(_ index: Int) -> Int {
    if index < 16 { return index }
    let wanted = rgb(index)
    func distance(_ candidate: Int) -> Int {
      let color = rgb(candidate)
      let (red, green, blue) = (color.0 - wanted.0, color.1 - wanted.1, color.2 - wanted.2)
      return red * red + green * green + blue * blue
    }
    return (0..<16).min { distance($0) < distance($1) } ?? 7
  }

  /// Red, green and blue, 0 to 255, of xterm's palette.
  private static func rgb(_ index: Int) -> (Int, Int, Int) {
    if index < 16 {
      let level = index == 8 ? 127 : index == 7 ? 229 : index > 8 ? 255 : 205
      if index == 8 { return (127, 127, 127) }
      return (index & 1 != 0 ? level : 0, index & 2 != 0 ? level : 0, index & 4 != 0 ? level : 0)
    }
    if index >= 232 {
      let level = 8 + 10 * (index - 232)
      return (level, level, level)
    }
    let steps = [0, 95, 135, 175, 215, 255]
    let cube = index - 16
    return (steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6])
  }
}
