import PostilCore
import PostilModel
import PostilPictures
import PostilScreen
import PostilTestSupport
import Testing

@testable import PostilUI

/// Pictures at the desk. `UPDATE_SNAPSHOTS=1 swift test --filter PictureDeskTests` writes the screens anew.
@Suite struct PictureDeskTests {
  private static let label = Question(
    name: "sharp", title: "Is it sharp?",
    kind: LabelQuestion(choices: [Choice(name: "yes", key: "y"), Choice(name: "no", key: "n")]))

  @Test(arguments: [(120, 40), (80, 24), (60, 20), (40, 12)])
  func aPictureAndItsRegionsAtEverySize(columns: Int, rows: Int) {
    var world = PictureSamples.world(size: Size(columns: columns, rows: rows))
    world.type("= . .")
    #expect(Snapshot.difference(world.draw(), named: "regions-\(columns)x\(rows)") == nil)
  }

  @Test func withoutColoursAndWithoutUnicodeEverythingIsThere() {
    var world = PictureSamples.world(size: Size(columns: 80, rows: 24))
    world.theme = TestTheme.mono
    world.alphabet = .ascii
    world.pictures?.book.drawing = .ascii
    world.type("= .")
    let screen = world.screen()
    #expect(screen.utf8.allSatisfy { $0 < 0x80 })
    #expect(Snapshot.difference(world.draw(), named: "mono-80x24") == nil)
  }

  @Test func aPlaceholderStandsThereUntilThePictureComes() {
    var world = DeskWorld(PictureSamples.project(), tasks: [PictureSamples.task(1), PictureSamples.task(2)])
    world.pictures = PictureSamples(isHeld: true)
    #expect(world.screen().contains("The picture is being decoded"))
    #expect(world.desk.wantedPictures.first?.path == "/project/images/1.jpg")
    // The neighbour is decoded ahead, for the place where it will stand.
    #expect(world.desk.wantedPictures.map(\.path) == ["/project/images/1.jpg", "/project/images/2.jpg"])
    world.type("y ]")
    #expect(world.desk.wantedPictures.first?.path == "/project/images/2.jpg")
    world.pictures?.isHeld = false
    #expect(!world.screen().contains("being decoded"))
  }

  @Test func theNextPictureIsThereAtOnceForItWasDecodedAhead() {
    var world = PictureSamples.world(
      PictureSamples.project(
        [Self.label], fields: [FieldDefinition(name: "image", kind: .image), FieldDefinition(name: "note")]),
      tasks: (1...6).map { number in
        PictureSamples.task(number, more: [("note", .string(String(repeating: "word ", count: number * 30)))])
      })
    for number in 2...6 {
      world.pictures?.isHeld = true
      world.type("y")
      #expect(world.session.current?.number == number)
      #expect(!world.screen().contains("being decoded"), "task \(number)")
      world.pictures?.isHeld = false
      _ = world.draw()
    }
  }

  @Test func aPictureThatCannotBeShownIsToldInWordsAndJudgedAllTheSame() {
    var world = DeskWorld(
      PictureSamples.project([Self.label]), tasks: [PictureSamples.task(1), PictureSamples.task(2)])
    world.pictures = PictureSamples(problems: ["/project/images/1.jpg": "the file is empty"])
    let screen = world.screen()
    #expect(screen.contains("This picture cannot be shown: the file is empty."))
    #expect(screen.contains("/project/images/1.jpg"))
    world.type("y")
    #expect(world.annotations[1]?.state == .submitted)
  }

  @Test func nearerAndFartherAndBack() throws {
    var world = PictureSamples.world()
    let whole = try #require(world.desk.pictures.slot?.frame)
    #expect(whole.isWhole)
    world.type("+")
    let near = try #require(world.desk.pictures.slot?.frame)
    #expect(near.scale.value == whole.scale.value / 2 && !near.isWhole)
    #expect(Snapshot.difference(world.draw(), named: "zoomed-120x40") == nil)
    world.type("C-Right")
    #expect((world.desk.pictures.slot?.frame?.originX ?? 0) > near.originX)
    world.type("C-Left C-Left C-Left C-Left C-Left C-Left")
    #expect(world.desk.pictures.slot?.frame?.originX == 0)
    world.type("z 1")
    #expect(world.desk.pictures.slot?.frame?.scale == PictureScale(pixels: 1, columns: 1))
    for _ in 0..<10 { world.type("+") }
    #expect(world.desk.pictures.slot?.frame?.scale == PictureScale(pixels: 1, columns: 16))
    for _ in 0..<12 { world.type("-") }
    #expect(world.desk.pictures.slot?.frame?.isWhole == true)
    world.type("z w")
    #expect(world.desk.pictures.slot?.frame?.isWhole == false)
    world.type("0")
    #expect(world.desk.pictures.slot?.frame == whole)
  }

