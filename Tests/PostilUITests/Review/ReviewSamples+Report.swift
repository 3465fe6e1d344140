import PostilModel
import PostilStore

@testable import PostilCore

extension ReviewSamples {
  /// A report with something in every part of it.
  static var report: ProjectReport {
    let start: Int64 = 1_759_996_800_000
    let hours = [3, 9, 0, 14, 20, 6].enumerated().map { place, saves in
      SaveHour(start: Timestamp(milliseconds: start + Int64(place) * 3_600_000), saves: saves, done: saves)
    }
    let labels = ["positive", "negative", "mixed"].enumerated().map { place, name in
      QuestionReport.Label(
        name: name, answers: [30, 18, 4][place], share: [0.58, 0.35, 0.08][place],
        alpha: place == 2 ? .undefined("one class only") : .value(0.7 - 0.1 * Double(place)))
    }
    return ProjectReport(
      project: "Hotel reviews", at: Timestamp(milliseconds: start),
      work: .init(
        tasks: 40, begunTasks: 20, answeredTasks: 16, resolvedTasks: 5, answers: 52, openAnswers: 68,
        flaggedTasks: 3),
      pace: .init(perPersonHour: 46, personHoursLeft: 1.5, perDay: 30, daysLeft: 2.3, hours: hours),
      costs: [.init(currency: "EUR", soFar: 6.24, atTheEnd: 14.4)],
      questions: [
        QuestionReport(
          name: "sentiment", title: "What does the writer feel?", scale: .nominal, answers: 52, comparedTasks: 17,
          percent: .value(0.71), alpha: .value(0.623), interval: 0.55...0.68, labels: labels),
        QuestionReport(
          name: "why", title: "Which words tell you?", scale: .none, answers: 20, comparedTasks: 4,
          percent: .undefined("texts are not compared"), alpha: .undefined("texts are not compared"), interval: nil,
          labels: []),
      ],
      people: [
        person("dana", 30, []), person("li", 18, [.tooFast(count: 6, of: 18)]),
        person(
          "sam", 4,
          [
            .alwaysTheSame(question: "sentiment", label: "positive", count: 4, of: 4),
            .likeAnother(name: "li", same: 4, of: 4, expected: 0.5),
          ]),
      ])
  }

  private static func person(_ name: String, _ submitted: Int, _ flags: [PersonFlag]) -> PersonReport {
    PersonReport(
      person: Person(name: name), submitted: submitted, skipped: 0, flagged: 1, resolutions: 0, secondsPerTask: 14.2,
      keysPerTask: 6, agreement: .init(same: submitted / 2, of: submitted),
      gold: name == "sam" ? nil : .init(right: 4, of: 5, interval: 0.38...0.96), cost: nil, hours: [], flags: flags)
  }
}
