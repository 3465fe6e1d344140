import PostilModel
import Testing

@Suite("Regions of pictures as values")
struct RegionTests {
  private let kind = BoxesQuestion(shapes: RegionShape.allCases)

  private func box(_ x: Double, _ y: Double) -> JSONValue {
    [["shape": "box", "points": [[0, 0], [.number(x), .number(y)]]]]
  }

  @Test("a place beyond a thousand million pixels is none, and the question says so")
  func far() {
    let far: [Double] = [1e300, 1e9.nextUp, -1e10, 1e18, .greatestFiniteMagnitude]
    for number in far {
      #expect(RegionPoint([.number(number), 0]) == nil)
      #expect(RegionPoint([0, .number(number)]) == nil)
      #expect(Region.list(box(number, 1)).isEmpty)
      let answers = [box(number, 1), [["shape": "line", "points": [[0, 0], [5, .number(number)], [1, 1]]]]]
      for answer in answers {
        #expect(kind.problem(with: answer) == "has a place beyond 1000000000 pixels at region 1")
        #expect(kind.answer(fromText: answer.jsonText) == nil)
      }
    }
    #expect(RegionPoint([-1e9, 1e9]) == RegionPoint(x: -1e9, y: 1e9))
    #expect(kind.problem(with: box(1e9, 1e9)) == nil)
    #expect(kind.problem(with: [["shape": "box", "points": [[0, 0], [1]]]]) == "has no region at place 1")
  }
}
