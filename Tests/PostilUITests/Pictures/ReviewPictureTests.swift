import PostilCore
import PostilModel
import PostilScreen
import PostilTestSupport
import Testing

@testable import PostilUI

/// Pictures at the review desk: what each annotator marked, in each one's colour and number.
@Suite struct ReviewPictureTests {
  private func world(_ columns: Int = 120, _ rows: Int = 40) -> ReviewDeskWorld {
    var project = PictureSamples.project()
    project.annotatorsPerTask = 3
    let boxes = PictureSamples.proposals
    let said: [(String, [String: JSONValue])] = [
      ("dana", ["cells": Region.answer([boxes[0], boxes[1]])]),
      ("li", ["cells": Region.answer([boxes[0].moved(x: 20, y: 10), boxes[2]])]),
      ("sam", ["cells": Region.answer([boxes[0]])]),
    ]
    var world = ReviewDeskWorld(
      ReviewInMemory(project, records: [PictureSamples.task(1), PictureSamples.task(2)], said: [1: said, 2: said]),
      size: Size(columns: columns, rows: rows))
    world.pictures = PictureSamples()
    _ = world.draw()
    return world
  }

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
}
