import PostilCore
import PostilModel
import PostilPictures
import PostilScreen
import PostilTestSupport
import Testing

@testable import PostilUI

/// A reviewer marks a picture themselves, or mends what somebody has marked.
@Suite struct OwnRegionsTests {
  private func world(_ columns: Int = 120, _ rows: Int = 40) -> ReviewDeskWorld { PictureSamples.review(columns, rows) }

  @Test(arguments: [(120, 40), (80, 24), (60, 20), (40, 12)])
  func anAnswerOfOnesOwnAtEverySize(columns: Int, rows: Int) {
    var world = world(columns, rows)
    if columns > 60 { world.type("l") }
    world.type("E . e")
    #expect(Snapshot.difference(world.draw(), named: "own-\(columns)x\(rows)") == nil)
  }

  @Test func withoutColoursTheOthersMarksAreToldFromOnesOwn() {
    var world = world(80, 24)
    world.theme = TestTheme.mono
    world.alphabet = .ascii
    world.pictures?.book.drawing = .ascii
    world.type("l E")
    #expect(world.screen().utf8.allSatisfy { $0 < 0x80 })
    #expect(Snapshot.difference(world.draw(), named: "mono-80x24") == nil)
  }

  @Test func aBoxByKeyboardBecomesTheFinalAnswer() throws {
    var world = world()
    world.type("e z 1 w l Space")
    let start = try #require(world.desk.answering?.desk.regions.cursor)
    world.type("l l l j Space")
    #expect(world.ownRegions.map(\.label) == ["WBC"])
    world.type("Enter")
    let box = Region(
      label: "WBC", left: Double(start.x), top: Double(start.y), right: Double(start.x + 4),
      bottom: Double(start.y + 3))
    #expect(world.finalRegions(1) == [box])
    #expect(world.tasks[1]?.resolution?.method == .adjudicated && world.session.current == 2)
    world.type("u")
    #expect(world.tasks[1]?.resolution == nil)
  }

  @Test func thePictureThatIsMarkedAndTheColourUnderTheCursorAreAskedFor() throws {
    var world = world()
    world.pictures?.isHeld = true
    world.type("e + l")
    let cursor = try #require(world.desk.answering?.desk.regions.cursor)
    #expect(world.desk.wantedPictures.contains { $0.path.hasSuffix("/1.jpg") && $0.view.zoom != .fit })
    #expect(world.desk.wantedPictures.contains { $0.probe == cursor })
    world.pictures?.isHeld = false
    #expect(world.screen().contains("x \(cursor.x) y \(cursor.y) #"))
  }

  @Test func escGoesOneStepBackThenLeavesAndNothingIsLost() {
    var world = world()
    world.type("e Space l")
    #expect(world.bottom().contains("Esc never mind"))
    world.type("Esc")
    #expect(world.desk.answering.map { $0.desk.begunRegion($0.answer.session) == nil } == true)
    world.type("Space L J Space")
    #expect(world.bottom().contains("Enter make it final") && world.bottom().contains("Esc let go"))
    world.type("m Esc Z Esc")
    #expect(world.desk.answering?.desk.regions.handle == nil && world.desk.isPictureWhole)
    world.type("Esc")
    #expect(world.desk.answering != nil && !world.desk.isPictureWhole)
    #expect(world.bottom().contains("Esc leave it"))
    let drawn = world.ownRegions
    world.type("Esc")
    #expect(world.desk.answering == nil && world.decisions.isEmpty)
    #expect(world.bottom().contains("e goes on with it"))
    world.type("] [ e")
    #expect(world.ownRegions == drawn && drawn.count == 1)
    world.type("u")
    #expect(world.ownRegions.isEmpty)
    world.type("C-r Enter")
    #expect(world.finalRegions(1) == drawn)
    // What is final is not gone on with.
    world.type("[ R e")
    #expect(world.ownRegions.isEmpty)
  }

  @Test func whatSomebodyMarkedIsMendedAndUndone() {
    var world = world()
    world.type("l l E")
    let theirs = [PictureSamples.proposals[0].moved(x: 20, y: 10), PictureSamples.proposals[2]]
    #expect(world.ownRegions == theirs)
    #expect(world.bottom().contains("This is li's answer."))
    world.type("u")
    #expect(world.ownRegions.isEmpty && world.bottom().contains("Undid “li's answer”"))
    world.type("C-r . . Backspace . m M-l Esc Enter")
    #expect(world.finalRegions(1) == [theirs[0].moved(x: 1, y: 0)])
    #expect(world.tasks[1]?.resolution?.taken == nil)
    #expect(Region.list(world.tasks[1]?.annotations[1].annotation.answers["cells"]) == theirs)
  }

  @Test func beginningWithAnotherPersonsAnswerLosesNothingOfWhatWasDrawn() {
    var world = world()
    world.type("e Space L J Space Esc Esc")
    world.type("l E")
    #expect(world.ownRegions == [PictureSamples.proposals[0], PictureSamples.proposals[1]])
    world.type("u")
    #expect(world.ownRegions.count == 1 && world.ownRegions != [PictureSamples.proposals[0]])
  }

  @Test func everyKindOfQuestionBeginsWithTheirAnswer() {
    var world = ReviewDeskWorld(ReviewSamples.hotelReviews())
    world.type("l l E")
    let theirs = world.tasks[1]?.annotations[1].annotation.answers
    #expect(world.desk.answering?.answer.session.current?.answers == theirs && theirs?.isEmpty == false)
    world.type("n C-s")
    var mended = theirs
    mended?["sentiment"] = "negative"
    #expect(world.tasks[1]?.resolution?.answers == mended)
    var ranked = ReviewDeskWorld(ReviewSamples.rankings())
    ranked.type("l l E Enter")
    #expect(ranked.tasks[1]?.resolution?.answers == ranked.tasks[1]?.annotations[1].annotation.answers)
  }

