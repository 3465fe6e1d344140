import CNcurses
import PostilScreen

/// The colour pairs of curses, found once for each pair of colours.
struct PairCache {
  private let map: ColorMap
  private let isMono: Bool
  /// What stands for the terminal's own colours where it has no default ones.
  private let fallback: (foreground: Int32, background: Int32)
  private let limit: Int
  private var pairs: [UInt32: Int32] = [:]
  /// True when a pair was wanted and none was left. `reset` helps where there are many.
  private(set) var isFull = false

  /// A cache for the terminal that curses has open.
  init(depth: ColorDepth, hasDefaultColors: Bool, direct: Bool) {
    map = ColorMap(depth: depth, direct: direct)
    isMono = depth == .mono
    fallback = hasDefaultColors ? (-1, -1) : (7, 0)
    limit = isMono ? 0 : Int(cn_color_pairs())
  }

  /// The pair of a style; 0 when there is none left.
  mutating func pair(of style: Style) -> Int32 {
    if isMono || (style.foreground < 0 && style.background < 0) { return 0 }
    let key = UInt32(UInt16(bitPattern: style.foreground)) << 16 | UInt32(UInt16(bitPattern: style.background))
    if let pair = pairs[key] { return pair }
    // Curses would take away a pair that is on the screen.
    guard pairs.count < limit - 1 else {
      isFull = true
      return 0
    }
    let colors = map.pair(foreground: style.foreground, background: style.background)
    let found = alloc_pair(
      colors.foreground < 0 ? fallback.foreground : colors.foreground,
      colors.background < 0 ? fallback.background : colors.background)
    let pair = found > 0 ? found : 0
    pairs[key] = pair
    return pair
  }

  /// Forgets all pairs, if that can help. True when it did: then everything has to be drawn again.
  mutating func reset() -> Bool {
    defer { isFull = false }
    // With few pairs the next frame would fill them again.
    guard isFull, limit >= 1024 else { return false }
    reset_color_pairs()
    pairs.removeAll(keepingCapacity: true)
    return true
  }
}