  @Test func theWheelGoesNearerWhereTheMouseIs() throws {
    var world = PictureSamples.world()
    let slot = try #require(world.desk.pictures.slot)
    let frame = try #require(slot.frame)
    let mouse = (x: slot.area.x + frame.left + 4, y: slot.area.y + frame.top + 3)
    let before = frame.x(ofColumn: mouse.x - slot.area.x)
    world.press(.mouse(.init(.scrollUp, x: mouse.x, y: mouse.y)))
    let now = try #require(world.desk.pictures.slot)
    let after = try #require(now.frame).x(ofColumn: mouse.x - now.area.x)
    #expect(abs(after - before) <= Int(frame.scale.value.rounded(.up)))
  }

  @Test func coloursAreChangedForAllPicturesAndSaidSo() {
    var world = PictureSamples.world()
    world.type("z i z g z c z f")
    let adjustment = world.desk.pictures.adjustment
    #expect(adjustment.isInverted && adjustment.isFalseColour && adjustment.gamma == 120 && adjustment.contrast == 10)
    #expect(world.screen().contains("gamma 1.2, contrast +10, inverted, false colour"))
    world.type("]")
    #expect(world.pictures?.asked.last { $0.path.hasSuffix("/2.jpg") }?.adjustment == adjustment)
    world.type("z 0")
    #expect(world.desk.pictures.adjustment.isNone)
  }

  @Test func severalPicturesStandSideBySide() {
    let project = PictureSamples.project(
      [Self.label],
      fields: [
        FieldDefinition(name: "image", kind: .image, title: "Before"),
        FieldDefinition(name: "other", kind: .image, title: "After"), FieldDefinition(name: "text"),
      ])
    let more: [(String, JSONValue)] = [("other", "images/b.jpg"), ("text", "What has changed between the two?")]
    var world = PictureSamples.world(project, tasks: [PictureSamples.task(1, more: more)])
    #expect(world.desk.pictures.slots.count == 2)
    #expect(Snapshot.difference(world.draw(), named: "two-120x40") == nil)
    world.type("z . +")
    #expect(world.desk.pictures.slots[0]?.frame?.isWhole == true)
    #expect(world.desk.pictures.slots[1]?.frame?.isWhole == false)
    world.type("Z")
    #expect(world.desk.pictures.slots.values.allSatisfy { $0.area.width >= 57 && $0.area.height >= 30 })
    world.type("q")
    #expect(world.intents.isEmpty)
  }

  @Test func theButtonMovesAPictureThatIsLargerThanItsPane() throws {
    var world = PictureSamples.world(PictureSamples.project([Self.label]))
    let slot = try #require(world.desk.pictures.slot)
    let start = (x: slot.area.x + slot.area.width / 2, y: slot.area.y + slot.area.height / 2)
    world.press(.mouse(.init(.scrollUp, x: start.x, y: start.y)))
    let near = try #require(world.desk.pictures.slot?.frame)
    func drag(_ across: Int, _ down: Int) -> PictureFrame? {
      world.press(.mouse(.init(.press, x: start.x, y: start.y)))
      world.press(.mouse(.init(.drag, x: start.x + across, y: start.y + down)))
      world.press(.mouse(.init(.release, x: start.x + across, y: start.y + down)))
      return world.desk.pictures.slot?.frame
    }
    let moved = try #require(drag(-8, 3))
    // What was under the mouse is under it still.
    #expect(abs(Double(moved.originX - near.originX) - 8 * near.scale.value) <= 1)
    #expect(abs(Double(near.originY - moved.originY) - 3 * near.rowScale.value) <= 1)
    #expect(drag(8, -3)?.originX == near.originX)
    world.press(.mouse(.init(.drag, x: start.x + 20, y: start.y)))
    #expect(world.desk.pictures.slot?.frame?.originX == near.originX, "nothing is held any more")
  }

  @Test func besideAQuestionForRegionsTheButtonMovesThePictureWhileAnotherQuestionIsAnswered() throws {
    var world = PictureSamples.world(
      PictureSamples.project([PictureSamples.cells, Self.label]), tasks: [PictureSamples.task(1)])
    world.type("+ Tab")
    let slot = try #require(world.desk.pictures.slot)
    let middle = (x: slot.area.x + slot.area.width / 2, y: slot.area.y + slot.area.height / 2)
    world.press(.mouse(.init(.press, x: middle.x, y: middle.y)))
    world.press(.mouse(.init(.drag, x: middle.x + 9, y: middle.y)))
    world.press(.mouse(.init(.release, x: middle.x + 9, y: middle.y)))
    #expect((world.desk.pictures.slot?.frame?.originX ?? 0) < (slot.frame?.originX ?? 0))
    #expect(world.regions.isEmpty)
  }

