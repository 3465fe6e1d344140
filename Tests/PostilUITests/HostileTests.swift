import PostilCore
import PostilModel
import PostilScreen
import PostilTestSupport
import Testing

@testable import PostilUI

@Suite struct HostileTests {
  private static let evil =
    "\u{1B}]0;owned\u{7}\u{1B}[31m\u{9B}5n\u{202E}dcba\u{2066}\u{200B}\u{FEFF}\t\u{1B}]52;c;eA==\u{7}"

  private func world() -> DeskWorld {
    let evil = Self.evil
    let project = Project(
      name: evil,
      fields: [FieldDefinition(name: "text", title: evil), FieldDefinition(name: "m", kind: .value, title: evil)],
      questions: [
        Question(
          name: "q" + evil, title: evil, help: evil,
          kind: LabelQuestion(choices: [Choice(name: evil, title: evil, key: "y", help: evil), Choice(name: "b")])),
        Question(name: "t", title: evil, kind: TextQuestion()),
      ])
    let task = AnnotationTask(
      number: 1, id: evil, fields: JSONObject([("text", .string(evil)), ("m", .string(evil))]),
      metadata: JSONObject([("source", .string(evil))]),
      suggestions: [
        Suggestion(question: "q" + evil, answer: .string(evil), model: evil, score: .nan),
        Suggestion(question: "t", answer: .string(evil), model: evil),
      ])
    return DeskWorld(project, tasks: [task], guidelines: "# " + evil + "\n" + evil)
  }

  private func expectSafe(_ surface: Surface, _ place: String) {
    for cell in surface.cells {
      let value = cell.scalar
      let isControl = value != 0 && (value < 0x20 || (0x7F..<0xA0).contains(value))
      let isHidden =
        (0x200B...0x200F).contains(value) || (0x202A...0x202E).contains(value)
        || (0x2060...0x206F).contains(value) || value == 0xFEFF
      #expect(!isControl && !isHidden, "U+\(String(value, radix: 16)) at \(place)")
    }
  }

  @Test func nothingRawReachesACell() {
    var world = world()
    for keys in ["", "y", "?", "Esc g i", "Esc :", "Esc g h", "Esc c", "Esc l l l", "Tab"] {
      world.type(keys)
      expectSafe(world.draw(), keys)
    }
    world.press(.paste(Self.evil))
    expectSafe(world.draw(), "paste")
    world.type("Esc /")
    world.press(.paste(Self.evil))
    expectSafe(world.draw(), "search")
    world.resize(60, 20)
    expectSafe(world.draw(), "tabs")
  }

  @Test func longNamesEndWithAnEllipsis() {
    var world = DeskWorld(
      Project(
        name: String(repeating: "long name ", count: 30), fields: [FieldDefinition(name: "text")],
        questions: [
          Question(
            name: "q", title: String(repeating: "a question without end ", count: 20),
            kind: LabelQuestion(choices: [Choice(name: String(repeating: "label", count: 30))]))
        ]), tasks: Samples.tasks(2))
    for size in [Size(columns: 120, rows: 40), Size(columns: 80, rows: 24), Size(columns: 40, rows: 12)] {
      world.resize(size.columns, size.rows)
      #expect(world.draw().lines[0].contains("…"))
    }
  }

  @Test func manyRandomKeysAtManySizesBreakNothing() {
    var random = SeededGenerator(seed: 7)
    var world = Samples.form()
    let names = Key.Name.allCases.map { Key.named($0) }
    let letters = "abcdefghijklmnopqrstuvwxyz0123456789/:?#=[]{}GN".unicodeScalars.map { Key.character($0) }
    let controls = "abdefhklnoprstuvwxy_".map { Key.control($0) }
    let keys = letters + letters + names + controls + [.paste("a\nb漢"), .alt("x"), .function(1), .function(2)]
    for step in 0..<10_000 {
      if step % 50 == 0 {
        world.resize(Int.random(in: 1...180, using: &random), Int.random(in: 1...50, using: &random))
      }
      var key = keys[Int.random(in: 0..<keys.count, using: &random)]
      if step % 23 == 0 {
        let actions: [Key.Mouse.Action] = [.press, .doubleClick, .scrollUp, .scrollDown]
        let place = (x: Int.random(in: 0..<180, using: &random), y: Int.random(in: 0..<50, using: &random))
        key = .mouse(.init(actions[step % 4], x: place.x, y: place.y))
      }
      // A picture now and then: what keys go by is what was drawn last, as when they come fast.
      world.press(key, draws: false)
      expectSound(world, step: step)
      if step % 4 == 0 { expectPictureOfItsOwn(&world, step: step) }
      guard world.desk.layers.count < 30 else { break }
    }
  }

  /// A picture made over the last one is the one that a blank beginning gives, clicks included.
  private func expectPictureOfItsOwn(_ world: inout DeskWorld, step: Int) {
    var blank = world
    blank.desk.cache.surface = nil
    #expect(world.draw() == blank.draw(), "the picture over the last one differs at step \(step)")
    #expect(Set(world.desk.targets) == Set(blank.desk.targets), "clicks differ at step \(step)")
  }

  private func expectSound(_ world: DeskWorld, step: Int) {
    let desk = world.desk
    let choices = desk.focusedQuestion(world.session)?.kind.choices.count ?? 0
    #expect((0..<max(1, choices)).contains(desk.choiceCursor), "step \(step)")
    #expect(desk.queueTop >= 0 && desk.questionsTop >= 0 && desk.guidelinesTop >= 0, "step \(step)")
    if let writing = desk.writing {
      #expect(writing.task == world.session.current?.number, "step \(step)")
      #expect(writing.question == world.session.focusedQuestion, "step \(step)")
    }
    #expect(desk.layers.count < 12, "popups pile up at step \(step)")
  }
}
