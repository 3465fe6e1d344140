import PostilCore
import PostilModel
import PostilPictures
import PostilScreen
import PostilTestSupport
import Testing

@testable import PostilUI

/// What is half drawn and what became of proposals: kept, undone, and a task's and a question's own.
@Suite struct RegionDraftTests {
  private func proposed(_ world: DeskWorld) -> Int {
    world.desk.regionRows(world.session).count { $0.proposal != nil }
  }

  @Test func takingAndRejectingAreUndoneWithTheProposals() {
    var world = PictureSamples.world()
    world.type("=")
    #expect(world.regions.count == 3 && proposed(world) == 0)
    world.type("u")
    #expect(world.regions.isEmpty && proposed(world) == 3)
    world.type(". Backspace")
    #expect(proposed(world) == 2)
    world.type("u")
    #expect(proposed(world) == 3 && world.bottom().contains("proposal rejected"))
    world.type("C-r . = u")
    #expect(world.regions.isEmpty && proposed(world) == 2)
    // A label given to a proposal takes it; that is one step too.
    world.type("u . p")
    #expect(world.regions.map(\.label) == ["platelet"] && proposed(world) == 2)
    world.type("u")
    #expect(world.regions.isEmpty && proposed(world) == 3)
  }

  @Test func whatWasRejectedStaysSoWhileOtherTasksAreMarked() {
    let tasks = (1...2).map { PictureSamples.task($0, proposing: PictureSamples.proposals) }
    var world = PictureSamples.world(tasks: tasks)
    world.type(". Backspace ] . Backspace . = [")
    #expect(proposed(world) == 2 && world.regions.isEmpty)
    world.type("]")
    #expect(proposed(world) == 1 && world.regions.count == 1)
  }

  @Test func whatIsHalfDrawnStaysThroughOtherTasksQuestionsAndARestart() throws {
    var world = PictureSamples.world(tasks: [PictureSamples.task(1), PictureSamples.task(2)])
    world.type("S Space L Space J Space")
    let begun = try #require(world.desk.begunRegion(world.session))
    #expect(begun.shape == .polygon && begun.points.count == 3)
    world.type("] [")
    #expect(world.desk.begunRegion(world.session) == begun)
    var next = try world.restarted()
    next.pictures = PictureSamples()
    _ = next.draw()
    #expect(next.desk.begunRegion(next.session) == begun)
    // It is no answer yet, and no other region is gone to before it is one.
    next.type("C-s")
    #expect(next.annotations[1] == nil && next.bottom().contains("half drawn"))
    next.type(".")
    #expect(next.bottom().contains("half drawn"))
    next.type("Enter")
    #expect(next.regions.map(\.points) == [begun.points])
    // What was drawn before the restart is a step of its own.
    next.type("u")
    #expect(next.desk.begunRegion(next.session) == begun)
    next.type("u")
    #expect(next.regions.isEmpty && next.desk.begunRegion(next.session) == nil)
    // Drawing is one step of undo; leaving it is one of its own.
    next.type("Space L J Space u")
    #expect(next.regions.isEmpty && next.desk.begunRegion(next.session) == nil)
    next.type("Space L Esc u")
    #expect(next.desk.begunRegion(next.session)?.points.count == 1)
  }

  @Test func twoQuestionsHaveTheirOwnRegions() {
    var scratches = PictureSamples.cells
    scratches.name = "scratches"
    scratches.kind = BoxesQuestion(labels: [Choice(name: "deep", key: "d"), Choice(name: "light", key: "l")])
    var task = PictureSamples.task(1, proposing: PictureSamples.proposals)
    task.suggestions.append(
      Suggestion(
        question: "scratches", answer: Region.answer([Region(label: "deep", left: 1, top: 2, right: 30, bottom: 40)]),
        model: "model"))
    var world = PictureSamples.world(PictureSamples.project([PictureSamples.cells, scratches]), tasks: [task])
    world.type("w . Backspace v Tab")
    #expect(proposed(world) == 1 && world.desk.regions.selected == nil && world.desk.regions.hidden.isEmpty)
    world.type("Space L J Space")
    #expect(Region.list(world.session.current?.answers["scratches"]).map(\.label) == ["deep"])
    world.type("BTab")
    #expect(proposed(world) == 2 && world.desk.regions.hidden.count == 1)
  }

