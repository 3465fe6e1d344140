import PostilScreen
import Testing

struct NumberTextTests {
  @Test func thousandsAreGrouped() {
    #expect(
      [0, 999, 1_000, 12_345, 1_000_000].map(NumberText.grouped) == ["0", "999", "1,000", "12,345", "1,000,000"])
    #expect(NumberText.grouped(-1_234) == "-1,234")
    #expect(NumberText.grouped(.min) == "-9,223,372,036,854,775,808")
  }

  @Test func decimalsAreRounded() {
    #expect(NumberText.decimal(0.706, places: 2) == "0.71")
    #expect(NumberText.decimal(-0.001, places: 2) == "0.00")
    #expect(NumberText.decimal(12.05, places: 1) == "12.1")
    #expect(NumberText.decimal(2.5, places: 0) == "3")
    #expect(NumberText.decimal(.nan, places: 2) == "nan")
  }
}
