import PostilModel
import Testing

@Suite struct GoldTaskTests {
  private func isMet(_ right: JSONValue, by given: JSONValue) -> Bool {
    GoldTask(task: 1, answers: ["q": right]).isMet(by: ["q": given, "other": 7])
  }

  @Test func oneAnswerInTwoWordingsIsOne() {
    #expect(isMet(4, by: .number(4)))
    #expect(isMet(["b", "a"], by: ["a", "b"]))
    #expect(!isMet(["b", "a"], by: ["a"]) && !isMet(["a"], by: ["a", "b"]))
    #expect(isMet([], by: []))
    #expect(!isMet("a", by: ["a"]))
    // A list of anything but names counts as it stands.
    #expect(!isMet([1, 2], by: [2, 1]))
    #expect(!GoldTask(task: 1, answers: ["q": "a"]).isMet(by: [:]))
  }

  @Test func responsesThatTieStandInAnyOrderAndTiersInTheirs() {
    let right = WeakOrder(tiers: [["b"], ["d", "a"]]).json
    #expect(isMet(right, by: WeakOrder(tiers: [["b"], ["a", "d"]]).json))
    #expect(!isMet(right, by: WeakOrder(tiers: [["d", "a"], ["b"]]).json))
    #expect(!isMet(right, by: WeakOrder(tiers: [["b"], ["d"], ["a"]]).json))
    #expect(!isMet(right, by: WeakOrder(tiers: [["b"], ["d"]]).json))
  }

  @Test func answersThatMadeItGoldHaveNoVerdict() {
    var gold = GoldTask(task: 1, answers: ["q": "a"])
    #expect(gold.verdict(on: ["q": "a"], noted: nil) == true)
    #expect(gold.verdict(on: ["q": "b"], noted: nil) == false)
    #expect(gold.verdict(on: ["q": "a"], noted: false) == false)
    gold.isPromoted = true
    #expect(gold.verdict(on: ["q": "a"], noted: nil) == nil)
    #expect(gold.verdict(on: ["q": "a"], noted: true) == true)
  }
}
