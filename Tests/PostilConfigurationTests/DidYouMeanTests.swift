import PostilConfiguration
import Testing

@Suite struct DidYouMeanTests {
  static let words = ["label", "labels", "rating", "number", "text", "skipped", "submitted"]

  @Test(arguments: [
    ("lable", "label"), ("Label", "label"), ("labels ", "labels"), ("txt", "text"), ("nubmer", "number"),
    ("ratting", "rating"), ("skiped", "skipped"), ("sub", "submitted"), ("submited", "submitted"),
  ])
  func findsTheNearestWord(wrong: String, right: String) {
    #expect(DidYouMean.nearest(to: wrong, among: Self.words) == right)
  }

  @Test(arguments: ["", "x", "ranking-of-many", "zzz", "s"])
  func namesNothingThatIsFar(wrong: String) {
    #expect(DidYouMean.nearest(to: wrong, among: Self.words) == nil)
  }

  @Test func wordsWithNothingInCommonAreNotNear() {
    #expect(DidYouMean.nearest(to: "a", among: ["b"]) == nil)
  }
}
