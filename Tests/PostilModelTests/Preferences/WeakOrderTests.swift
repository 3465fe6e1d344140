import PostilModel
import PostilTestSupport
import Testing

@Suite("An order with ties")
struct WeakOrderTests {
  private static let ids = ["a", "b", "c", "d"]

  /// One step as a text: an id ranks it, `=` ties, `<` takes the last back, `K` and `J` move an id, `x` sets it aside.
  private static func order(_ steps: String, ids: [String] = ids, isFull: Bool = true) -> WeakOrder {
    var order = WeakOrder()
    for step in steps.split(separator: " ") {
      let id = String(step.dropFirst())
      switch step.first {
      case "=": order.tie(among: ids)
      case "<": order.removeLast(among: ids)
      case "K": order.move(id, by: -1)
      case "J": order.move(id, by: 1)
      case "x": order.setAside(id)
      case "-": order.remove(id)
      default: order.rankNext(String(step))
      }
      if isFull, step.first != "<", step.first != "-" { order.rankImplied(of: ids) }
    }
    return order
  }

  @Test(
    "Steps lead to orders",
    arguments: [
      ("b d a", "b > d > a > c"), ("b d = a", "b > d = a > c"), ("b d a =", "b > d > a = c"),
      ("b =", "b ="), ("b = =", "b"), ("=", ""), ("b = d = a = c", "b = d = a = c"),
      ("b d a <", "b > d"), ("b <", ""), ("b = <", "b"), ("b d b", "d > b"),
      ("b d xa", "b > d > c"), ("xa xb xc", ""), ("xa b", "b"), ("xa a", "a"),
      ("b d a Kc", "b > d > c > a"), ("b d a Jb", "d > b > a > c"), ("b d a Kb", "b > d > a > c"),
      ("b d = a Ka", "b > a > d > c"), ("b d = a Ja", "b > d > a > c"), ("b d a -d", "b > a > c"),
    ])
  func steps(_ steps: String, _ expected: String) {
    #expect(Self.order(steps).text { $0 } == expected)
  }

  @Test("A top list implies no last one")
  func top() {
    #expect(Self.order("b d a", isFull: false).text { $0 } == "b > d > a")
  }

  @Test("Any steps give a valid order of a subset, and its JSON reads as it was")
  func random() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      var order = WeakOrder()
      for _ in 0..<Int.random(in: 1...20, using: &random) {
        let id = Self.ids.randomElement(using: &random) ?? "a"
        switch Int.random(in: 0...7, using: &random) {
        case 0: order.rankNext(id)
        case 1: order.tie(among: Self.ids)
        case 2: order.removeLast(among: Self.ids)
        case 3: order.move(id, by: Bool.random(using: &random) ? 1 : -1)
        case 4: order.setAside(id, reason: "r")
        case 5: order.place(id, atTier: Int.random(in: -1...5, using: &random))
        case 6: order.remove(id)
        default: order.rankImplied(of: Self.ids)
        }
        let named = order.ranked + order.setAside.map(\.id)
        #expect(Set(named).count == named.count && Set(named).isSubset(of: Self.ids))
        #expect(!order.tiers.contains([]))
        #expect(!order.isTying || !order.tiers.isEmpty)
        #expect(WeakOrder(order.json) == order)
      }
    }
  }

  @Test(
    "What is no order is none",
    arguments: [
      #"{}"#, #"{"ranking": [[]]}"#, #"{"ranking": [["a"], ["a"]]}"#, #"{"ranking": [["a", 1]]}"#, #"["a"]"#,
      #"{"ranking": [["a"]], "set_aside": [{"id": "a"}]}"#,
    ])
  func refused(_ text: String) throws {
    #expect(WeakOrder(try json(text)) == nil)
  }
}

/// A JSON text's value.
func json(_ text: String) throws -> JSONValue {
  try JSONParser().parse(text)
}
