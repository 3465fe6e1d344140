/// Krippendorff's alpha: agreement beyond chance, for any number of observers, with missing values.
///
/// α = 1 − Dₒ / Dₑ over the coincidences of values within units: Krippendorff, "Computing Krippendorff's
/// alpha-reliability" (2011), and "Content analysis", 3rd edition (2013), chapter 12.
public enum KrippendorffAlpha {
  /// How far two values are from each other.
  public enum Metric: String, Sendable, Hashable, CaseIterable {
    /// The same or not.
    case nominal
    /// By the values that stand between them.
    case ordinal
    /// By their squared difference.
    case interval
    /// By their squared difference over their sum: values from 0 on.
    case ratio
  }

  /// Alpha of some units.
  ///
  /// - Parameter units: for each unit the values that it got; missing ones are left out. Units with one value count for
  ///   nothing.
  /// - Returns: 1 for perfect agreement, 0 for what chance would give, less for less.
  /// - Throws: `UndefinedMeasure.noPairs`, `.oneClass`, and `.valueOffScale` for a negative value of a ratio.
  public static func alpha(_ units: [[Double]], metric: Metric) throws(UndefinedMeasure) -> Double {
    let pairable = units.filter { $0.count > 1 }
    guard !pairable.isEmpty else { throw .noPairs }
    let values = Set(pairable.joined()).sorted()
    if metric == .ratio, let negative = values.first(where: { $0 < 0 }) { throw .valueOffScale(negative) }
    guard values.count > 1 else { throw .oneClass }
    let places = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, $0) })
    var totals = [Double](repeating: 0, count: values.count)
    var coincidences = [Double](repeating: 0, count: values.count * values.count)
    var counts = [Int](repeating: 0, count: values.count)
    for unit in pairable {
      var present: [Int] = []
      for value in unit {
        guard let place = places[value] else { continue }
        if counts[place] == 0 { present.append(place) }
        counts[place] += 1
        totals[place] += 1
      }
      let weight = 1 / Double(unit.count - 1)
      for one in present {
        for other in present {
          let pairs = one == other ? counts[one] * (counts[one] - 1) : counts[one] * counts[other]
          coincidences[one * values.count + other] += Double(pairs) * weight
        }
      }
      for place in present { counts[place] = 0 }
    }
    return ratio(coincidences, totals, values, metric)
  }

  private static func ratio(
    _ coincidences: [Double], _ totals: [Double], _ values: [Double], _ metric: Metric
  ) -> Double {
    let below = runningSums(totals)
    var observed = 0.0
    var expected = 0.0
    for one in values.indices {
      for other in values.indices.dropFirst(one + 1) {
        let distance = distance(metric, one, other, values, totals, below)
        observed += coincidences[one * values.count + other] * distance
        expected += totals[one] * totals[other] * distance
      }
    }
    let count = totals.reduce(0, +)
    return 1 - (count - 1) * observed / expected
  }

  /// The counts of all values before each.
  static func runningSums(_ totals: [Double]) -> [Double] {
    var sum = 0.0
    return totals.map { total in
      defer { sum += total }
      return sum
    }
  }

  /// The squared difference of the values at two places, the first below the second.
  static func distance(
    _ metric: Metric, _ one: Int, _ other: Int, _ values: [Double], _ totals: [Double], _ below: [Double]
  ) -> Double {
    switch metric {
    case .nominal: return 1
    case .ordinal:
      let between = below[other] + totals[other] - below[one] - (totals[one] + totals[other]) / 2
      return between * between
    case .interval: return (values[one] - values[other]) * (values[one] - values[other])
    case .ratio:
      let share = (values[one] - values[other]) / (values[one] + values[other])
      return share * share
    }
  }
}