  @Test func hidingStaysWithTheRegion() {
    var world = PictureSamples.world()
    world.type("= . . v g j")
    #expect(world.regions[2] == PictureSamples.proposals[1])
    #expect(world.desk.regions.hidden == [PictureSamples.proposals[1]])
    world.type(", , Backspace")
    #expect(world.desk.regions.hidden == [PictureSamples.proposals[1]] && world.regions.count == 2)
  }

  @Test func theLabelOfTheNextRegionLeavesTheLastOneAlone() {
    var world = PictureSamples.world(tasks: [PictureSamples.task(1)])
    world.type("r Space l l j Space w")
    #expect(world.regions.map(\.label) == ["RBC"] && world.bottom().contains("next region is “WBC”"))
    world.type("Esc L Space l l j Space")
    #expect(world.regions.map(\.label) == ["RBC", "WBC"])
    // What somebody chooses is given the label.
    world.type(", p")
    #expect(world.regions.map(\.label) == ["platelet", "WBC"])
  }

  @Test func nothingToMarkIsAnAnswerThatIsAskedForOnce() {
    var world = PictureSamples.world()
    world.type("Enter")
    #expect(world.annotations[1] == nil && world.bottom().contains("nothing to mark"))
    world.type("Enter")
    #expect(world.annotations[1]?.answers["cells"] == Region.answer([]))
  }

  @Test func moreThanTheMostIsNotTaken() {
    var question = PictureSamples.cells
    question.kind = BoxesQuestion(
      labels: [Choice(name: "RBC", key: "r"), Choice(name: "WBC", key: "w")], maximum: 2)
    var world = PictureSamples.world(PictureSamples.project([question]))
    world.type("=")
    #expect(world.regions.isEmpty && world.bottom().contains("at most 2"))
    world.type(". = . =")
    #expect(world.regions.count == 2)
    world.type(". =")
    #expect(world.regions.count == 2 && world.bottom().contains("delete one first"))
  }

  @Test func linesReachTheEdgesOfThePicture() throws {
    var world = PictureSamples.world(tasks: [PictureSamples.task(1)])
    let size = try #require(world.desk.pictures.slot?.frame?.picture)
    world.type("S")
    for _ in 0..<30 { world.type("L J") }
    world.type("Space")
    for _ in 0..<30 { world.type("H K") }
    world.type("Space")
    let points = try #require(world.desk.begunRegion(world.session)?.points)
    #expect(points[0] == RegionPoint(x: Double(size.width), y: Double(size.height)))
    #expect(points[1] == RegionPoint(x: 0, y: 0))
  }

  @Test func onASheetOnlyWhatIsSeenThereHasKeys() {
    // The first task has no picture.
    var bare = PictureSamples.task(1)
    bare.fields = JSONObject([])
    var world = PictureSamples.world(tasks: [bare, PictureSamples.task(2)])
    world.type("z t z . z , z n z p")
    #expect(world.bottom().contains("Enter opens"))
    #expect(!world.screen().contains("corner"))
    world.type("Space m r Backspace")
    #expect(world.regions.isEmpty && world.desk.begunRegion(world.session) == nil)
    world.type("z i Enter")
    #expect(world.desk.pictures.sheet == nil && world.desk.pictures.adjustment.isInverted)
  }

  @Test func numbersDoNotRunIntoEachOther() {
    // A second region begins one column to the right of the first: "21" would be read as one number.
    let near = PictureSamples.proposals[0]
    let both = [near, Region(label: "RBC", left: 268, top: 177, right: 420, bottom: 330)]
    var world = PictureSamples.world(tasks: [PictureSamples.task(1, proposing: both)])
    world.type("=")
    let slot = world.desk.pictures.slot?.area ?? Rectangle(x: 0, y: 0, width: 0, height: 0)
    let screen = world.draw()
    let numbers = (slot.y..<slot.bottom).flatMap { y in
      (slot.x..<slot.right).compactMap { x in
        (0x30...0x39).contains(screen[x, y].scalar) ? (x: x, y: y, scalar: screen[x, y].scalar) : nil
      }
    }
    #expect(numbers.map(\.scalar).sorted() == [0x31, 0x32])
    #expect(numbers.count == 2 && (numbers[0].y != numbers[1].y || abs(numbers[0].x - numbers[1].x) > 2))
  }

