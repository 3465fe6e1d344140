import PostilModel
import PostilScreen
import PostilTestSupport
import Testing

@testable import PostilUI

/// Whatever stands in answers, comments, names and threads: the screen stays whole, and nothing commands the terminal.
@Suite struct ReviewHostileTests {
  private static let texts = [
    "\u{1B}[2J\u{1B}]0;owned\u{7}", "\u{202E}drawkcab\u{202C}", "a\u{0}b\u{9B}31m\u{7F}",
    "👩‍👩‍👧‍👦🏳️‍🌈 e\u{301}\u{301}\u{301}\u{301}",
    String(repeating: "漢字", count: 400), String(repeating: "x", count: 5000), "line\nline\r\nline\tend", "",
    "\u{FEFF}\u{200B}\u{2066}",
  ]

  @Test(arguments: texts) func hostileTextAnywhere(text: String) {
    var memory = ReviewSamples.hotelReviews()
    for number in 1...6 {
      for place in 0..<3 {
        memory.tasks[number]?.annotations[place].annotation.answers["why"] = .string(text + String(place))
        memory.tasks[number]?.annotations[place].annotation.comment = text
      }
      memory.tasks[number]?.annotations[0].annotation.answers["sentiment"] = .string(text)
      memory.tasks[number]?.annotations[1].annotator = "li" + text
      memory.tasks[number]?.messages = [
        ThreadMessage(
          number: 1, task: number, kind: .sentBack, from: text, to: text, at: .init(milliseconds: 1), text: text)
      ]
      memory.measure(number)
      memory.tasks[number]?.standing.reasons = [text]
      memory.tasks[number]?.standing.preview = text
    }
    var world = ReviewDeskWorld(memory)
    for (columns, rows) in [(120, 40), (80, 24), (60, 20), (40, 12)] {
      world.resize(columns, rows)
      for keys in ["l", "j", "l", "b", "Esc", "f", "Esc", "e", "Esc Esc Esc", "x Esc", "2", "[", "g g", "h h h"] {
        world.type(keys)
        let surface = world.draw()
        for line in surface.lines {
          #expect(line.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) })
          #expect(TextWidth.columns(of: line) <= columns)
        }
      }
    }
  }

  @Test func hostileAnswersThatAreNoAnswers() {
    var memory = ReviewSamples.forms()
    let values: [JSONValue] = [.null, ["a": [1, 2]], [[], [[]]], .number(1e300), .string("\u{1B}c")]
    for (place, value) in values.enumerated() {
      for question in memory.project.questions {
        memory.tasks[1]?.annotations[place % 3].annotation.answers[question.name] = value
      }
      var world = ReviewDeskWorld(memory)
      world.type("l j j l j l a 1 e Esc Esc 3")
      #expect(!world.screen().contains("\u{1B}"))
    }
  }
}
