/// The groups of a tally, laid out so that alpha of a weighted sum of them is fast.
struct AgreementSums {
  /// More values than these are not drawn from.
  static let mostValues = 64

  private let metric: KrippendorffAlpha.Metric
  /// In ascending order.
  private let values: [Double]
  /// By group and value.
  private let totals: [[Double]]
  /// The places of two values.
  private let pairs: [(one: Int, other: Int)]
  /// By group: which pair, and how often.
  private let coincidences: [[(pair: Int, count: Double)]]
  private let moments: [AgreementTally.Moments]

  init(_ groups: [AgreementTally.Group], values: [Double], metric: KrippendorffAlpha.Metric) {
    self.metric = metric
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Int](repeating: 0, count: values.count)
    for (rank, place) in order.enumerated() { ranks[place] = rank }
    self.values = order.map { values[$0] }
    totals = groups.map { group in
      var row = [Double](repeating: 0, count: values.count)
      for (place, count) in group.totals.enumerated() { row[ranks[place]] = count }
      return row
    }
    var known: [UInt64: Int] = [:]
    var pairs: [(one: Int, other: Int)] = []
    // In a fixed order, so that sums come out the same each time.
    coincidences = groups.map { group in
      group.coincidences.sorted { $0.key < $1.key }.map { key, count in
        if let pair = known[key] { return (pair, count) }
        let ends = [ranks[Int(key >> 32)], ranks[Int(key & 0xFFFF_FFFF)]].sorted()
        pairs.append((ends[0], ends[1]))
        known[key] = pairs.count - 1
        return (pairs.count - 1, count)
      }
    }
    self.pairs = pairs
    moments = groups.map(\.moments)
  }

  /// Alpha of the groups, each taken so many times; nil where all values are the same.
  func alpha(weights: [Double]) -> Double? {
    if metric == .interval {
      var sum = AgreementTally.Moments()
      for (group, weight) in weights.enumerated() where weight > 0 { sum.add(moments[group], times: weight) }
      return sum.alpha
    }
    var totals = [Double](repeating: 0, count: values.count)
    var apart = [Double](repeating: 0, count: pairs.count)
    for (group, weight) in weights.enumerated() where weight > 0 {
      for place in totals.indices { totals[place] += weight * self.totals[group][place] }
      for (pair, count) in coincidences[group] { apart[pair] += weight * count }
    }
    let count = totals.reduce(0, +)
    let below = KrippendorffAlpha.runningSums(totals)
    var observed = 0.0
    for (index, pair) in pairs.enumerated() where apart[index] > 0 {
      observed += apart[index] * distance(pair.one, pair.other, totals, below)
    }
    let expected = expected(totals, below, count)
    return expected > 0 ? 1 - (count - 1) * observed / expected : nil
  }

  private func expected(_ totals: [Double], _ below: [Double], _ count: Double) -> Double {
    if metric == .nominal {
      let same = totals.reduce(0) { $0 + $1 * $1 }
      return totals.count(where: { $0 > 0 }) > 1 ? (count * count - same) / 2 : 0
    }
    var expected = 0.0
    for one in values.indices where totals[one] > 0 {
      for other in values.indices.dropFirst(one + 1) where totals[other] > 0 {
        expected += totals[one] * totals[other] * distance(one, other, totals, below)
      }
    }
    return expected
  }

  private func distance(_ one: Int, _ other: Int, _ totals: [Double], _ below: [Double]) -> Double {
    KrippendorffAlpha.distance(metric, one, other, values, totals, below)
  }
}
