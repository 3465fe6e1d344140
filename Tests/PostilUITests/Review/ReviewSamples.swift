import PostilCore
import PostilModel
import PostilTestSupport

/// Projects in which several have answered.
enum ReviewSamples {
  static let roster = Roster([
    Person(name: "mo", role: .lead), Person(name: "dana"), Person(name: "li"), Person(name: "sam"),
  ])

  static let hotels: Project = {
    var project = Samples.hotels
    project.annotatorsPerTask = 3
    project.assignment = AssignmentPlan()
    project.review.errorTypes = ["misread", "guideline unclear", "typing error"]
    return project
  }()

  /// Reviews about which three people differ in several ways; one of them is gold, one was sent back, one is unsure.
  static func hotelReviews(_ project: Project = hotels) -> ReviewInMemory {
    func said(_ one: String, _ two: String, _ three: String, why: [String?] = [nil, nil, nil]) -> [(
      String, [String: JSONValue]
    )] {
      zip(["dana", "li", "sam"], zip([one, two, three], why)).map { name, answer in
        var answers: [String: JSONValue] = ["sentiment": .string(answer.0)]
        answers["why"] = answer.1.map { .string($0) }
        return (name, answers)
      }
    }
    var memory = ReviewInMemory(
      project, records: Samples.tasks(6),
      said: [
        1: said(
          "mixed", "positive", "negative",
          why: [
            "spotless room, kind staff, but breakfast ran out at nine", "the room was spotless, the staff kind",
            "the lift was out all week",
          ]),
        2: said("positive", "positive", "mixed", why: ["great location", nil, "great location, but far"]),
        3: said("negative", "negative", "positive"), 4: said("positive", "positive", "positive"),
        5: said("positive", "positive", "positive"), 6: said("mixed", "negative", "mixed"),
      ])
    memory.tasks[1]?.annotations[1].annotation.activeMilliseconds = 40
    memory.tasks[1]?.annotations[0].annotation.isFlagged = true
    memory.tasks[1]?.annotations[2].annotation.comment = "Is a lift part of the stay?"
    memory.tasks[3]?.gold = GoldTask(task: 3, answers: ["sentiment": "negative"])
    memory.tasks[6]?.returned = ["li"]
    memory.tasks[6]?.messages = [
      ThreadMessage(
        number: 1, task: 6, kind: .sentBack, from: "mo", to: "li", at: Timestamp(milliseconds: 1_759_999_000_000),
        text: "Read the last sentence again: does praise stand there too?")
    ]
    for number in 1...6 { memory.measure(number) }
    return memory
  }

  /// One review and fourteen people.
  static func crowd(_ count: Int = 14) -> ReviewInMemory {
    let labels = ["positive", "negative", "positive", "mixed", "positive"]
    let said = (0..<count).map { ("worker-\($0 + 1)", ["sentiment": JSONValue.string(labels[$0 % labels.count])]) }
    return ReviewInMemory(hotels, records: Samples.tasks(1), said: [1: said])
  }

  /// Four responses, ranked by three.
  static func rankings() -> ReviewInMemory {
    var project = Samples.preference(Samples.ranking())
    project.annotatorsPerTask = 3
    let orders: [[[String]]] = [
      [["b"], ["d"], ["a"], ["c"]], [["b"], ["a", "d"], ["c"]], [["c"], ["a"], ["d"], ["b"]],
    ]
    let said = zip(["dana", "li", "sam"], orders).map { name, order in
      (
        name,
        ["order": JSONValue.object(JSONObject([("ranking", .array(order.map { .array($0.map { .string($0) }) }))]))]
      )
    }
    return ReviewInMemory(project, records: Samples.responseTasks(4, of: 2), said: [1: said, 2: said])
  }

  /// A form with every kind of question, answered by three.
  static func forms() -> ReviewInMemory {
    var project = Samples.everything
    project.annotatorsPerTask = 3
    func answers(_ quality: Int64, _ faults: [String], _ minutes: Double, _ text: String) -> [String: JSONValue] {
      [
        "relevant": "yes", "quality": .integer(quality), "faults": .array(faults.map { .string($0) }),
        "minutes": .number(minutes), "better": .string(text),
      ]
    }
    return ReviewInMemory(
      project, records: [Samples.dialogue],
      said: [
        1: [
          ("dana", answers(4, ["wrong"], 3, "Put it in a south window.")),
          ("li", answers(2, ["wrong", "long"], 12.5, "Put it in your brightest window, and water it seldom.")),
          ("sam", answers(5, [], 1, "Put it in a south window.")),
        ]
      ])
  }
}
