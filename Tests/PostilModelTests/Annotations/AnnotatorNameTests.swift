import PostilModel
import Testing

@Suite struct AnnotatorNameTests {
  @Test(arguments: [
    ("source:hh-rlhf", true), ("source:", true), ("source:\u{0301}x", true), ("source", false), ("Source:x", false),
    ("dana", false), ("my source:x", false), ("", false),
  ])
  func aNameStandsForAFileByItsFirstBytes(name: String, isSource: Bool) {
    #expect(AnnotatorName.isSource(name) == isSource)
  }
}
