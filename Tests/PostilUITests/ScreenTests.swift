import PostilModel
import PostilScreen
import PostilTestSupport
import Testing

@testable import PostilUI

/// Pictures of the desk. `UPDATE_SNAPSHOTS=1 swift test --filter PostilUITests` writes them anew.
@Suite struct ScreenTests {
  private static let sizes = [
    Size(columns: 160, rows: 30), Size(columns: 120, rows: 40), Size(columns: 80, rows: 24),
    Size(columns: 60, rows: 20),
    Size(columns: 40, rows: 12), Size(columns: 39, rows: 11),
  ]

  private func name(_ size: Size) -> String { "\(size.columns)x\(size.rows)" }

  @Test(arguments: sizes) func aDeskAtEverySize(size: Size) {
    var world = Samples.desk()
    world.resize(size.columns, size.rows)
    #expect(Snapshot.difference(world.draw(), named: "desk-\(name(size))") == nil)
  }

  @Test(arguments: sizes) func aFormOfAllKindsAtEverySize(size: Size) {
    var world = Samples.form()
    world.resize(size.columns, size.rows)
    world.type("y w t Tab")
    #expect(Snapshot.difference(world.draw(), named: "form-\(name(size))") == nil)
  }

  @Test(arguments: sizes) func guidelinesBesideTheTaskAtEverySize(size: Size) {
    var world = Samples.desk()
    world.resize(size.columns, size.rows)
    world.type("g i")
    #expect(Snapshot.difference(world.draw(), named: "guidelines-\(name(size))") == nil)
  }

  @Test(arguments: sizes.dropLast()) func popupsAtEverySize(size: Size) {
    var world = Samples.desk()
    world.resize(size.columns, size.rows)
    var pictures = ""
    for keys in ["?", ":", "g", "s", "g f", "g s", "g c"] {
      world.type(keys)
      pictures += keys + "\n" + world.screen() + "\n"
      world.type("Esc Esc")
    }
    #expect(Snapshot.difference(pictures, named: "popups-\(name(size))") == nil)
  }

  @Test func withoutColour() {
    var world = Samples.form()
    world.theme = TestTheme.mono
    world.resize(120, 30)
    world.type("y w Tab / l i g h t Enter")
    let picture = Snapshot.difference(world.draw(), named: "mono", styles: true) { TestTheme.mono.name(of: $0) }
    #expect(picture == nil)
  }

  @Test func inASCIIOnly() {
    var world = Samples.desk()
    world.alphabet = .ascii
    world.type("p ] f [")
    let text = world.screen()
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
    #expect(Snapshot.difference(text, named: "ascii") == nil)
  }

  @Test func theFirstRunShowsFiveKeysAndAnyKeyBegins() {
    var world = DeskWorld(Samples.oneKey, tasks: Samples.tasks(5), guidelines: "# A", isFirstRun: true)
    world.resize(80, 24)
    #expect(Snapshot.difference(world.draw(), named: "first-run") == nil)
    world.type("w")
    #expect(world.annotations.isEmpty, "the key that closes the hint judges nothing")
    world.type("w")
    #expect(world.annotations[1]?.answers["tone"] == "warm")
  }

  @Test func anEmptyProjectSaysWhatToDo() {
    var world = DeskWorld(Samples.hotels, tasks: [])
    #expect(Snapshot.difference(world.draw(), named: "empty") == nil)
  }

  @Test func namesOfModelsCanBeToldApart() {
    var world = Samples.desk()
    for columns in [100, 112, 120, 160] {
      world.resize(columns, 40)
      #expect(world.screen().contains("◂ model-a 0.71"), "\(columns)")
    }
    let names = ["gpt-large-2024-instruct-a", "gpt-large-2024-instruct-b"].map {
      TextWidth.truncateMiddle($0, to: 9)
    }
    #expect(names == ["gpt-…ct-a", "gpt-…ct-b"])
    #expect(TextWidth.truncateMiddle("漢字漢字漢字", to: 8) == "漢字…字")
  }

  @Test func theEndsOfAScaleAreWholeAndSoIsTheHelpOfALabel() {
    let project = Project(
      name: "Quality", fields: [FieldDefinition(name: "text")],
      questions: [
        Question(
          name: "right", title: "Is it right?",
          kind: RatingQuestion(lowest: 1, highest: 5, lowestName: "mostly wrong", highestName: "no error found")),
        Question(
          name: "kind",
          kind: LabelQuestion(choices: [
            Choice(name: "a", help: "Say this where the writer asks for something and gets it at last.")
          ])),
      ])
    var world = DeskWorld(project, tasks: Samples.tasks(2))
    #expect(world.screen().contains("mostly wrong") && world.screen().contains("no error found"))
    world.resize(40, 12)
    world.type("?")
    var seen = ""
    for _ in 0..<14 {
      seen += world.screen()
      world.type("j")
    }
    for word in ["Say this", "where", "something", "last."] { #expect(seen.contains(word), "\(word)") }
  }
}
