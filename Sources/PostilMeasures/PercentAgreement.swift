/// The share of agreeing pairs among all pairs of values of the same unit.
public enum PercentAgreement {
  /// Pooled over units: units with more values weigh more, by their pairs.
  ///
  /// - Parameter units: for each unit the values that it got, as codes; missing ones are left out.
  /// - Returns: 0 to 1.
  /// - Throws: `UndefinedMeasure.noPairs`.
  public static func pooled(_ units: [[Int]]) throws(UndefinedMeasure) -> Double {
    var agreeing = 0
    var pairs = 0
    var counts: [Int: Int] = [:]
    for unit in units where unit.count > 1 {
      counts.removeAll(keepingCapacity: true)
      for value in unit { counts[value, default: 0] += 1 }
      pairs += unit.count * (unit.count - 1) / 2
      for count in counts.values { agreeing += count * (count - 1) / 2 }
    }
    guard pairs > 0 else { throw .noPairs }
    return Double(agreeing) / Double(pairs)
  }
}
