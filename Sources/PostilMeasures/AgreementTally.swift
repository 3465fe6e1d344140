/// Agreement of many units, gathered unit by unit in memory that depends on the values and not on the units.
///
/// Alpha is that of `KrippendorffAlpha`; for the interval metric it comes from sums of values and of their squares, so any
/// number of different values will do. Units are spread evenly over some groups, from which the bootstrap draws: with no
/// more units than groups, it draws units.
public struct AgreementTally: Sendable {
  /// The groups from which the bootstrap draws.
  static let groupCount = 256

  /// How far two values are from each other.
  public let metric: KrippendorffAlpha.Metric
  /// Units with two values or more.
  public private(set) var units = 0
  private var agreeing = 0
  private var pairs = 0
  private var places: [Double: Int] = [:]
  private var values: [Double] = []
  private var groups: [Group] = []
  private var shift: Double?

  /// Sums over some units.
  struct Group: Sendable {
    /// By the value's place: how often it occurs.
    var totals: [Double] = []
    /// By two places, the smaller first: pairs of a unit, over its values less one.
    var coincidences: [UInt64: Double] = [:]
    /// Values, their sum and that of their squares; squared differences of pairs, over a unit's values less one.
    var moments = Moments()
  }

  /// What the interval metric needs.
  struct Moments: Sendable {
    var count = 0.0
    var sum = 0.0
    var squares = 0.0
    var observed = 0.0

    mutating func add(_ other: Moments, times weight: Double = 1) {
      count += weight * other.count
      sum += weight * other.sum
      squares += weight * other.squares
      observed += weight * other.observed
    }

    /// Alpha; nil where all values are the same.
    var alpha: Double? {
      let expected = count * squares - sum * sum
      // Sums of rounded numbers are never quite the same.
      guard expected > 1e-9 * count * squares else { return nil }
      return 1 - (count - 1) * observed / expected
    }
  }

  /// Nothing yet.
  public init(metric: KrippendorffAlpha.Metric) { self.metric = metric }

  /// Adds a unit's values. One with fewer than two says nothing of agreement.
  public mutating func add(_ unit: [Double]) {
    guard unit.count > 1 else { return }
    let index = units % Self.groupCount
    if index == groups.count { groups.append(Group()) }
    units += 1
    pairs += unit.count * (unit.count - 1) / 2
    let counts = count(unit)
    for (_, count) in counts { agreeing += count * (count - 1) / 2 }
    if metric == .interval { return addMoments(of: unit, to: index) }
    let weight = 1 / Double(unit.count - 1)
    for (position, one) in counts.enumerated() {
      while groups[index].totals.count <= one.place { groups[index].totals.append(0) }
      groups[index].totals[one.place] += Double(one.count)
      for other in counts[(position + 1)...] {
        let key = Self.key(one.place, other.place)
        groups[index].coincidences[key, default: 0] += Double(one.count * other.count) * weight
      }
    }
  }

  /// The share of agreeing pairs, as `PercentAgreement.pooled`.
  public func percent() throws(UndefinedMeasure) -> Double {
    guard pairs > 0 else { throw .noPairs }
    return Double(agreeing) / Double(pairs)
  }

  /// Krippendorff's alpha, as `KrippendorffAlpha.alpha`.
  public func alpha() throws(UndefinedMeasure) -> Double {
    guard units > 0 else { throw .noPairs }
    if metric == .ratio, let negative = values.filter({ $0 < 0 }).min() { throw .valueOffScale(negative) }
    let sums = AgreementSums(groups, values: values, metric: metric)
    guard let alpha = sums.alpha(weights: [Double](repeating: 1, count: groups.count)) else { throw .oneClass }
    return alpha
  }

  /// The nominal alpha of one value against all others: Krippendorff, "Computing Krippendorff's alpha-reliability" (2011),
  /// with all other values taken as one.
  public func alpha(of value: Double) throws(UndefinedMeasure) -> Double {
    guard units > 0 else { throw .noPairs }
    guard let place = places[value] else { throw .oneClass }
    var (all, own, apart) = (0.0, 0.0, 0.0)
    for group in groups {
      all += group.totals.reduce(0, +)
      if place < group.totals.count { own += group.totals[place] }
      for (key, count) in group.coincidences where Int(key >> 32) == place || Int(key & 0xFFFF_FFFF) == place {
        apart += count
      }
    }
    guard own > 0, own < all else { throw .oneClass }
    return 1 - (all - 1) * apart / (own * (all - own))
  }

  /// The bootstrap's percentile interval of alpha (Efron and Tibshirani 1993, chapter 13): units drawn again with
  /// replacement.
  ///
  /// - Parameters:
  ///   - replicates: how often it is drawn.
  ///   - level: the interval's share of the draws, below 1.
  ///   - seed: the same seed gives the same interval.
  /// - Returns: nil where alpha is undefined, or there are too few units or too many values to draw from.
  public func interval(replicates: Int = 1000, level: Double = 0.95, seed: UInt64) -> ClosedRange<Double>? {
    guard groups.count > 1, values.count <= AgreementSums.mostValues || metric == .interval,
      (try? alpha()) != nil
    else { return nil }
    let sums = AgreementSums(groups, values: values, metric: metric)
    var generator = SplitMix64(seed: seed)
    var drawn: [Double] = []
    var weights = [Double](repeating: 0, count: groups.count)
    for _ in 0..<replicates {
      for index in weights.indices { weights[index] = 0 }
      for _ in groups { weights[Int(generator.next() % UInt64(groups.count))] += 1 }
      if let alpha = sums.alpha(weights: weights) { drawn.append(alpha) }
    }
    guard drawn.count * 2 > replicates else { return nil }
    drawn.sort()
    let tail = (1 - level) / 2
    func quantile(_ share: Double) -> Double { drawn[min(drawn.count - 1, Int(share * Double(drawn.count)))] }
    return quantile(tail)...quantile(1 - tail)
  }

  static func key(_ one: Int, _ other: Int) -> UInt64 { UInt64(min(one, other)) << 32 | UInt64(max(one, other)) }

  private mutating func count(_ unit: [Double]) -> [(place: Int, count: Int)] {
    var counts: [(place: Int, count: Int)] = []
    for value in unit {
      let place = place(of: value)
      if let found = counts.firstIndex(where: { $0.place == place }) {
        counts[found].count += 1
      } else {
        counts.append((place, 1))
      }
    }
    return counts
  }

  private mutating func place(of value: Double) -> Int {
    // The interval metric keeps sums only; within a unit, the bits tell values apart.
    if metric == .interval { return Int(truncatingIfNeeded: value.bitPattern) }
    if let known = places[value] { return known }
    places[value] = values.count
    values.append(value)
    return values.count - 1
  }

  private mutating func addMoments(of unit: [Double], to index: Int) {
    // Values far from nought would drown their differences.
    let origin = shift ?? unit[0]
    shift = origin
    var sum = 0.0
    var squares = 0.0
    for value in unit {
      sum += value - origin
      squares += (value - origin) * (value - origin)
    }
    let count = Double(unit.count)
    groups[index].moments.add(
      Moments(count: count, sum: sum, squares: squares, observed: max(0, count * squares - sum * sum) / (count - 1)))
  }
}
