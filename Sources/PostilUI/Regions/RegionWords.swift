import PostilModel
import PostilScreen

/// Regions in words.
enum RegionWords {
  /// `68,315  218 x 165` for a box; the first place and the number of corners for others.
  static func place(of region: Region) -> String {
    let bounds = region.bounds
    let start = corner(of: region)
    switch region.shape {
    case .box: return "\(start)  \(number(bounds.right - bounds.left)) x \(number(bounds.bottom - bounds.top))"
    case .point: return start
    case .polygon, .line: return "\(start)  \(region.shape.rawValue) of \(region.points.count)"
    }
  }

  /// As much of the place as columns have room for, never a part of a number; empty where there is none.
  static func place(of region: Region, columns: Int) -> String {
    [place(of: region), corner(of: region)].first { $0.utf8.count <= columns } ?? ""
  }

  /// Who proposes, with the score; where there is no room for both the score alone, never a part of it.
  static func source(_ source: String, columns: Int) -> String {
    if TextWidth.columns(of: source) <= columns { return source }
    guard let last = source.split(separator: " ").last,
      last.utf8.allSatisfy({ $0 == 0x2E || (0x30...0x39).contains($0) })
    else { return source }
    return last.utf8.count <= columns ? String(last) : ""
  }

  private static func corner(of region: Region) -> String {
    "\(number(region.bounds.left)),\(number(region.bounds.top))"
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e9 ? String(Int(value)) : NumberText.decimal(value, places: 1)
  }
}
