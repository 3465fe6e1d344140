import PostilCore
import PostilModel
import PostilPictures
import PostilScreen
import PostilTestSupport
import Testing

@testable import PostilUI

/// Pictures at the review desk: what each annotator marked, in each one's colour and number.
@Suite struct ReviewPictureTests {
  private func world(_ columns: Int = 120, _ rows: Int = 40) -> ReviewDeskWorld { PictureSamples.review(columns, rows) }

  @Test(arguments: [(120, 40), (80, 24), (60, 20), (40, 12)])
  func whatEachMarkedAtEverySize(columns: Int, rows: Int) {
    var world = world(columns, rows)
    if rows <= 20 { world.type("l") }
    #expect(Snapshot.difference(world.draw(), named: "boxes-\(columns)x\(rows)") == nil)
  }

  @Test func thePersonUnderTheCursorStandsOut() {
    var world = world()
    let before = world.draw()
    #expect(before.text.contains("1━") || before.text.contains("━┓"))
    world.type("l l")
    #expect(world.desk.column > 0)
    #expect(world.draw() != before)
  }

  @Test func aPictureThatCannotBeShownHoldsNothingUp() {
    var world = world()
    world.pictures = PictureSamples(problems: ["/project/images/1.jpg": "the file is empty"])
    #expect(world.screen().contains("This picture cannot be shown: the file is empty."))
    world.type("Enter")
    #expect(world.session.current == 2)
  }

  @Test func oneLooksNearerAndElsewhereWithTheKeysOfTheAnnotatingDesk() throws {
    var world = world()
    let whole = try #require(world.desk.pictures.slot?.frame)
    world.type("+ +")
    let near = try #require(world.desk.pictures.slot?.frame)
    #expect(near.scale.value == whole.scale.value / 4)
    world.type("C-Right")
    #expect((world.desk.pictures.slot?.frame?.originX ?? 0) > near.originX)
    world.type("z 1")
    #expect(world.desk.pictures.slot?.frame?.scale.value == 1)
    world.type("z i z c")
    #expect(world.screen().contains("contrast +10, inverted"))
    #expect(world.decisions.isEmpty, "the keys decide nothing")
    world.type("0")
    #expect(world.desk.pictures.slot?.frame == whole)
    world.type("z n")
    #expect(world.bottom().contains("This picture does not move."))
    world.type("z t")
    #expect(world.bottom().contains("belongs to the annotating desk"))
  }

  @Test func theNextPictureIsThereAtOnceForItWasDecodedAhead() {
    var world = world()
    world.pictures?.isHeld = true
    world.type("Enter")
    #expect(world.session.current == 2 && !world.screen().contains("being decoded"))
    #expect(world.draw().text.contains("2.jpg"))
  }

  @Test func howATaskIsLookedAtIsRememberedAndTheColoursHoldForAll() {
    var world = world()
    world.type("+ z i ]")
    #expect(world.session.current == 2 && world.desk.pictures.slot?.frame?.isWhole == true)
    #expect(world.pictures?.asked.last?.adjustment.isInverted == true)
    world.type("[")
    #expect(world.session.current == 1 && world.desk.pictures.slot?.frame?.isWhole == false)
  }

  @Test(arguments: [(120, 40), (80, 24), (60, 20)])
  func thePictureHasTheWholeScreen(columns: Int, rows: Int) throws {
    var world = world(columns, rows)
    world.type("Z")
    let slot = try #require(world.desk.pictures.slot)
    #expect(slot.area.width == columns - 4 && slot.area.height >= rows - 7)
    world.type("l")
    #expect(!world.screen().contains("dana"))
    world.type("Esc")
    #expect(!world.desk.pictures.isZoomed)
    world.type("Z q")
    #expect(!world.desk.pictures.isZoomed && world.intents.isEmpty)
  }

  @Test func theWheelGoesNearerAndTheButtonMovesWhatIsLarger() throws {
    var world = world()
    let slot = try #require(world.desk.pictures.slot)
    let middle = (x: slot.area.x + slot.area.width / 2, y: slot.area.y + slot.area.height / 2)
    world.drag(from: middle, to: (middle.x + 5, middle.y))
    #expect(world.desk.pictures.slot?.frame?.isWhole == true, "all of it is there")
    world.press(.mouse(.init(.scrollUp, x: middle.x, y: middle.y)))
    let near = try #require(world.desk.pictures.slot?.frame)
    #expect(!near.isWhole)
    world.drag(from: middle, to: (middle.x - 6, middle.y + 2))
    let moved = try #require(world.desk.pictures.slot?.frame)
    #expect(moved.originX > near.originX && moved.originY < near.originY && moved.scale == near.scale)
    #expect(world.desk.pictures.grip == nil)
  }

  @Test func severalPicturesAreAllSeen() {
    let fields = ["image", "other"].map { FieldDefinition(name: $0, kind: .image) }
    var world = PictureSamples.review(
      project: PictureSamples.project(fields: fields), more: [("other", "images/b.jpg")])
    #expect(world.screen().contains("1.jpg") && world.screen().contains("b.jpg"))
    #expect(world.desk.pictures.slots.count == 2)
    world.type("z . +")
    #expect(world.desk.pictures.slots[0]?.frame?.isWhole == true)
    #expect(world.desk.pictures.slots[1]?.frame?.isWhole == false)
  }

  @Test func keysForPicturesAreInHelpPaletteAndAfterTheFirstKey() {
    var world = world(120, 120)
    world.type("?")
    let help = world.screen()
    #expect(help.contains("zoom-in") && help.contains("false-colour") && !help.contains("contact-sheet"))
    world.type("Esc z")
    #expect(world.screen().contains("Exchange light and dark.") && !world.screen().contains("contact sheet"))
    world.type("Esc :")
    world.write("whole screen")
    world.type("Enter")
    #expect(world.desk.pictures.isZoomed)
    var other = ReviewDeskWorld(ReviewSamples.hotelReviews())
    other.type("+")
    #expect(other.bottom().contains("+ is no key here"))
  }
}
