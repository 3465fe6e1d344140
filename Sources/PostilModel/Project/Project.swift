/// What a project asks: the contents of `postil.toml`, checked.
public struct Project: Sendable {
  /// What happens after a submit.
  public enum Advance: String, Sendable, Hashable, CaseIterable {
    /// A one-label task is submitted by the label's key; every submit goes on to the next unanswered task.
    case auto
    /// Answers wait for Enter; every submit goes on.
    case submit
    /// Answers wait for Enter; the desk stays where it is.
    case stay
  }

  /// The name on the status line.
  public var name: String
  /// The guidelines file, relative to the project's folder.
  public var guidelinesPath: String
  /// How many annotators each task wants.
  public var annotatorsPerTask: Int
  /// What happens after a submit.
  public var advance: Advance
  /// Whether what is known of candidates (their models, say) stays hidden even after the submit.
  public var isBlind: Bool
  /// How tasks are handed out; nil where everybody sees all of them.
  public var assignment: AssignmentPlan?
  /// How answers are reviewed.
  public var review: ReviewPlan
  /// What is shown, in order.
  public var fields: [FieldDefinition]
  /// What is asked, in order.
  public var questions: [Question]

  /// A project.
  public init(
    name: String, guidelinesPath: String = "guidelines.md", annotatorsPerTask: Int = 1, advance: Advance = .auto,
    isBlind: Bool = false, assignment: AssignmentPlan? = nil, review: ReviewPlan = ReviewPlan(),
    fields: [FieldDefinition], questions: [Question]
  ) {
    self.assignment = assignment
    self.review = review
    self.name = name
    self.guidelinesPath = guidelinesPath
    self.annotatorsPerTask = annotatorsPerTask
    self.advance = advance
    self.isBlind = isBlind
    self.fields = fields
    self.questions = questions
  }

  /// The question of a name.
  public func question(named name: String) -> Question? { questions.first { $0.name == name } }

  /// The questions that are asked, given the answers so far.
  public func questions(for answers: [String: JSONValue]) -> [Question] {
    var asked: [Question] = []
    for question in questions {
      // A question that hangs on one that is itself not asked is not asked either, whatever answer lingers there.
      guard let condition = question.condition else {
        asked.append(question)
        continue
      }
      let isOpen = asked.contains { $0.name == condition.question } && condition.holds(for: answers)
      if isOpen { asked.append(question) }
    }
    return asked
  }

  /// The answers to questions that are asked, without those that linger behind a condition that no longer holds.
  public func relevantAnswers(_ answers: [String: JSONValue]) -> [String: JSONValue] {
    let names = Set(questions(for: answers).map(\.name))
    return answers.filter { names.contains($0.key) }
  }

  /// The first thing that stands against submitting these answers: the question's name and the reason in words.
  ///
  /// - Parameter subject: what a question is about in the task at hand.
  public func firstProblem(
    with answers: [String: JSONValue], subject: (Question) -> Subject? = { _ in nil }
  ) -> (question: String, reason: String)? {
    for question in questions(for: answers) {
      if let answer = answers[question.name] {
        if let reason = question.kind.problem(with: answer, about: subject(question)) { return (question.name, reason) }
      } else if question.isRequired {
        return (question.name, "wants an answer")
      }
    }
    return nil
  }

  /// Answers that stand there from the beginning.
  public var defaultAnswers: [String: JSONValue] {
    var answers: [String: JSONValue] = [:]
    for question in questions { answers[question.name] = question.defaultAnswer }
    return answers
  }

  /// True when one choice is all that is asked, so that its key can answer, save and go on.
  public var isAnsweredByOneKey: Bool { questions.count == 1 && questions[0].kind.completesOnChoice }

  /// Whether that key submits too.
  public var submitsAtOneKey: Bool { advance == .auto && isAnsweredByOneKey }
}
