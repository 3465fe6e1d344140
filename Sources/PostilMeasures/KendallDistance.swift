/// How far two orders with ties are from each other.
public enum KendallDistance {
  /// The Kendall distance with penalty ½: a pair in opposite orders counts 1, a pair that only one of them ties counts ½.
  ///
  /// Fagin, Kumar, Mahdian, Sivakumar and Vee, "Comparing partial rankings", SIAM J. Discrete Math. 20 (2006), K⁽ᵖ⁾ with
  /// p = ½, which is a metric.
  ///
  /// - Parameters:
  ///   - one: each item's rank, smaller for better; the same for ties. Nil for an item that was not ranked.
  ///   - other: the other order's ranks of the same items.
  /// - Returns: 0 to n(n − 1)/2 for the n items that both have ranked.
  /// - Throws: `UndefinedMeasure.noCommonPairs` when these are fewer than two.
  public static func distance(_ one: [Int?], _ other: [Int?]) throws(UndefinedMeasure) -> Double {
    precondition(one.count == other.count, "two orders of the same items")
    let ranks = zip(one, other).compactMap { pair in pair.0.flatMap { a in pair.1.map { (a, $0) } } }
    guard ranks.count > 1 else { throw .noCommonPairs }
    var distance = 0.0
    for (place, (a, b)) in ranks.enumerated() {
      for (c, d) in ranks[(place + 1)...] {
        let (first, second) = ((a - c).signum(), (b - d).signum())
        if first * second < 0 { distance += 1 } else if first != second { distance += 0.5 }
      }
    }
    return distance
  }

  /// The distance as a share of the greatest that is possible: 0 for the same order, 1 for the opposite one.
  ///
  /// - Throws: as `distance`.
  public static func normalised(_ one: [Int?], _ other: [Int?]) throws(UndefinedMeasure) -> Double {
    let found = try distance(one, other)
    let count = zip(one, other).count { $0 != nil && $1 != nil }
    return found / Double(count * (count - 1) / 2)
  }
}
