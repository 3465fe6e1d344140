/// How many colours a terminal has.
public enum ColorDepth: Int, Sendable, Hashable, CaseIterable, Comparable {
  /// Attributes only: `NO_COLOR`, or a terminal without colours.
  case mono = 0
  /// The eight of ANSI.
  case eight = 8
  /// With their bright forms.
  case sixteen = 16
  /// The 256-colour palette.
  case palette = 256

  /// The depth of a terminal that tells so many colours.
  public init(colors: Int) {
    self = colors >= 256 ? .palette : colors >= 16 ? .sixteen : colors >= 8 ? .eight : .mono
  }

  /// Fewer colours come first.
  public static func < (left: ColorDepth, right: ColorDepth) -> Bool { left.rawValue < right.rawValue }
}
