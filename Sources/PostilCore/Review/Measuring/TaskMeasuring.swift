public import PostilModel
public import PostilStore

/// Measures how the answers to a task stand to each other, for the review queue.
public struct TaskMeasuring: Sendable {
  private let project: Project
  /// Of many answers, this many are held against each other at most.
  private static let compared = 40

  /// Measures answers to a project's questions.
  public init(_ project: Project) { self.project = project }

  /// What the answers of a task amount to: the mean over its questions of the mean difference of two answers.
  ///
  /// Texts that need not be written do not count: everybody words a remark differently.
  public func measure(_ input: StandingInput) -> StandingMeasure {
    var differences: [(question: Question, difference: Double, reason: String)] = []
    for question in project.questions where question.isRequired || !Self.isText(question) {
      let given = input.annotations.compactMap { $0.annotation.answers[question.name] }
      guard given.count >= 2 else { continue }
      let answers = given.prefix(Self.compared).map { question.kind.measured($0) }
      let difference = Self.meanDifference(answers, span: question.kind.span)
      let reason = difference > 0 ? Self.reason(question, answers, difference) : ""
      differences.append((question, difference, reason))
    }
    let differing = differences.filter { $0.difference > 0 }.sorted { $0.difference > $1.difference }
    let sum = differences.reduce(0) { $0 + $1.difference }
    return StandingMeasure(
      disagreement: differences.isEmpty ? 0 : sum / Double(differences.count), reasons: differing.map(\.reason),
      questions: differing.map(\.question.name),
      tooFast: input.annotations.count { isTooFast($0.annotation, input.length) },
      goldMissed: Self.goldMissed(input))
  }

  /// Whether an annotation took less time than reading the text takes. One without a time says nothing.
  public func isTooFast(_ annotation: Annotation, _ length: Int) -> Bool {
    project.review.isTooFast(milliseconds: annotation.activeMilliseconds, length: length)
  }

  private static func goldMissed(_ input: StandingInput) -> Int {
    guard let gold = input.gold else { return 0 }
    return input.annotations.count { named in
      gold.verdict(on: named.annotation.answers, noted: input.verdicts[named.annotator]) == false
    }
  }

  private static func isText(_ question: Question) -> Bool { question.kind is TextQuestion }

  private static func meanDifference(_ answers: [MeasuredAnswer], span: Double?) -> Double {
    var sum = 0.0
    for (place, one) in answers.enumerated() {
      for other in answers[(place + 1)...] { sum += AnswerDifference.difference(one, other, span: span) }
    }
    return sum / Double(answers.count * (answers.count - 1) / 2)
  }

  /// `2:1 feeling`, `3 ways topic`, `1 to 4 stars`, `orders 0.33 ranking`, `texts why`.
  private static func reason(_ question: Question, _ answers: [MeasuredAnswer], _ difference: Double) -> String {
    switch answers[0] {
    case .step, .number:
      let numbers = answers.compactMap(number)
      guard let least = numbers.min(), let most = numbers.max() else { break }
      return "\(text(least)) to \(text(most)) \(question.name)"
    case .order: return "orders \(text((difference * 100).rounded() / 100)) \(question.name)"
    case .text: return "texts \(question.name)"
    case .regions: return "boxes \(text((difference * 100).rounded() / 100)) \(question.name)"
    case .category, .categories, .other: break
    }
    var counts: [MeasuredAnswer: Int] = [:]
    for answer in answers { counts[answer, default: 0] += 1 }
    let sizes = counts.values.sorted(by: >)
    if sizes[0] == 1 || sizes.count > 3 { return "\(sizes.count) ways \(question.name)" }
    return sizes.map(String.init).joined(separator: ":") + " \(question.name)"
  }

  private static func number(_ answer: MeasuredAnswer) -> Double? {
    switch answer {
    case .step(let value), .number(let value): value
    default: nil
    }
  }

  private static func text(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }
}
