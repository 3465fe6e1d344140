import PostilMeasures
import PostilTestSupport
import Testing

@Suite("Agreement that is gathered unit by unit")
struct AgreementTallyTests {
  private static func units(_ count: Int, values: Int, seed: UInt64) -> [[Double]] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      (0..<Int.random(in: 0...5, using: &generator)).map { _ in Double(Int.random(in: 1...values, using: &generator)) }
    }
  }

  private static func tally(_ units: [[Double]], _ metric: KrippendorffAlpha.Metric) -> AgreementTally {
    var tally = AgreementTally(metric: metric)
    for unit in units { tally.add(unit) }
    return tally
  }

  @Test("is the same as of all units at once", arguments: KrippendorffAlpha.Metric.allCases)
  func sameAsBatch(_ metric: KrippendorffAlpha.Metric) throws {
    for (count, values) in [(5, 2), (300, 3), (1000, 7)] {
      let units = Self.units(count, values: values, seed: UInt64(count))
      let tally = Self.tally(units, metric)
      #expect(abs(try tally.alpha() - KrippendorffAlpha.alpha(units, metric: metric)) < 1e-9)
      #expect(try tally.percent() == PercentAgreement.pooled(units.map { $0.map { Int($0) } }))
      #expect(tally.units == units.count { $0.count > 1 })
    }
  }

  @Test("small numbers have the alpha that they have a million times as large")
  func smallNumbers() throws {
    let units = Self.units(50, values: 4, seed: 3)
    let alpha = try Self.tally(units, .interval).alpha()
    let small = Self.tally(units.map { $0.map { $0 * 1e-6 } }, .interval)
    #expect(abs(try small.alpha() - alpha) < 1e-9)
    let same = Self.tally([[0.1, 0.1], [0.1, 0.1, 0.1]], .interval)
    #expect(throws: UndefinedMeasure.oneClass) { try same.alpha() }
  }

  @Test("Alpha of one label is alpha with all others as one")
  func ofOneLabel() throws {
    let units = Self.units(200, values: 4, seed: 9)
    let tally = Self.tally(units, .nominal)
    for value in 1...4 {
      let two = units.map { $0.map { $0 == Double(value) ? 1.0 : 0 } }
      #expect(abs(try tally.alpha(of: Double(value)) - KrippendorffAlpha.alpha(two, metric: .nominal)) < 1e-9)
    }
    #expect(throws: UndefinedMeasure.oneClass) { try tally.alpha(of: 17) }
  }

  @Test("The bootstrap's interval holds alpha, narrows with more units, and one seed gives one interval")
  func interval() throws {
    for metric in [KrippendorffAlpha.Metric.nominal, .ordinal, .interval] {
      func agreeing(_ count: Int) -> AgreementTally {
        let units = (0..<count).map { unit -> [Double] in
          let value = Double(unit % 3)
          return [value, value, unit % 7 == 0 ? 0 : value]
        }
        return Self.tally(units, metric)
      }
      let few = try #require(agreeing(40).interval(seed: 1))
      let many = try #require(agreeing(4000).interval(seed: 1))
      #expect(try few.contains(agreeing(40).alpha()) && many.contains(agreeing(4000).alpha()))
      #expect(many.upperBound - many.lowerBound < (few.upperBound - few.lowerBound) / 4)
      #expect(agreeing(40).interval(seed: 1) == few)
      #expect(agreeing(40).interval(seed: 2) != few)
    }
  }

  @Test("What is undefined says why, and has no interval")
  func undefined() {
    #expect(throws: UndefinedMeasure.noPairs) { try Self.tally([[1], []], .nominal).alpha() }
    #expect(throws: UndefinedMeasure.noPairs) { try Self.tally([[1]], .nominal).percent() }
    for metric in [KrippendorffAlpha.Metric.nominal, .ordinal, .interval] {
      let same = Self.tally([[0.1, 0.1], [0.1, 0.1, 0.1]], metric)
      #expect(throws: UndefinedMeasure.oneClass) { try same.alpha() }
      #expect(same.interval(seed: 1) == nil)
    }
    #expect(throws: UndefinedMeasure.valueOffScale(-1)) { try Self.tally([[1, -1]], .ratio).alpha() }
  }

  @Test("Wilson's interval of the textbook, within 0 and 1 at the ends")
  func wilson() throws {
    let interval = try WilsonInterval.interval(successes: 8, of: 10)
    #expect(abs(interval.lowerBound - 0.4901624) < 1e-6 && abs(interval.upperBound - 0.9433178) < 1e-6)
    #expect(try WilsonInterval.interval(successes: 0, of: 5).lowerBound == 0)
    #expect(try WilsonInterval.interval(successes: 5, of: 5).upperBound == 1)
    #expect(throws: UndefinedMeasure.noTrials) { try WilsonInterval.interval(successes: 0, of: 0) }
  }
}
