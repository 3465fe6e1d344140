import PostilModel
import PostilScreen
import PostilTestSupport
import Testing

@testable import PostilUI

/// Pictures of the review desk. `UPDATE_SNAPSHOTS=1 swift test --filter ReviewScreenTests` writes them anew.
@Suite struct ReviewScreenTests {
  private static let sizes = [
    Size(columns: 120, rows: 40), Size(columns: 100, rows: 30), Size(columns: 80, rows: 24),
    Size(columns: 60, rows: 20),
  ]

  private func difference(_ world: inout ReviewDeskWorld, _ name: String) -> String? {
    Snapshot.difference(world.draw(), named: "\(name)-\(world.size.columns)x\(world.size.rows)")
  }

  @Test(arguments: sizes) func aTaskAtEverySize(size: Size) {
    var world = ReviewDeskWorld(ReviewSamples.hotelReviews(), size: size)
    #expect(difference(&world, "task") == nil)
    world.type(size.columns == 60 ? "j l" : "l j l")
    #expect(difference(&world, "texts") == nil)
  }

  @Test(arguments: sizes) func anAnswerOfOnesOwnAtEverySize(size: Size) {
    var world = ReviewDeskWorld(ReviewSamples.hotelReviews(), size: size)
    world.type("e n Enter")
    world.write("the lift")
    #expect(difference(&world, "own") == nil)
  }

  @Test(arguments: sizes) func manyPeopleAtEverySize(size: Size) {
    var world = ReviewDeskWorld(ReviewSamples.crowd(), size: size)
    world.type("l l l l l l l l l l")
    #expect(difference(&world, "crowd") == nil)
  }

  @Test(arguments: sizes) func rankingsAtEverySize(size: Size) {
    var world = ReviewDeskWorld(ReviewSamples.rankings(), size: size)
    world.type("l l")
    #expect(difference(&world, "rankings") == nil)
  }

  @Test(arguments: sizes) func aFormOfAllKindsAtEverySize(size: Size) {
    var world = ReviewDeskWorld(ReviewSamples.forms(), size: size)
    world.type("l j j j j l")
    #expect(difference(&world, "form") == nil)
  }

  @Test(arguments: sizes) func aThreadAndAFinalAnswerAtEverySize(size: Size) {
    var world = ReviewDeskWorld(ReviewSamples.hotelReviews(), size: size)
    world.type("# 6 Enter l")
    var pictures = world.screen()
    world.type("1 # 6 Enter * x j j Enter Esc")
    pictures += "\n" + world.screen()
    #expect(Snapshot.difference(pictures, named: "thread-\(size.columns)x\(size.rows)") == nil)
  }

  @Test(arguments: sizes) func popupsAndPromptsAtEverySize(size: Size) {
    var world = ReviewDeskWorld(ReviewSamples.hotelReviews(), size: size)
    var pictures = ""
    for keys in ["?", ":", "x", "b", "f s", "g c", "g"] {
      world.type(keys)
      pictures += keys + "\n" + world.screen() + "\n"
      world.type("Esc Esc")
    }
    #expect(Snapshot.difference(pictures, named: "popups-\(size.columns)x\(size.rows)") == nil)
  }

  @Test(arguments: sizes) func theOverviewAtEverySize(size: Size) {
    var memory = ReviewSamples.hotelReviews()
    memory.report = ReviewSamples.report
    var world = ReviewDeskWorld(memory, size: size)
    world.type("o")
    var pictures = world.screen()
    world.type("End")
    pictures += "\n" + world.screen()
    #expect(Snapshot.difference(pictures, named: "overview-\(size.columns)x\(size.rows)") == nil)
    if size.columns >= 60 { #expect(!pictures.contains("…"), "nothing is cut") }
  }

  @Test func withoutColour() {
    var world = ReviewDeskWorld(ReviewSamples.hotelReviews(), size: Size(columns: 100, rows: 24))
    world.theme = TestTheme.mono
    world.type("l j l")
    let picture = Snapshot.difference(world.draw(), named: "mono", styles: true) { TestTheme.mono.name(of: $0) }
    #expect(picture == nil)
  }

  @Test func inASCIIOnly() {
    var world = ReviewDeskWorld(ReviewSamples.hotelReviews())
    world.alphabet = .ascii
    world.type("l # 6 Enter 1 # 6 Enter *")
    let text = world.screen()
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
    #expect(Snapshot.difference(text, named: "ascii") == nil)
  }

  @Test func anEmptyListSaysWhatToDo() {
    var world = ReviewDeskWorld(ReviewInMemory(ReviewSamples.hotels, records: Samples.tasks(2), said: [:]))
    #expect(Snapshot.difference(world.draw(), named: "empty") == nil)
    world.resize(39, 11)
    #expect(world.screen().contains("Too small"))
  }
}
