/// How many colours there are.
public nonisolated enum ColorDepth: Int, Sendable, Hashable, CaseIterable, Comparable {
  /// None: attributes only.
  case mono = 0
  /// The eight of the oldest colour terminals.
  case eight = 8
  /// The eight and their bright twins.
  case sixteen = 16
  /// The palette of xterm.
  case palette = 256

  /// The depth of a terminal with so many colours.
  init(colors: Int) {
    self = Self.allCases.last { $0.rawValue <= max(0, colors) } ?? .mono
  }

  /// Fewer colours come first.
  public static func < (left: ColorDepth, right: ColorDepth) -> Bool { left.rawValue < right.rawValue }
}
