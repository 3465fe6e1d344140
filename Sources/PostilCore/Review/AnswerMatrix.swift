import PostilMeasures
public import PostilModel

/// All answers to a task side by side: a row for each question, a column for each annotator.
public struct AnswerMatrix: Sendable {
  /// From so many people on, those who say the same stand together.
  public static let manyPeople = 10

  /// A column.
  public struct Person: Sendable {
    /// Who.
    public var name: String
    /// What they said.
    public var annotation: Annotation
    /// Whether it was sent back to them and they have not answered.
    public var isSentBack: Bool
    /// Whether they were too fast for the text.
    public var isTooFast: Bool
    /// Whether they gave the known answer; nil where none is known, where it came of their own answers, or where they
    /// have not answered.
    public var isRight: Bool?

    /// Whether their answers count.
    public var hasAnswered: Bool { annotation.state == .submitted }
  }

  /// A question with what each said.
  public struct Row: Sendable {
    /// The question.
    public var question: Question
    /// The answers by column; nil where there is none.
    public var answers: [JSONValue?]
    /// Answers that are the same, most often given first; places are columns.
    public var groups: [Majority.Group]
    /// What more than half said; nil where there is none.
    public var majority: JSONValue?
    /// Of rankings, the mean Kendall distance of each to those of the others, as a share of the greatest possible, 0 (the
    /// same order) to 1; nil where there is nothing to hold it against.
    public var distances: [Double?]

    /// Whether an answer is the most often given one.
    public func isCommon(_ column: Int) -> Bool { groups.first?.places.contains(column) ?? false }

    /// Whether not all said the same.
    public var isDisputed: Bool { groups.count > 1 }
  }

  /// The columns: in the order in which people came to the project; from ten on, those who say the same together.
  public let people: [Person]
  /// The rows, in the project's order: what somebody has answered.
  public let rows: [Row]

  /// The matrix of a task.
  public init(_ task: ReviewTask, project: Project) {
    let measuring = TaskMeasuring(project)
    let length = task.task.fields.members.reduce(0) { $0 + Self.length(of: $1.value) }
    var people = task.annotations.filter { $0.annotation.state != .open || $0.annotation.isFlagged }.map { named in
      let hasAnswered = named.annotation.state == .submitted
      return Person(
        name: named.annotator, annotation: named.annotation, isSentBack: task.returned.contains(named.annotator),
        isTooFast: hasAnswered && measuring.isTooFast(named.annotation, length),
        isRight: hasAnswered ? task.verdict(on: named) : nil)
    }
    if people.count >= Self.manyPeople { people = Self.grouped(people, by: project.questions) }
    self.people = people
    rows = project.questions.compactMap { question in
      let answers = people.map { $0.hasAnswered ? $0.annotation.answers[question.name] : nil }
      return answers.contains { $0 != nil } ? Self.row(question, answers) : nil
    }
  }

  private static func row(_ question: Question, _ answers: [JSONValue?]) -> Row {
    let groups = Majority.groups(of: answers, to: question)
    return Row(
      question: question, answers: answers, groups: groups, majority: Majority.answer(of: groups),
      distances: distances(answers, to: question))
  }

  /// Those who say the same about the first question that parts them stand together, the most first.
  private static func grouped(_ people: [Person], by questions: [Question]) -> [Person] {
    for question in questions {
      let groups = Majority.groups(of: people.map { $0.annotation.answers[question.name] }, to: question)
      guard groups.count > 1 else { continue }
      let placed = groups.flatMap(\.places)
      let rest = people.indices.filter { !Set(placed).contains($0) }
      return (placed + rest).map { people[$0] }
    }
    return people
  }

  private static func distances(_ answers: [JSONValue?], to question: Question) -> [Double?] {
    let orders = answers.map { answer -> [String: Int]? in
      guard let answer, case .order(let ranks) = question.kind.measured(answer) else { return nil }
      return ranks
    }
    return orders.enumerated().map { place, order in
      guard let order else { return nil }
      var sum = 0.0
      var count = 0
      for (other, ranks) in orders.enumerated() where other != place {
        guard let ranks else { continue }
        let ids = Set(order.keys).union(ranks.keys).sorted()
        guard let distance = try? KendallDistance.normalised(ids.map { order[$0] }, ids.map { ranks[$0] }) else {
          continue
        }
        sum += distance
        count += 1
      }
      return count == 0 ? nil : sum / Double(count)
    }
  }

  /// Unicode scalars of the texts in a value.
  private static func length(of value: JSONValue) -> Int {
    if let text = value.string { return text.unicodeScalars.count }
    if let list = value.array { return list.reduce(0) { $0 + length(of: $1) } }
    return value.object?.members.reduce(0) { $0 + length(of: $1.value) } ?? 0
  }
}
