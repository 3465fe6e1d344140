import Testing

@testable import PostilCore

@Suite("The pace of counts")
struct CountPaceTests {
  @Test("what is quick is counted at once, what is slow once a second")
  func pace() {
    var pace = CountPace()
    #expect(pace.delay(at: 5) == 0)
    pace.note(from: 1_000_000_000, to: 1_001_000_000)
    #expect(pace.delay(at: 1_001_000_001) == 0)
    pace.note(from: 2_000_000_000, to: 2_400_000_000)
    #expect(pace.delay(at: 2_500_000_000) == 900_000_000)
    #expect(pace.delay(at: 3_400_000_000) == 0)
  }
}
