import PostilModel
import Testing

@Suite struct GuidelinesVersionTests {
  @Test func isTwelveDigitsOfTheContent() {
    let version = GuidelinesVersion(of: "# How to judge\n")
    #expect(version.description.utf8.count == 12)
    #expect(GuidelinesVersion(version.description) == version)
    #expect(version != GuidelinesVersion(of: "# How to judge it\n"))
  }

  @Test func anEditorsHabitsMakeNoNewVersion() {
    let version = GuidelinesVersion(of: "one\ntwo\n")
    #expect(GuidelinesVersion(of: "one\r\ntwo\r\n") == version)
    #expect(GuidelinesVersion(of: "one\ntwo") == version)
    #expect(GuidelinesVersion(of: "one\n\ntwo") != version)
  }

  @Test(arguments: ["", "0123456789a", "0123456789abc", "0123456789aB", "0123456789 g"])
  func refusesWhatIsNoVersion(text: String) {
    #expect(GuidelinesVersion(text) == nil)
  }
}
