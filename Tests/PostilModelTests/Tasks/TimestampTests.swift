import PostilModel
import PostilTestSupport
import Testing

@Suite struct TimestampTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00.000Z"), (951_782_400_000, "2000-02-29T00:00:00.000Z"),
    (1_769_850_300_007, "2026-01-31T09:05:00.007Z"), (-1, "1969-12-31T23:59:59.999Z"),
    (253_402_300_799_999, "9999-12-31T23:59:59.999Z"), (-62_135_596_800_000, "0001-01-01T00:00:00.000Z"),
  ])
  func knownMoments(milliseconds: Int64, text: String) {
    #expect(Timestamp(milliseconds: milliseconds).iso8601 == text)
    #expect(Timestamp(iso8601: text) == Timestamp(milliseconds: milliseconds))
  }

  @Test func readingWhatWasWrittenGivesTheSameMoment() {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<20_000 {
      let moment = Timestamp(milliseconds: Int64.random(in: -62_135_596_800_000...253_402_300_799_999, using: &random))
      #expect(Timestamp(iso8601: moment.iso8601) == moment)
    }
  }

  @Test(arguments: [
    ("2026-01-31T09:05:00Z", 1_769_850_300_000), ("2026-01-31T09:05:00.5Z", 1_769_850_300_500),
    ("2026-01-31T09:05:00.25Z", 1_769_850_300_250), ("2026-01-31T09:05:00.123456Z", 1_769_850_300_123),
  ])
  func fractionsOfAnyLength(text: String, milliseconds: Int64) {
    #expect(Timestamp(iso8601: text)?.milliseconds == milliseconds)
  }

  @Test(arguments: [
    "", "Z", "2026-01-31", "2026-01-31T09:05:00", "2026-13-01T00:00:00Z", "2026-02-30T00:00:00Z",
    "2026-01-31T24:00:00Z", "2026-01-31T09:60:00Z", "2026-01-31T09:05:61Z", "2026-01-31 09:05:00Z",
    "2026/01/31T09:05:00Z", "1-2-3-4-5-6Z", "2026-01-31T09:05:00.Z", "99999999999999999999-01-01T00:00:00Z",
    "+2026-01-31T09:05:00Z", "2026-01-31T09:05:00.000+01:00Z",
  ])
  func refusesWhatIsNoMoment(text: String) {
    #expect(Timestamp(iso8601: text) == nil)
  }

  @Test func theFarEndsDoNotTrap() {
    for milliseconds in [Int64.min, .max] { #expect(!Timestamp(milliseconds: milliseconds).iso8601.isEmpty) }
  }
}
