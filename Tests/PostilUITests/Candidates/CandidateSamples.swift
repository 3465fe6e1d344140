import PostilCore
import PostilModel
import PostilUI

/// Projects and tasks with several responses to one prompt.
enum CandidateSamples {
  static let ranking = Question(
    name: "order", title: "Which helps most?", about: "responses", kind: RankingQuestion())

  static func project(
    _ questions: [Question] = [ranking], isBlind: Bool = false, advance: Project.Advance = .stay
  ) -> Project {
    Project(
      name: "Helpfulness", advance: advance, isBlind: isBlind,
      fields: [
        FieldDefinition(name: "prompt", kind: .chat, title: "Prompt"),
        FieldDefinition(name: "responses", kind: .candidates, isShuffled: false),
      ], questions: questions)
  }

  static let texts = [
    "Basil wants light more than anything else. A south window is best, and a lamp does for the short days.\n\n"
      + "Water it when the top of the soil is dry. 罗勒喜欢阳光。",
    "Put it in your brightest window, water when the top is dry, and pinch the tips every week so that it stays bushy.\n\n"
      + "```python\nfor day in range(90):\n    water(basil) if soil.is_dry() else wait(hours=24)  # not every day\n```\n"
      + "That is all.",
    "You can't. Buy a new one in spring.",
    "Three things kill basil indoors: cold, dark, and wet feet. Keep it away from the window at night, give it a lamp for"
      + " twelve hours, and let the pot drain.",
  ]

  static func candidates(_ texts: [String]) -> [Candidate] {
    texts.enumerated().map { place, text in
      Candidate(
        id: ["a", "b", "c", "d", "e", "f", "g", "h"][place % 8] + (place < 8 ? "" : "\(place)"), text: text,
        metadata: JSONObject([("model", .string("model-\(place)")), ("temperature", .number(0.7))]))
    }
  }

  static func task(_ number: Int = 1, _ candidates: [Candidate] = candidates(texts)) -> AnnotationTask {
    AnnotationTask(
      number: number, id: "basil-\(number)",
      fields: JSONObject([
        ("prompt", [["role": "user", "content": "How do I keep basil alive indoors through the winter?"]]),
        ("responses", CandidateList.json(candidates)),
      ]))
  }

  static func world(_ candidates: [Candidate] = candidates(texts), project: Project = project()) -> DeskWorld {
    DeskWorld(project, tasks: [task(1, candidates), task(2)])
  }

  /// A project that asks for one label, so that nothing but the pane shows the responses' words.
  static let plain = project(Samples.oneKey.questions)

  /// Many lines of numbered words.
  static func long(_ lines: Int, _ word: String = "line") -> String {
    (1...lines).map { "\(word) \($0)" }.joined(separator: "\n")
  }
}