  @Test func ofManyPicturesTheOneThatKeysAreAboutIsSeen() {
    let names = (1...9).map { "image\($0)" }
    let fields = names.map { FieldDefinition(name: $0, kind: .image) }
    let more = names.map { ($0, JSONValue.string("images/\($0).jpg")) }
    var world = PictureSamples.world(
      PictureSamples.project([Self.label], fields: fields), tasks: [PictureSamples.task(1, more: more)],
      size: Size(columns: 60, rows: 20))
    #expect(world.desk.pictures.slots.keys.sorted() == [0, 1, 2, 3])
    for place in 1...8 {
      world.type("z .")
      #expect(world.desk.pictures.focused == place && world.desk.pictures.slot != nil)
    }
    world.type("z .")
    #expect(world.desk.pictures.focused == 0 && world.desk.pictures.slot != nil)
  }

  @Test func howATaskIsLookedAtIsRemembered() {
    var world = PictureSamples.world(PictureSamples.project([Self.label]))
    world.type("+ ]")
    #expect(world.desk.pictures.slot?.frame?.isWhole == true)
    world.type("[")
    #expect(world.desk.pictures.slot?.frame?.isWhole == false)
  }

  @Test func theWaysToGoOnAfterTheFirstKeyAreShown() {
    var world = PictureSamples.world()
    world.type("z")
    #expect(world.screen().contains("Exchange light and dark."))
    world.type("Esc Z Esc")
    #expect(!world.desk.pictures.isZoomed)
  }

  @Test func realPixelsAreTakenAwayUnderPopupsAndComeBack() throws {
    var world = PictureSamples.world()
    world.pictures?.isHeld = true
    world.pictures?.book.drawing = .sixel(.usual)
    _ = world.draw()
    let request = try #require(world.desk.wantedPictures.first)
    #expect(request.lines.count == 3)
    let size = PixelSize(width: 640, height: 480)
    let frame = PictureFrame(
      picture: size, columns: request.columns, rows: request.rows, cell: request.cell, view: request.view)
    let bytes = Array("\u{1B}Pq#0~\u{1B}\\".utf8)
    world.pictures?.book.keep(
      .shown(ShownPicture(info: PictureInfo(size: size, format: "jpeg"), frame: frame, drawn: .pixels(bytes))),
      to: request)
    #expect(world.draw().pictures.map(\.bytes) == [bytes])
    world.type("?")
    #expect(world.draw().pictures.isEmpty)
    world.type("q")
    #expect(world.draw().pictures.map(\.bytes) == [bytes])
  }

  @Test func theWindowOf16BitsKeepsItsWidthAtBothEnds() {
    var world = DeskWorld(PictureSamples.project(), tasks: [PictureSamples.task(1)])
    world.pictures = PictureSamples(isDeep: true)
    _ = world.draw()
    func window(_ world: DeskWorld) -> [Int?] {
      [world.desk.pictures.adjustment.blackPoint, world.desk.pictures.adjustment.whitePoint]
    }
    world.type("z ]")
    #expect(window(world) == [1400, 5400])
    world.type("z [")
    #expect(window(world) == [1000, 5000])
    for _ in 0..<9 { world.type("z [") }
    #expect(window(world) == [0, 4000])
    world.type("z ]")
    #expect(window(world) == [400, 4400])
    for _ in 0..<200 { world.type("z ]") }
    #expect(window(world) == [61_535, 65_535])
    world.type("z [")
    #expect(window(world) == [61_135, 65_135])
  }

  @Test func theFramesOfAMovingPictureAreCountedAndBeginAgain() {
    var world = DeskWorld(PictureSamples.project(), tasks: [PictureSamples.task(1)])
    world.pictures = PictureSamples(frames: 3)
    #expect(world.screen().contains("frame 1 of 3"))
    for frame in [2, 3, 1] {
      world.type("z n")
      #expect(world.screen().contains("frame \(frame) of 3"))
      #expect(world.desk.pictures.slot?.request.frame == frame - 1)
    }
    world.type("z p")
    #expect(world.screen().contains("frame 3 of 3"))
  }