  @Test func whoHasNoAnswerGivesNothingToMend() {
    var memory = ReviewSamples.hotelReviews()
    memory.tasks[2]?.annotations[0].annotation = Annotation(state: .skipped, skipReason: "too long")
    var world = ReviewDeskWorld(memory)
    world.type("] l E")
    #expect(world.bottom().contains("dana has no answer here to be mended."))
    #expect(world.desk.answering == nil && !world.bottom().contains("mend theirs"))
  }

  @Test func byMouse() throws {
    var world = world()
    world.type("e")
    let slot = try #require(world.desk.answering?.desk.pictures.slot)
    let frame = try #require(slot.frame)
    let start = (x: slot.area.x + frame.left + 10, y: slot.area.y + frame.top + 4)
    world.drag(from: start, to: (start.x + 8, start.y + 4))
    let box = try #require(world.ownRegions.first)
    #expect(box.points[0].x == Double(frame.x(ofColumn: start.x - slot.area.x)))
    #expect(box.points[1].y == Double(frame.y(ofRow: start.y + 4 - slot.area.y) + 1))
    world.type("Esc")
    world.click(start.x + 2, start.y + 1)
    #expect(world.desk.answering?.desk.regions.selected == 0)
    world.press(.mouse(.init(.scrollUp, x: start.x, y: start.y)))
    #expect(world.desk.answering?.desk.pictures.slot?.frame?.isWhole == false)
    // What was looked at stays so when the answer is left.
    world.type("Esc Esc")
    #expect(world.desk.answering == nil && world.desk.pictures.slot?.frame?.isWhole == false)
  }

  @Test func whatTheOthersMarkedLiesBeneathAndCanBeHidden() {
    var world = world()
    world.type("e")
    let seen = world.screen()
    #expect(seen.contains("┌─") && seen.contains("─┐") && seen.contains("┘1") && seen.contains("┘2"))
    world.type("V")
    #expect(!world.screen().contains("┘1") && !world.screen().contains("┌─"))
    world.type("V")
    #expect(world.screen() == seen)
  }

  @Test func inRealPixelsRegionsAreLinesOfThePictureAndPopupsTakeItAway() throws {
    var world = world()
    world.type("E")
    world.pictures?.isHeld = true
    world.pictures?.book.drawing = .sixel(.usual)
    _ = world.draw()
    let request = try #require(world.desk.wantedPictures.first)
    // Four corners of each of the others' three boxes, then the two of one's own; what stands there already is not drawn
    // twice.
    #expect(request.lines.count == 2 * 4 + 2 && request.lines.prefix(8).allSatisfy { $0.width == 1 })
    let size = PixelSize(width: 640, height: 480)
    let frame = PictureFrame(
      picture: size, columns: request.columns, rows: request.rows, cell: request.cell, view: request.view)
    world.pictures?.book.keep(
      .shown(ShownPicture(info: PictureInfo(size: size, format: "jpeg"), frame: frame, drawn: .pixels([1]))),
      to: request)
    #expect(world.draw().pictures.map(\.bytes) == [[1]])
    world.type("z")
    #expect(world.screen().contains("Exchange light and dark.") && world.draw().pictures.isEmpty)
    #expect(!world.screen().contains("contact sheet"))
    world.type("Esc ?")
    #expect(world.draw().pictures.isEmpty)
    world.type("q")
    #expect(world.draw().pictures.map(\.bytes) == [[1]])
  }

  @Test func oneTabAtATimeBringsUpThePictureWhenItIsMarked() {
    var world = world(60, 20)
    world.type("e")
    #expect(world.draw().lines[1].contains("[Task]"))
    world.type("Tab")
    #expect(world.draw().lines[1].contains("[Your answer]"))
    world.type("l")
    #expect(world.draw().lines[1].contains("[Task]"))
    world.type("z t")
    #expect(world.screen().contains("belongs to the annotating desk") && world.desk.answering != nil)
  }

  @Test func manyRandomKeysAndClicksDecideOnlyWhatFitsTheQuestion() {
    var random = SeededGenerator(seed: 5)
    var world = world()
    let keys =
      "hjklHJKL .,=memvVSMEeErwpt+-z1i0uZa[]f".unicodeScalars.map { Key.character($0) }
      + [.named(.space), .named(.backspace), .named(.enter), .named(.escape), .named(.tab), .alt("h"), .control("r")]
    for step in 0..<1000 {
      if step % 50 == 0 {
        world.resize(Int.random(in: 1...150, using: &random), Int.random(in: 1...50, using: &random))
      }
      var key = keys[Int.random(in: 0..<keys.count, using: &random)]
      if step % 7 == 0 {
        let actions: [Key.Mouse.Action] = [.press, .drag, .release, .scrollUp, .scrollDown]
        key = .mouse(
          .init(
            actions[Int.random(in: 0..<5, using: &random)], x: Int.random(in: 0..<150, using: &random),
            y: Int.random(in: 0..<50, using: &random)))
      }
      world.press(key)
      for task in world.memory.tasks.values {
        guard let answer = task.resolution?.answers["cells"] else { continue }
        #expect(PictureSamples.cells.kind.problem(with: answer) == nil, "step \(step): \(key)")
      }
    }
  }
}
