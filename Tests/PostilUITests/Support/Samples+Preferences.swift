import PostilCore
import PostilModel
import PostilTestSupport
import PostilUI

/// Projects about several responses to one prompt.
extension Samples {
  static let prompt = FieldDefinition(name: "prompt", kind: .chat)
  /// Shown as they stand in the record, so that scripts can name them.
  static let responses = FieldDefinition(name: "responses", kind: .candidates, isShuffled: false)

  static func preference(_ questions: Question..., advance: Project.Advance = .auto) -> Project {
    Project(name: "Helpfulness", advance: advance, fields: [prompt, responses], questions: questions)
  }

  static func ranking(_ kind: RankingQuestion = RankingQuestion()) -> Question {
    Question(name: "order", title: "Which is the most helpful?", about: "responses", kind: kind)
  }

  static func ratings(_ scale: RatingQuestion) -> Question {
    var scale = scale
    (scale.lowestName, scale.highestName) = ("poor", "excellent")
    let aspects = [
      Choice(name: "helpful"), Choice(name: "honest", help: "No claim that is false."), Choice(name: "harmless"),
    ]
    return Question(
      name: "ratings", title: "How good is each?", about: "responses",
      kind: RatingsQuestion(aspects: aspects, scale: scale))
  }

  static let remarks = Question(
    name: "remarks", title: "Anything to remark?", isRequired: false, about: "responses",
    kind: RemarksQuestion(
      labels: [Choice(name: "spam", key: "p"), Choice(name: "unsafe", key: "d")], takesEvidence: true))

  /// One text to let stand, fail or mend.
  static let mending = Project(
    name: "Copy", fields: [FieldDefinition(name: "text")],
    questions: [
      Question(
        name: "verdict", title: "Can it go out?", about: "text",
        kind: EditQuestion(reasons: [
          Choice(name: "wrong", key: "w"), Choice(name: "off", title: "off topic", key: "o"),
        ]))
    ])

  /// A conversation to write.
  static let demonstration = preference(
    Question(name: "dialogue", title: "Write a conversation", kind: TextQuestion(rows: 2, firstRole: .user)))

  static let answers = [
    "Basil wants light more than anything else. A south window is best.",
    "Put it in your brightest window, and water it when the top of the soil is dry.",
    "You can't. Buy a new one in spring.",
    "Three things kill basil indoors: cold, dark, and wet feet.",
    "放在最亮的窗边，土面干了再浇水。",
    "Ask a gardener.",
  ]

  static func responseTasks(_ count: Int = 4, of tasks: Int = 3, texts: [String] = answers) -> [AnnotationTask] {
    (1...tasks).map { number in
      let list = (0..<count).map { place in
        Candidate(id: String("abcdefghijklmnopqrstuvwxyz".dropFirst(place).prefix(1)), text: texts[place % texts.count])
      }
      return AnnotationTask(
        number: number, id: "basil-\(number)",
        fields: JSONObject([
          ("prompt", [["role": "user", "content": "How do I keep basil alive indoors through the winter?"]]),
          ("responses", CandidateList.json(list)),
        ]))
    }
  }

  /// A desk at a ranking of some responses.
  static func rankingDesk(_ kind: RankingQuestion = RankingQuestion(), count: Int = 4) -> DeskWorld {
    DeskWorld(preference(ranking(kind)), tasks: responseTasks(count))
  }
}

extension DeskWorld {
  /// The order of the current task by places: `2 > 4 = 1`.
  var order: String {
    guard let question = session.project.questions.first(where: { $0.kind is RankingQuestion }),
      let order = session.current?.answers[question.name].flatMap(WeakOrder.init)
    else { return "" }
    let subject = session.subject(of: question)
    let aside = order.setAside.map { "\(subject?.place(of: $0.id) ?? 0):\($0.reason)" }.joined(separator: ",")
    return order.text { id in subject?.place(of: id).map(String.init) ?? "?" } + (aside.isEmpty ? "" : " x" + aside)
  }
}
