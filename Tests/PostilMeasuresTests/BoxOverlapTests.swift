import PostilMeasures
import Testing

@Suite("What boxes have in common")
struct BoxOverlapTests {
  private func box(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double) -> BoxOverlap.Box {
    BoxOverlap.Box(left: left, top: top, right: right, bottom: bottom)
  }

  @Test("Intersection over union, worked by hand")
  func intersectionOverUnion() {
    // 10 x 10 and 10 x 10, moved by 5 and 5: 25 in common, 175 in all.
    #expect(BoxOverlap.intersectionOverUnion(box(0, 0, 10, 10), box(5, 5, 15, 15)) == 25.0 / 175)
    #expect(BoxOverlap.intersectionOverUnion(box(0, 0, 10, 10), box(0, 0, 10, 10)) == 1)
    // Half-open: boxes that touch have nothing in common.
    #expect(BoxOverlap.intersectionOverUnion(box(0, 0, 10, 10), box(10, 0, 20, 10)) == 0)
    #expect(BoxOverlap.intersectionOverUnion(box(0, 0, 4, 4), box(1, 1, 3, 3)) == 4.0 / 16)
    #expect(BoxOverlap.intersectionOverUnion(box(3, 3, 3, 3), box(3, 3, 3, 3)) == 1)
    #expect(BoxOverlap.intersectionOverUnion(box(3, 3, 3, 3), box(4, 4, 4, 4)) == 0)
  }

  @Test("Sets of boxes: labels count, each box is paired once, and order does not matter")
  func similarity() {
    let a = [("cell", box(0, 0, 10, 10)), ("cell", box(20, 20, 30, 30))]
    #expect(BoxOverlap.similarity(a, a) == 1)
    #expect(BoxOverlap.similarity(a, a.reversed()) == 1)
    #expect(BoxOverlap.similarity(a, []) == 0)
    #expect(BoxOverlap.similarity([], []) == 1)
    #expect(BoxOverlap.similarity(a, [("nucleus", box(0, 0, 10, 10))]) == 0)
    // One of two is found whole: 2 * 1 / 3.
    #expect(BoxOverlap.similarity(a, [a[1]]) == 2.0 / 3)
    // Two copies of one box pair with it once only.
    #expect(BoxOverlap.similarity([a[0]], [a[0], a[0]]) == 2.0 / 3)
  }
}