  // MARK: By mouse

  private func drag(_ world: inout DeskWorld, _ start: (x: Int, y: Int), _ end: (x: Int, y: Int)) {
    world.press(.mouse(.init(.press, x: start.x, y: start.y)))
    world.press(.mouse(.init(.drag, x: (start.x + end.x) / 2, y: (start.y + end.y) / 2)))
    world.press(.mouse(.init(.drag, x: end.x, y: end.y)))
    world.press(.mouse(.init(.release, x: end.x, y: end.y)))
  }

  @Test func aBoxByMouseReachesTheEdges() throws {
    var world = PictureSamples.world(tasks: [PictureSamples.task(1)])
    let slot = try #require(world.desk.pictures.slot)
    let frame = try #require(slot.frame)
    let first = (x: slot.area.x + frame.left, y: slot.area.y + frame.top)
    drag(&world, first, (x: first.x + frame.columns - 1, y: first.y + frame.rows - 1))
    let bounds = try #require(world.regions.first).bounds
    #expect(bounds == (0, 0, Double(frame.picture.width), Double(frame.picture.height)))
    // A quick hand leaves the picture, and means its edge.
    world.type("u")
    drag(&world, (x: first.x + 10, y: first.y + 10), (x: slot.area.x + 200, y: slot.area.y + 90))
    let quick = try #require(world.regions.first).bounds
    #expect(quick.right == Double(frame.picture.width) && quick.bottom == Double(frame.picture.height))
    #expect(quick.left > 0 && quick.top > 0)
  }

  @Test func theScoreOfAProposalIsSeenWhole() {
    #expect(RegionWords.source("detector 0.80", columns: 13) == "detector 0.80")
    #expect(RegionWords.source("detector 0.80", columns: 12) == "0.80")
    #expect(RegionWords.source("detector 0.80", columns: 3).isEmpty)
    #expect(RegionWords.source("voc", columns: 2) == "voc")
  }

  @Test func whatIsChosenIsMovedByMouseAsOneStep() throws {
    var world = PictureSamples.world()
    world.type("= Esc")
    let slot = try #require(world.desk.pictures.slot)
    let frame = try #require(slot.frame)
    func cell(_ x: Double, _ y: Double) -> (x: Int, y: Int) {
      (slot.area.x + frame.column(ofPixel: Int(x)), slot.area.y + frame.row(ofPixel: Int(y)))
    }
    let was = PictureSamples.proposals[0].bounds
    let middle = cell((was.left + was.right) / 2, (was.top + was.bottom) / 2)
    world.click(middle.x, middle.y)
    #expect(world.desk.regions.selected == 0)
    drag(&world, middle, (x: middle.x + 4, y: middle.y))
    let moved = world.regions[0].bounds
    #expect(moved.left > was.left && moved.right - moved.left == was.right - was.left && moved.top == was.top)
    #expect(world.regions.count == 3)
    world.type("u")
    #expect(world.regions[0].bounds == was)
    // A side goes alone, and not past the other.
    let right = cell(was.right - 1, (was.top + was.bottom) / 2)
    drag(&world, right, (x: right.x + 3, y: right.y))
    #expect(world.regions[0].bounds.right > was.right && world.regions[0].bounds.left == was.left)
    world.type("u")
    drag(&world, right, cell(5, was.top + 50))
    #expect(world.regions[0].bounds.right == was.left + 1 && world.regions[0].bounds.left == was.left)
    // A corner moves two sides; outside of what is chosen a new box is drawn.
    world.type("u")
    let corner = cell(was.left, was.top)
    drag(&world, corner, (x: corner.x - 2, y: corner.y - 2))
    #expect(world.regions[0].bounds.left < was.left && world.regions[0].bounds.top < was.top)
    drag(&world, cell(400, 420), cell(500, 460))
    #expect(world.regions.count == 4)
  }
}