  @Test func withCellsOfAnotherSizeThePictureIsAskedForAnew() throws {
    var world = PictureSamples.world()
    world.pictures?.book.drawing = .kitty(.usual)
    _ = world.draw()
    let cell = CellShape(width: 10, height: 21)
    world.pictures?.isHeld = true
    world.pictures?.book.setCell(cell)
    #expect(world.screen().contains("The picture is being decoded"))
    let wanted = try #require(world.desk.wantedPictures.first)
    #expect(wanted.cell == cell && wanted.drawing == .kitty(cell))
  }

  @Test func problemsAreForgottenAndPicturesAreNot() {
    var world = DeskWorld(
      PictureSamples.project([Self.label]), tasks: [PictureSamples.task(1), PictureSamples.task(2)])
    world.pictures = PictureSamples(problems: ["/project/images/1.jpg": "there is no such file"])
    #expect(world.screen().contains("there is no such file"))
    world.pictures?.problems = [:]
    world.pictures?.book.forgetProblems { $0.path.hasSuffix("/2.jpg") }
    #expect(world.screen().contains("there is no such file"))
    let asked = world.pictures?.asked.count ?? 0
    world.pictures?.book.forgetProblems()
    #expect(!world.screen().contains("there is no such file"))
    #expect(world.pictures?.asked.dropFirst(asked).map(\.path) == ["/project/images/1.jpg"])
  }

  @Test func keysForPicturesSayWhyTheyDoNothing() {
    var world = DeskWorld(Samples.hotels, tasks: Samples.tasks(2))
    world.take(.session(.say(SessionMessage(.information, ""))))
    #expect(world.desk.reasonForPictures(.zoomIn) == "This project has no pictures.")
    world = PictureSamples.world()
    world.type("z n")
    #expect(world.bottom().contains("This picture does not move."))
    world.type("z ]")
    #expect(world.bottom().contains("This picture is not 16-bit grey."))
    world.type("C-Left")
    #expect(world.bottom().contains("All of the picture is on the screen."))
  }

  @Test func aCursorTellsPlaceAndColourWhereNoRegionsAreAskedFor() throws {
    let good = Question(
      name: "good", title: "Good?", kind: LabelQuestion(choices: [Choice(name: "yes", key: "y"), Choice(name: "no")]))
    var world = PictureSamples.world(PictureSamples.project([good]))
    func told(_ world: DeskWorld) throws -> String {
      let pixel = try #require(world.desk.pictures.look.cursor)
      return "x \(pixel.x) y \(pixel.y) " + (PictureSamples.color(pixel.x, pixel.y) == 236 ? "#303030" : "#bcbcbc")
    }
    world.type("z x")
    #expect(try world.screen().contains(told(world)))
    let start = try #require(world.desk.pictures.look.cursor)
    world.type("C-Right C-Down")
    let next = try #require(world.desk.pictures.look.cursor)
    #expect(next.x > start.x && next.y > start.y)
    #expect(try world.screen().contains(told(world)))
    // Nearer than one to one it goes by pixels, and the picture goes with it.
    world.type("+ + + + + +")
    for _ in 0..<200 { world.type("C-Right") }
    #expect(world.desk.pictures.look.cursor?.x == next.x + 200)
    let frame = try #require(world.desk.pictures.slot?.frame)
    #expect(frame.contains(column: frame.column(ofPixel: next.x + 200), row: frame.row(ofPixel: next.y)))
    world.type("Esc")
    #expect(world.desk.pictures.look.cursor == nil && !world.screen().contains("x \(next.x + 200)"))
    // A click puts it there.
    world.type("z z")
    let slot = try #require(world.desk.pictures.slot)
    world.click(slot.area.x + 20, slot.area.y + 10)
    #expect(world.desk.pictures.look.cursor == slot.frame?.pixel(column: 20, row: 10))
    #expect(try world.screen().contains(told(world)))
    world.type("y")
    #expect(world.annotations[1]?.answers["good"] == .string("yes"))
  }

  @Test func theMapKeepsOutOfTheWayOfTheCursor() throws {
    var world = PictureSamples.world(tasks: [PictureSamples.task(1)])
    world.type("+ + +")
    let slot = try #require(world.desk.pictures.slot)
    func isMap(_ x: Int, _ y: Int) -> Bool {
      [0x2588, 0x2591].contains(world.draw()[slot.area.x + x, slot.area.y + y].scalar)
    }
    let corner = (x: slot.area.width - 1, y: slot.area.height - 1)
    #expect(isMap(corner.x, corner.y) && !isMap(0, 0))
    world.type("L L J")
    #expect(!isMap(corner.x, corner.y) && isMap(0, 0))
  }
}
