import PostilFormats
import PostilModel
import PostilTestSupport
import Testing

@Suite("From an order to pairs")
struct PairPolicyTests {
  private func pairs(_ order: String, _ pairs: ExportPolicy.Pairs, _ ties: ExportPolicy.Ties, rest: [String] = [])
    throws -> String
  {
    let answer = try #require(RankingQuestion().answer(fromText: order))
    var policy = ExportPolicy()
    policy.pairs = pairs
    policy.ties = ties
    return try policy.pairs(of: #require(WeakOrder(answer)), rest: rest)
      .map { "\($0.chosen)\($0.rejected)\($0.distance)" }.joined(separator: " ")
  }

  @Test(
    "Which pairs an order gives",
    arguments: [
      ("b > a > c", .all, .none, "ba1 bc2 ac1"),
      ("b > a > c", .adjacent, .none, "ba1 ac1"),
      ("b > a > c", .bestWorst, .none, "bc2"),
      ("b > a = c", .all, .none, "ba1 bc1"),
      ("b > a = c", .all, .both, "ba1 bc1 ac0 ca0"),
      ("b = a > c > d", .adjacent, .none, "bc1 ac1 cd1"),
      ("b = a > c > d", .adjacent, .both, "ba0 ab0 bc1 ac1 cd1"),
      ("b = a > c > d", .bestWorst, .both, "bd2 ad2"),
      ("a = b", .bestWorst, .both, "ab0 ba0"),
      ("a = b", .all, .none, ""),
      ("a", .all, .both, ""),
    ] as [(String, ExportPolicy.Pairs, ExportPolicy.Ties, String)])
  func table(_ order: String, _ pairs: ExportPolicy.Pairs, _ ties: ExportPolicy.Ties, _ wanted: String) throws {
    #expect(try self.pairs(order, pairs, ties) == wanted)
  }

  @Test("Of the best few: they are better than the rest, of which no more is known")
  func best() throws {
    #expect(try pairs("b > a", .all, .both, rest: ["c", "d"]) == "ba1 bc2 bd2 ac1 ad1")
    #expect(try pairs("b", .bestWorst, .both, rest: ["c", "d"]) == "bc1 bd1")
    #expect(try pairs("a = b", .bestWorst, .both, rest: ["c"]) == "ac1 bc1")
  }

  /// Any order of some of 2 to 8 ids, with ties and some set aside.
  private func order(_ dice: inout SeededGenerator) -> (order: WeakOrder, rest: [String]) {
    var ids = "abcdefgh".prefix(Int.random(in: 2...8, using: &dice)).map(String.init)
    ids.shuffle(using: &dice)
    var tiers: [[String]] = []
    var aside: [WeakOrder.SetAside] = []
    var rest: [String] = []
    let isTop = Bool.random(using: &dice)
    for id in ids {
      let roll = Int.random(in: 0..<8, using: &dice)
      if roll == 0 {
        aside.append(.init(id: id))
      } else if roll == 1, isTop {
        rest.append(id)
      } else if roll < 4, !tiers.isEmpty {
        tiers[tiers.count - 1].append(id)
      } else {
        tiers.append([id])
      }
    }
    return (WeakOrder(tiers: tiers, setAside: aside), tiers.isEmpty ? [] : rest)
  }

  @Test("Pairs never contradict the order, whatever is asked for; none holds what was set aside; none comes twice")
  func property() {
    var dice = SeededGenerator(seed: 11)
    for _ in 0..<3000 {
      let (order, rest) = order(&dice)
      var policy = ExportPolicy()
      policy.pairs = ExportPolicy.Pairs.allCases.randomElement(using: &dice) ?? .all
      policy.ties = ExportPolicy.Ties.allCases.randomElement(using: &dice) ?? .none
      let pairs = policy.pairs(of: order, rest: rest)
      func rank(_ id: String) -> Int? { order.rank(of: id) ?? (rest.contains(id) ? order.tiers.count : nil) }
      for pair in pairs {
        guard let better = rank(pair.chosen), let worse = rank(pair.rejected) else {
          Issue.record("\(pair) of \(order): not ranked")
          continue
        }
        #expect(better < worse || (policy.ties == .both && better == worse && pair.chosen != pair.rejected))
        #expect(pair.distance == worse - better)
        #expect(!order.isSetAside(pair.chosen) && !order.isSetAside(pair.rejected))
      }
      #expect(Set(pairs).count == pairs.count)
      if policy.pairs == .all {
        let ids = order.ranked + rest
        let wanted = ids.flatMap { one in ids.filter { (rank(one) ?? 0) < (rank($0) ?? 0) } }.count
        #expect(pairs.count { $0.distance > 0 } == wanted)
      }
    }
  }
}
