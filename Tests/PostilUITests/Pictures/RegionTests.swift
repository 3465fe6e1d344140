import PostilCore
import PostilModel
import PostilPictures
import PostilScreen
import PostilTestSupport
import Testing

@testable import PostilUI

/// Regions drawn and mended by keyboard and by mouse.
@Suite struct RegionTests {
  @Test func aBoxByKeyboardHoldsThePixelsFromCornerToCorner() throws {
    var world = PictureSamples.world(tasks: [PictureSamples.task(1)])
    world.type("z 1 w")
    let frame = try #require(world.desk.pictures.slot?.frame)
    world.type("l Space")
    let start = try #require(world.desk.regions.cursor)
    world.type("l l l j Space")
    let region = try #require(world.regions.first)
    // One to one, a cell is a pixel wide and two high.
    #expect(region.label == "WBC" && region.shape == .box)
    #expect(region.points[0] == RegionPoint(x: Double(start.x), y: Double(start.y)))
    #expect(region.points[1] == RegionPoint(x: Double(start.x + 4), y: Double(start.y + 3)))
    #expect(frame.scale.value == 1)
    #expect(world.desk.regions.selected == 0 && world.regions.count == 1)
    world.type("u")
    #expect(world.regions.isEmpty)
  }

  @Test func theCursorMovesByCellByTenAndByPixel() throws {
    var world = PictureSamples.world(tasks: [PictureSamples.task(1)])
    world.type("l")
    let frame = try #require(world.desk.pictures.slot?.frame)
    let start = try #require(world.desk.regions.cursor)
    world.type("l")
    let next = try #require(world.desk.regions.cursor)
    #expect(frame.column(ofPixel: next.x) == frame.column(ofPixel: start.x) + 1 && next.y == start.y)
    world.type("L")
    #expect(world.desk.regions.cursor.map { frame.column(ofPixel: $0.x) } == frame.column(ofPixel: next.x) + 10)
    world.type("H M-l M-j")
    #expect(world.desk.regions.cursor == .init(x: next.x + 1, y: next.y + 1))
    for _ in 0..<100 { world.type("H K") }
    #expect(world.desk.regions.cursor?.y == 0 && (world.desk.regions.cursor?.x ?? 99) < 8)
    // Nearer than one to one, a cell is less than a pixel: then a step is a pixel.
    for _ in 0..<10 { world.type("+") }
    let near = try #require(world.desk.regions.cursor)
    world.type("l j")
    #expect(world.desk.regions.cursor == .init(x: near.x + 1, y: near.y + 1))
  }

  @Test func oneGoesNearerToWhatIsChosen() throws {
    var world = PictureSamples.world()
    world.type("= . . + + +")
    let frame = try #require(world.desk.pictures.slot?.frame)
    let middle = world.regions[1].bounds
    let (x, y) = (Int(middle.left + middle.right) / 2, Int(middle.top + middle.bottom) / 2)
    #expect(frame.contains(column: frame.column(ofPixel: x), row: frame.row(ofPixel: y)))
    world.type("e M-h")
    #expect(world.regions[1].points[0].x == middle.left - 1)
    #expect(world.desk.pictures.slot?.frame == frame)
  }

  @Test func theHeadTellsTheColourUnderTheCursor() throws {
    var world = PictureSamples.world(tasks: [PictureSamples.task(1)])
    world.type("l")
    let cursor = try #require(world.desk.regions.cursor)
    let color = PictureSamples.color(cursor.x, cursor.y) == 236 ? "#303030" : "#bcbcbc"
    #expect(world.screen().contains("x \(cursor.x) y \(cursor.y) \(color)"))
  }

  @Test func proposalsAreTakenRejectedAndMoved() {
    var world = PictureSamples.world()
    #expect(world.regions.isEmpty)
    #expect(world.screen().contains("3 proposed"))
    // The first is taken, the second rejected, the third becomes one's own by being moved.
    world.type(". =")
    #expect(world.regions == [PictureSamples.proposals[0]])
    world.type(". Backspace")
    #expect(world.desk.regionRows(world.session).map(\.region.label) == ["WBC", "RBC"])
    world.type(", . m M-l")
    #expect(world.regions.count == 2)
    #expect(world.regions.last == PictureSamples.proposals[2].moved(x: 1, y: 0))
    world.type("Esc")
    #expect(world.desk.regions.handle == nil)
  }

  @Test func allProposalsAreTakenWithOneKeyAndTheNumbersStayAsTheyWere() {
    var world = PictureSamples.world()
    world.type("=")
    #expect(world.regions == PictureSamples.proposals)
    #expect(world.regions[2].points[0] == RegionPoint(x: 63, y: 237.5))
    world.type("Enter")
    #expect(Region.list(world.annotations[1]?.answers["cells"]) == PictureSamples.proposals)
  }

  @Test func whatWasRejectedStaysSoAfterARestart() throws {
    var world = PictureSamples.world()
    world.type(". Backspace . =")
    var next = try world.restarted()
    next.pictures = PictureSamples()
    _ = next.draw()
    #expect(next.desk.regionRows(next.session).count == 2)
    #expect(next.regions == [PictureSamples.proposals[2]])
  }

