public import PostilModel
import PostilStore

/// What people write to each other about a task, as far as it concerns the annotator.
extension Session {
  /// What was written about the current task that wants to be seen: the comment with which it came back, a question and
  /// its answer, or the question that it came with or that came back. Earlier first; empty for most tasks.
  public var thread: [ThreadMessage] {
    guard let current, !current.messages.isEmpty else { return [] }
    switch mark(of: current.number) {
    case .sentBack: return current.messages.last { $0.kind == .sentBack }.map { [$0] } ?? []
    case .answered:
      let question = current.messages.last { $0.kind == .question && $0.from == annotator }
      return [question, current.messages.last { $0.kind == .answer && $0.to == annotator }].compactMap { $0 }
    case .asked, nil:
      guard current.stored.state != .submitted else { return [] }
      // A question of somebody else's, or one's own that was answered or came back.
      let last = current.messages.last {
        switch $0.kind {
        case .unanswered, .answer: $0.to == annotator
        case .question: $0.from != annotator
        case .sentBack, .reply: false
        }
      }
      guard let last, last.kind == .answer else { return last.map { [$0] } ?? [] }
      return [current.messages.last { $0.kind == .question && $0.from == annotator }, last].compactMap { $0 }
    }
  }

  /// Tells the project that what was written to the annotator has been before their eyes.
  mutating func noteSeen() -> [SessionEffect] {
    guard readOnlyReason == nil, let current,
      current.messages.contains(where: { $0.to == annotator && !$0.isSeen })
    else { return [] }
    for place in current.messages.indices where current.messages[place].to == annotator {
      self.current?.messages[place].isSeen = true
      loaded[current.number]?.messages[place].isSeen = true
    }
    return [.markSeen(task: current.number)]
  }

  /// Tells what the known answer was, where somebody missed it and the project wants that told.
  mutating func tellVerdict(_ receipt: SaveReceipt, task: Int) {
    guard let verdict = receipt.gold else { return }
    // What counts is the first answer: a later one may come from being told.
    if loaded[task]?.verdict == nil { loaded[task]?.verdict = verdict }
    if current?.number == task, current?.verdict == nil { current?.verdict = verdict }
    guard !verdict.isRight else { return }
    let right = knownAnswers(verdict, shown: receipt.annotation.shown)
    message = SessionMessage(.warning, "Not quite: on #\(task) " + right)
  }

  /// What is known of the current task's answers and what the annotator's was, in words: nil where the project tells
  /// nothing, before a submit, and for tasks whose answer is not known.
  public var verdictWords: (isRight: Bool, words: String)? {
    guard let current, current.stored.state == .submitted, let verdict = current.verdict else { return nil }
    return (verdict.isRight, knownAnswers(verdict, shown: current.stored.shown))
  }

  /// Whether the annotator missed the known answer to the current task, and their answer still does.
  public var missesKnownAnswer: Bool {
    guard let current, let verdict = current.verdict, verdictWords?.isRight == false else { return false }
    return !GoldTask(task: current.number, answers: verdict.answers).isMet(by: current.stored.answers)
  }

  /// `the answer to “Is it?” is yes. Why.`
  private func knownAnswers(_ verdict: GoldVerdict, shown: [String: [String]]) -> String {
    var right: [String] = []
    for question in project.questions {
      guard let answer = verdict.answers[question.name] else { continue }
      let places = question.about.flatMap { shown[$0] } ?? []
      let words = question.kind.summary(of: answer) { id in places.firstIndex(of: id).map { String($0 + 1) } ?? id }
      right.append("“\(question.title)” is \(words)")
    }
    let words = "the answer to \(right.joined(separator: ", and to "))."
    return verdict.explanation.isEmpty ? words : words + " " + verdict.explanation
  }
}
