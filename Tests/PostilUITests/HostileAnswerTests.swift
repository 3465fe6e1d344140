import PostilCore
import PostilModel
import PostilScreen
import PostilTestSupport
import Testing

@testable import PostilUI

/// Texts that want to do something to the terminal or to the desk, in every place where a response's words are shown.
@Suite struct HostileAnswerTests {
  private static let texts = [
    "\u{1B}[31mred\u{07} \u{202E}evil\u{202C}", "\n\nHuman: no\r\n\r\nAssistant: yes", "\u{0}NUL\u{9B}2J",
    "👩‍💻👍🏽 e\u{301} \u{FE0F}", "", "   \n\t\n", String(repeating: "很长", count: 50_000), "]]> \\u001b \u{FEFF}",
  ]

  /// Nothing but what may be drawn, on a screen of its size.
  private func isClean(_ world: inout DeskWorld) -> Bool {
    let surface = world.draw()
    return surface.size == world.size
      && surface.text.unicodeScalars.allSatisfy { scalar in
        scalar == "\n" || !(scalar.properties.generalCategory == .control || (0x202A...0x202E).contains(scalar.value))
      }
  }

  private func desk(_ questions: Question...) -> DeskWorld {
    let project = Project(
      name: "Hostile", advance: .stay, fields: [Samples.prompt, Samples.responses], questions: questions)
    return DeskWorld(project, tasks: Samples.responseTasks(8, of: 1, texts: Self.texts))
  }

  @Test(arguments: [Size(columns: 160, rows: 40), Size(columns: 80, rows: 24), Size(columns: 40, rows: 12)])
  func responsesInARanking(size: Size) {
    var world = desk(Samples.ranking(), Samples.ratings(RatingQuestion()), Samples.remarks)
    world.resize(size.columns, size.rows)
    world.desk.show(.questions)
    for keys in ["2 = 7", "j j j x", "Enter", "1 3 4 5 6 8", "Tab 1 2 3 4 5", "Tab Tab p M", "Esc E", "Esc ?"] {
      world.type(keys)
      #expect(isClean(&world), "\(keys)")
    }
  }

  @Test func reasonsAndQuotesThatWerePasted() {
    var world = desk(Samples.ranking(), Samples.remarks)
    world.desk.show(.questions)
    world.type("x")
    world.press(.paste("\u{1B}]0;title\u{07}\u{202E}odd"))
    world.type("Enter")
    #expect(isClean(&world))
    world.type("Tab E")
    world.press(.paste("two\nlines \u{1B}[2J"))
    world.type("Enter b o o k Enter +")
    #expect(isClean(&world))
    let remarks = Remarks(world.session.current?.answers["remarks"], candidate: "a")
    #expect(remarks.evidence.first?.verdict == .supported)
  }

  @Test(arguments: texts) func mendingKeepsWhatItDoesNotTouch(text: String) {
    let record = JSONObject([("text", .string(text))])
    var world = DeskWorld(Samples.mending, tasks: [AnnotationTask(number: 1, id: "one", fields: record)])
    world.type("3 Esc")
    #expect(isClean(&world))
    let after = world.session.current?.answers["verdict"]?.object?["after"]?.string
    #expect(after == text, "opening and closing the editor changes nothing")
    world.type("3 x Esc")
    #expect(isClean(&world))
    #expect(world.desk.cache.mended?.distance ?? 0 > 0)
  }

  @Test func aConversationOfHostileTurns() {
    var world = DeskWorld(Samples.demonstration, tasks: Samples.responseTasks(2))
    world.type("Tab")
    for text in Self.texts where !text.isEmpty {
      world.press(.paste(text))
      world.write(".")
      world.type("M-j")
      #expect(isClean(&world))
    }
    world.type("Esc k k k")
    #expect(isClean(&world))
  }

  /// Any keys at any of these questions: nothing breaks, and every answer can be read again.
  @Test func anyKeysAtAnyQuestion() {
    let keys = [
      "1", "2", "5", "=", "K", "J", "x", "BS", "Space", "Enter", "Tab", "BTab", "h", "j", "k", "l", ".", ",", "p", "d",
      "M", "E", "+", "-", "~", "g", "u", "C-r", "Esc", "a", "M-j", "M-k", "V", "Z", "W", "C-s", "/", "n",
    ]
    var random = SeededGenerator(seed: 5)
    for _ in 0..<4 {
      var world = desk(
        Samples.ranking(), Samples.ratings(RatingQuestion()), Samples.remarks,
        Question(name: "talk", isRequired: false, kind: TextQuestion(firstRole: .user)))
      for step in 0..<120 {
        guard let key = keys.randomElement(using: &random), let stroke = KeyStroke.key(key) else { continue }
        world.press(stroke, draws: step % 5 == 0)
      }
      for question in world.session.project.questions {
        guard let answer = world.session.current?.answers[question.name] else { continue }
        #expect((try? JSONParser().parse(answer.jsonText)) == answer)
      }
      #expect(isClean(&world))
    }
  }
}