  @Test func sidesAreMovedOneByOne() {
    var world = PictureSamples.world(tasks: [PictureSamples.task(1, proposing: [PictureSamples.proposals[0]])])
    world.type("= .")
    world.type("e M-h M-h")
    #expect(world.regions[0].points[0].x == 258)
    world.type("e M-j e M-l e M-k")
    #expect(world.regions[0] == Region(label: "WBC", left: 258, top: 178, right: 492, bottom: 375))
    world.type("M-l")
    #expect(world.bottom().contains("This side moves up and down."))
    // A side cannot pass the other.
    for _ in 0..<300 { world.type("M-k") }
    #expect(world.regions[0].points[1].y == 179)
    #expect(world.bottom().contains("It cannot be moved further."))
  }

  @Test func polygonsLinesAndPoints() {
    var world = PictureSamples.world(tasks: [PictureSamples.task(1)])
    world.type("S Space L Space J Space Enter")
    #expect(world.regions.map(\.shape) == [.polygon] && world.regions[0].points.count == 3)
    world.type("Esc S Space H Enter")
    #expect(world.bottom().contains("wants at least 2 corners"))
    world.type("Space Enter Esc S Space")
    #expect(world.regions.map(\.shape) == [.polygon, .line, .point])
    // A step back while something is drawn takes the last corner away, Esc all of it.
    world.type("Esc S S Space L Space Backspace")
    #expect(world.desk.begunRegion(world.session)?.points.count == 1)
    world.type("Esc")
    #expect(world.desk.begunRegion(world.session) == nil && world.regions.count == 3)
  }

  @Test func labelsAttributesTextAndOrder() {
    var world = PictureSamples.world()
    world.type("= . p t")
    #expect(world.regions[0].label == "platelet" && world.regions[0].attributes == ["cut"])
    world.type("t g j")
    #expect(world.regions[1].label == "platelet" && world.regions[1].attributes.isEmpty)
    world.type("M")
    world.write("two nuclei")
    world.type("Esc")
    #expect(world.regions[1].text == "two nuclei")
    #expect(world.screen().contains("two nuclei"))
    world.type("v")
    #expect(world.screen().contains("hidden"))
    world.type("Del")
    #expect(world.regions.count == 2)
  }

  @Test func aBoxByMouseAndAChoiceByClick() throws {
    var world = PictureSamples.world(tasks: [PictureSamples.task(1)])
    let slot = try #require(world.desk.pictures.slot)
    let frame = try #require(slot.frame)
    let start = (x: slot.area.x + frame.left + 10, y: slot.area.y + frame.top + 5)
    let end = (x: start.x + 12, y: start.y + 6)
    world.press(.mouse(.init(.press, x: start.x, y: start.y)))
    world.press(.mouse(.init(.drag, x: start.x + 5, y: start.y + 2)))
    world.press(.mouse(.init(.drag, x: end.x, y: end.y)))
    world.press(.mouse(.init(.release, x: end.x, y: end.y)))
    let box = try #require(world.regions.first)
    let left = frame.x(ofColumn: start.x - slot.area.x)
    let bottom = frame.y(ofRow: end.y - slot.area.y)
    #expect(box.points[0].x == Double(left) && box.points[1].y == Double(bottom + 1))
    world.type("Esc")
    #expect(world.desk.regions.selected == nil)
    world.click(start.x + 3, start.y + 2)
    #expect(world.desk.regions.selected == 0 && world.regions.count == 1)
    world.click(slot.area.x + frame.left, slot.area.y + frame.top)
    #expect(world.desk.regions.selected == nil)
  }

  @Test func theCountThatIsWantedIsHeldAgainstTheAnswer() {
    var question = PictureSamples.cells
    question.kind = BoxesQuestion(labels: [Choice(name: "RBC", key: "r")], minimum: 1, maximum: 1)
    var world = PictureSamples.world(PictureSamples.project([question]), tasks: [PictureSamples.task(1)])
    world.type("Enter")
    #expect(world.annotations[1] == nil)
    world.type("Space L J Space Esc Space L J Space")
    #expect(world.regions.count == 1)
    #expect(world.bottom().contains("takes at most 1"))
  }

  @Test func manyRandomKeysLeaveOnlyRegionsThatFitTheQuestion() {
    var random = SeededGenerator(seed: 77)
    var world = PictureSamples.world()
    let keys =
      "hjklHJKL .,=memvVSMrwpt+-z1i0u".unicodeScalars.map { Key.character($0) }
      + [.named(.space), .named(.backspace), .named(.enter), .named(.escape), .alt("h"), .alt("j"), .control("r")]
    for step in 0..<3000 {
      if step % 50 == 0 {
        world.resize(Int.random(in: 1...150, using: &random), Int.random(in: 1...50, using: &random))
      }
      var key = keys[Int.random(in: 0..<keys.count, using: &random)]
      if step % 9 == 0 {
        let actions: [Key.Mouse.Action] = [.press, .drag, .release, .scrollUp, .scrollDown]
        key = .mouse(
          .init(
            actions[Int.random(in: 0..<5, using: &random)], x: Int.random(in: 0..<150, using: &random),
            y: Int.random(in: 0..<50, using: &random)))
      }
      world.press(key, draws: step % 3 == 0)
      guard let answer = world.session.current?.answers["cells"] else { continue }
      let finished = PictureSamples.cells.kind.finished(answer, about: nil)
      #expect(PictureSamples.cells.kind.problem(with: finished) == nil, "step \(step): \(key)")
      for region in world.regions {
        let bounds = region.bounds
        #expect(bounds.left >= 0 && bounds.top >= 0 && bounds.right <= 640 && bounds.bottom <= 480, "step \(step)")
      }
    }
  }
}
