import PostilMeasures
import Testing

@Suite("Agreement")
struct AgreementTests {
  /// Four observers and twelve units, from the literature on alpha; 0 stands for a missing value.
  private static let observers = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0], [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
    [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0], [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
  ]
  private static let units = (0..<12).map { unit in
    observers.compactMap { $0[unit] == 0 ? nil : Double($0[unit]) }
  }

  @Test(
    "Alpha of the worked example",
    arguments: [
      (KrippendorffAlpha.Metric.nominal, 0.743421052631579), (.ordinal, 0.8153875037548814),
      (.interval, 0.8491071428571428), (.ratio, 0.7974027747116121),
    ])
  func alpha(_ metric: KrippendorffAlpha.Metric, _ expected: Double) throws {
    #expect(abs(try KrippendorffAlpha.alpha(Self.units, metric: metric) - expected) < 1e-12)
  }

  @Test("Perfect agreement is 1, and the order of units and values changes nothing")
  func invariance() throws {
    for metric in KrippendorffAlpha.Metric.allCases {
      #expect(try KrippendorffAlpha.alpha([[1, 1], [2, 2, 2], [3]], metric: metric) == 1)
      let turned = Self.units.reversed().map { Array($0.reversed()) }
      let one = try KrippendorffAlpha.alpha(Self.units, metric: metric)
      #expect(abs(try KrippendorffAlpha.alpha(turned, metric: metric) - one) < 1e-12)
    }
  }

  @Test("Two observers who always differ are below chance")
  func opposed() throws {
    // o(1,2) = o(2,1) = 2, n = 4: α = 1 − 3 · 2 / (2 · 2) = −0.5.
    #expect(abs(try KrippendorffAlpha.alpha([[1, 2], [2, 1]], metric: .nominal) + 0.5) < 1e-12)
  }

  @Test("What is undefined says why")
  func undefined() {
    #expect(throws: UndefinedMeasure.noPairs) { try KrippendorffAlpha.alpha([[1], []], metric: .nominal) }
    #expect(throws: UndefinedMeasure.oneClass) { try KrippendorffAlpha.alpha([[1, 1], [1, 1]], metric: .nominal) }
    #expect(throws: UndefinedMeasure.valueOffScale(-1)) { try KrippendorffAlpha.alpha([[1, -1]], metric: .ratio) }
    #expect(throws: UndefinedMeasure.noPairs) { try PercentAgreement.pooled([[1], [2]]) }
    #expect(UndefinedMeasure.oneClass.description == "one class only")
  }

  @Test("Percent agreement counts pairs")
  func percent() throws {
    #expect(try PercentAgreement.pooled([[1, 1, 2], [3, 3], [4]]) == 0.5)
    #expect(try PercentAgreement.pooled([[1, 1], [2, 2]]) == 1)
  }

  @Test(
    "Kendall's distance of orders with ties",
    arguments: [
      ([0, 1, 2], [0, 1, 2], 0.0), ([0, 1, 2], [2, 1, 0], 3), ([0, 0, 0], [0, 1, 2], 1.5), ([0, 0, 1], [0, 1, 1], 1),
      ([0, 1, nil], [1, 0, 2], 1), ([0, 1, 2, 3], [1, 0, 2, 3], 1),
    ] as [([Int?], [Int?], Double)])
  func kendall(_ one: [Int?], _ other: [Int?], _ expected: Double) throws {
    #expect(try KendallDistance.distance(one, other) == expected)
    #expect(try KendallDistance.distance(other, one) == expected)
  }

  @Test("It is a metric: the way over a third order is never shorter")
  func triangle() throws {
    let orders: [[Int?]] = [[0, 1, 2], [0, 0, 1], [1, 0, 2], [2, 2, 0], [0, 0, 0], [2, 1, 0]]
    for a in orders {
      for b in orders {
        for c in orders {
          let direct = try KendallDistance.distance(a, c)
          let detour = try KendallDistance.distance(a, b) + KendallDistance.distance(b, c)
          #expect(direct <= detour)
        }
      }
    }
    #expect(throws: UndefinedMeasure.noCommonPairs) { try KendallDistance.distance([0, nil], [nil, 1]) }
    #expect(try KendallDistance.normalised([0, 1, 2], [2, 1, 0]) == 1)
  }
}
