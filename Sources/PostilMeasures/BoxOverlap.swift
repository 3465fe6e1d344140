/// How much two boxes along the same axes have in common.
public enum BoxOverlap {
  /// A box by its sides, in any one unit; the far sides are not part of it.
  public struct Box: Sendable, Hashable {
    /// The sides.
    public var left, top, right, bottom: Double

    /// A box.
    public init(left: Double, top: Double, right: Double, bottom: Double) {
      self.left = left
      self.top = top
      self.right = right
      self.bottom = bottom
    }

    var area: Double { max(0, right - left) * max(0, bottom - top) }
  }

  /// The area of what both hold by the area of what either holds, from 0 to 1: intersection over union, also called the
  /// Jaccard index (P. Jaccard 1912). Boxes without area have 1 in common with the same box and 0 with others.
  public static func intersectionOverUnion(_ one: Box, _ other: Box) -> Double {
    if one == other { return 1 }
    let common = Box(
      left: max(one.left, other.left), top: max(one.top, other.top), right: min(one.right, other.right),
      bottom: min(one.bottom, other.bottom)
    ).area
    let union = one.area + other.area - common
    return union > 0 ? common / union : 0
  }

  /// How much two sets of labelled boxes have in common, from 0 to 1: each box is paired with at most one of the same label,
  /// the pairs with the greatest overlap first; twice the sum of the pairs' overlaps by the number of boxes in both. Two empty
  /// sets have 1 in common. It is the Dice coefficient (L. R. Dice 1945) with overlaps in the place of matches.
  public static func similarity(_ one: [(label: String, box: Box)], _ other: [(label: String, box: Box)]) -> Double {
    guard !one.isEmpty || !other.isEmpty else { return 1 }
    var pairs: [(overlap: Double, one: Int, other: Int)] = []
    for (first, a) in one.enumerated() {
      for (second, b) in other.enumerated() where a.label == b.label {
        let overlap = intersectionOverUnion(a.box, b.box)
        if overlap > 0 { pairs.append((overlap, first, second)) }
      }
    }
    pairs.sort { ($1.overlap, $0.one, $0.other) < ($0.overlap, $1.one, $1.other) }
    var (usedOne, usedOther): (Set<Int>, Set<Int>) = ([], [])
    var sum = 0.0
    for pair in pairs where !usedOne.contains(pair.one) && !usedOther.contains(pair.other) {
      usedOne.insert(pair.one)
      usedOther.insert(pair.other)
      sum += pair.overlap
    }
    return 2 * sum / Double(one.count + other.count)
  }
}
