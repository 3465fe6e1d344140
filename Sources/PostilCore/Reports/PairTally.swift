/// How often two people said the same, and how often the two alone stood apart from what most others said. Two who
/// work with care agree with each other too, and stumble over the same hard tasks as other careful ones; two of whom one
/// copies also err together, and nobody with them.
struct PairTally {
  /// What was counted of two people.
  struct Count {
    /// Tasks that both answered.
    var of = 0
    /// Those on which they said the same.
    var same = 0
    /// Those on which most of at least two others said the same.
    var judged = 0
    /// Those on which the two said the same, nobody else did, and most others said something else.
    var bothAlone = 0
  }

  /// Two people who may have copied.
  struct Striking {
    var one: Int
    var other: Int
    var count: Count
    /// The share on which they would say the same if they agreed with each other as with everybody else.
    var rate: Double
  }

  /// So many pairs are counted; those who meet later are not.
  private static let mostPairs = 200_000
  private static let fewestTasks = 20
  private static let fewestOthers = 20
  private static let fewestAlone = 5
  /// Of a hundred thousand pairs that do not copy, hardly one is that far out.
  private static let limit = 4.5
  /// Without others to hold them against, only those who say the same nearly always.
  private static let nearlyAlways = 0.97

  private var counts: [UInt64: Count] = [:]

  /// Counts a task of two people, by their places. `isAlone` is nil where there is no majority of others.
  mutating func add(_ one: Int, _ other: Int, isSame: Bool, isAlone: Bool?) {
    let key = UInt64(one) << 32 | UInt64(other)
    guard counts.count < Self.mostPairs || counts[key] != nil else { return }
    var count = counts[key] ?? Count()
    count.of += 1
    count.same += isSame ? 1 : 0
    if let isAlone {
      count.judged += 1
      count.bothAlone += isSame && isAlone ? 1 : 0
    }
    counts[key] = count
  }

  /// Pairs that say the same far more often than each says the same as everybody else, and that err together far more
  /// often than their rates of error give.
  func striking(among people: [PersonTally]) -> [Striking] {
    var found: [Striking] = []
    for (key, count) in counts where count.of >= Self.fewestTasks {
      let (one, other) = (Int(key >> 32), Int(key & 0xFFFF_FFFF))
      let rates = [one, other].compactMap { Self.rate(people[$0].comparisons, without: count) }
      // Somebody who never agrees with anybody would make any agreement striking.
      guard let most = rates.max(), most < 1, case let rate = max(most, 0.05) else { continue }
      let tasks = Double(count.of)
      let z = (Double(count.same) - tasks * rate) / (tasks * rate * (1 - rate)).squareRoot()
      guard z > Self.limit, errTogether(count, people[one].alone.share, people[other].alone.share) else { continue }
      found.append(Striking(one: one, other: other, count: count, rate: rate))
    }
    return found.sorted { ($0.one, $0.other) < ($1.one, $1.other) }
  }

  private func errTogether(_ count: Count, _ one: Double, _ other: Double) -> Bool {
    guard count.judged * 2 >= count.of else { return Double(count.same) >= Self.nearlyAlways * Double(count.of) }
    let expected = Double(count.judged) * one * other
    return count.bothAlone >= Self.fewestAlone
      && Double(count.bothAlone) > expected + Self.limit * max(1, expected).squareRoot()
  }

  private static func rate(_ all: PersonTally.Comparisons, without pair: Count) -> Double? {
    let rest = all.of - pair.of
    return rest >= fewestOthers ? Double(all.same - pair.same) / Double(rest) : nil
  }
}
