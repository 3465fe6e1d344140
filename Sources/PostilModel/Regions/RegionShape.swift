/// What a region of a picture is drawn as.
public enum RegionShape: String, Sendable, Hashable, CaseIterable {
  /// A rectangle along the picture's sides: two corners.
  case box
  /// A closed line of three corners or more.
  case polygon
  /// An open line of two corners or more.
  case line
  /// One place.
  case point

  /// How many places it is made of.
  public var counts: ClosedRange<Int> {
    switch self {
    case .box: 2...2
    case .polygon: 3...Region.mostPoints
    case .line: 2...Region.mostPoints
    case .point: 1...1
    }
  }
}
