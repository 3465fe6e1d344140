import PostilModel
import Testing

@Suite("Answers about responses in words, by whatever names they have")
struct SummaryTests {
  private func name(_ id: String) -> String { id == "gpt-x" ? "1" : "2" }

  @Test("Responses are named as they are seen, and nowhere by an id that tells the model")
  func names() {
    let order = WeakOrder(tiers: [["gpt-x"]], setAside: [.init(id: "b")]).json
    #expect(RankingQuestion().summary(of: order) == "gpt-x; set aside: b")
    #expect(RankingQuestion().summary(of: order, naming: name) == "1; set aside: 2")
    #expect(RankingQuestion().brief(of: order) == "1 ranked")
    let better = Comparison.better(preferred: "b", other: "gpt-x", strength: 2).json
    #expect(ComparisonQuestion().summary(of: better, naming: name) == "2 >> 1")
    #expect(ComparisonQuestion().brief(of: better) == "one better")
    #expect(ComparisonQuestion().brief(of: Comparison.bothBad.json) == "both bad")
    let ratings: JSONValue = ["gpt-x": ["good": 4]]
    let kind = RatingsQuestion(aspects: [Choice(name: "good"), Choice(name: "true")])
    #expect(kind.summary(of: ratings, naming: name) == "1: 4 ·")
    #expect(kind.brief(of: ratings) == "1 rating")
    let remarks: JSONValue = ["gpt-x": ["note": "odd"]]
    #expect(RemarksQuestion().summary(of: remarks, naming: name) == "1: note")
    #expect(RemarksQuestion().brief(of: remarks) == "on 1")
  }
}
