import Glibc

/// The 256 colours of xterm, and how others map to them.
public enum ColorPalette {
  /// Red, green and blue, 0 to 255.
  public struct RGB: Sendable, Hashable {
    /// Red.
    public var red: Int
    /// Green.
    public var green: Int
    /// Blue.
    public var blue: Int
    /// A colour.
    public init(red: Int, green: Int, blue: Int) {
      self.red = red
      self.green = green
      self.blue = blue
    }
  }

  /// The names of the first sixteen, in their order.
  static let names = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "bright-black", "bright-red",
    "bright-green", "bright-yellow", "bright-blue", "bright-magenta", "bright-cyan", "bright-white",
  ]

  private static let first16: [(Int, Int, Int)] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
    (255, 255, 255),
  ]
  private static let levels = [0, 95, 135, 175, 215, 255]

  /// The colour of an index, as xterm defines it; the first sixteen are its defaults, which users may change.
  public static func rgb(_ index: Int) -> RGB {
    switch index {
    case 16..<232:
      let cube = index - 16
      return RGB(red: levels[cube / 36], green: levels[cube / 6 % 6], blue: levels[cube % 6])
    case 232..<256:
      let level = 8 + 10 * (index - 232)
      return RGB(red: level, green: level, blue: level)
    default:
      let (red, green, blue) = first16[max(0, min(15, index))]
      return RGB(red: red, green: green, blue: blue)
    }
  }

  /// How well two colours can be told apart: the contrast ratio of WCAG 2.1, from relative luminance; 1 to 21.
  public static func contrast(_ one: Int, _ other: Int) -> Double {
    let (first, second) = (luminances[max(0, min(255, one))], luminances[max(0, min(255, other))])
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  private static let luminances: [Double] = (0..<256).map { index in
    func linear(_ level: Int) -> Double {
      let value = Double(level) / 255
      return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    let color = rgb(index)
    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
  }

  /// The nearest of the colours 16 to 255, by distance in RGB. The first sixteen are left out as users change them.
  public static func nearest(to color: RGB) -> Int {
    var best = (index: 16, distance: Int.max)
    for index in 16..<256 {
      let other = rgb(index)
      let (red, green, blue) = (other.red - color.red, other.green - color.green, other.blue - color.blue)
      let distance = red * red + green * green + blue * blue
      if distance < best.distance { best = (index, distance) }
    }
    return best.index
  }

  /// The colour that stands for another where there are fewer, whatever is behind it: themes go by `ColorReduction`. Hue
  /// counts more than brightness, so that what is told apart by colour stays apart.
  public static func reduced(_ index: Int, to depth: ColorDepth) -> Int {
    guard index >= depth.rawValue, index < 256 else { return index }
    let color = rgb(index)
    let high = max(color.red, color.green, color.blue)
    let low = min(color.red, color.green, color.blue)
    if depth == .eight && index < 16 { return index == 8 ? 7 : index - 8 }
    if (high - low) * 5 <= high {
      if depth == .eight { return high < 80 ? 0 : 7 }
      return high < 64 ? 0 : high < 160 ? 8 : high < 216 ? 7 : 15
    }
    let middle = (high + low) / 2
    let bits = (color.red >= middle ? 1 : 0) + (color.green >= middle ? 2 : 0) + (color.blue >= middle ? 4 : 0)
    return depth == .sixteen && high >= 160 ? bits + 8 : bits
  }
}
