import PostilModel

/// Makes examples of a task: a prompt and one answer. One value is used for many tasks and keeps its buffers.
///
/// For demonstrations they are what was written (`text`), let stand or mended (`edit`). A conversation that was written goes
/// on from a prompt that leaves the word to whoever begins it; else it stands for itself. Its last turn is the answer.
///
/// For verdicts they are responses that are good or not: let stand or mended (good) or failed; the best of an order (good)
/// and the others; both of a comparison that calls them bad; a text that has one of two labels (see `TrainingLayout`).
struct ExampleSource {
  /// What examples are for.
  enum Purpose {
    /// What a model is to say.
    case demonstration
    /// What is good and what is not.
    case verdict
  }

  /// A prompt and one answer, by their turns in the task.
  struct Example {
    /// The turns of the prompt.
    var prompt: Range<Int>
    /// The turns of the answer.
    var completion: Range<Int>
    /// Whether the answer is a good one.
    var isGood: Bool
  }

  /// The texts of the task that was read last.
  private(set) var task = TrainingTask()
  /// The examples of the task that was read last.
  private(set) var examples: [Example] = []

  private let layout: TrainingLayout
  private let purpose: Purpose
  private let questions: [Question]
  private let selection: JudgementSelection
  private let columns: TrainingColumns
  private var judgements: [JudgementSelection.Judgement] = []

  init(_ layout: ExportLayout, _ purpose: Purpose) {
    self.layout = TrainingLayout(layout)
    self.purpose = purpose
    questions = purpose == .demonstration ? self.layout.writings : self.layout.judgings
    selection = JudgementSelection(annotator: layout.annotator, isSingle: false)
    columns = TrainingColumns(self.layout)
  }

  /// Reads a task: fills `task` and `examples`, and tallies what gives none.
  mutating func read(_ record: borrowing ExportedRecord, tally: inout ExportTally) {
    tally.tasks += 1
    examples.removeAll(keepingCapacity: true)
    selection.select(from: record, questions, into: &judgements, tally: &tally)
    guard !judgements.isEmpty else { return }
    columns.read(record, into: &task)
    for judgement in judgements {
      let question = questions[judgement.question]
      guard let answer = record.annotations[judgement.annotation].annotation.answers[question.name] else { continue }
      let problem: String? =
        switch question.kind {
        case let kind as TextQuestion: readText(answer, kind)
        case is EditQuestion: readEdit(answer, question, record)
        case let kind as LabelQuestion: readLabel(answer, kind, record)
        case let kind as RankingQuestion: readRanking(answer, kind, &tally)
        default: readComparison(answer, &tally)
        }
      if let problem { tally.leaveOut(problem) }
    }
    let task = task
    let count = examples.count
    examples.removeAll { task.isBlank($0.completion) }
    tally.leaveOut(TrainingTask.emptyResponse, count - examples.count)
    if !examples.isEmpty { tally.leaveOut(TrainingTask.otherKeysOfTurn, task.otherKeys) }
  }

  // MARK: What was written

  private mutating func readText(_ answer: JSONValue, _ kind: TextQuestion) -> String? {
    if kind.firstRole != nil { return readConversation(answer) }
    guard let text = answer.string else { return "answer that is no text" }
    if let problem = task.promptProblem { return problem }
    let start = task.turns.count
    task.appendTurn(.assistant, text)
    examples.append(Example(prompt: task.prompt, completion: start..<task.turns.count, isGood: true))
    return nil
  }

  private mutating func readConversation(_ answer: JSONValue) -> String? {
    guard let written = ChatTurn.turns(of: answer), let first = written.first else {
      return "answer that is no conversation"
    }
    guard written.last?.standardRole == .assistant else { return "conversation that does not end in an assistant turn" }
    let start = task.turns.count
    if first.standardRole == .assistant {
      if let problem = task.promptProblem { return problem }
      task.repeatTurns(task.prompt)
    } else if let last = task.turns[task.prompt].last?.role, last == .assistant || last == .system {
      task.repeatTurns(task.prompt)
    }
    for turn in written {
      guard let role = turn.standardRole else { return "a turn with an unknown role" }
      task.appendTurn(role, turn.content)
    }
    let last = task.turns.count - 1
    examples.append(Example(prompt: start..<last, completion: last..<(last + 1), isGood: true))
    return nil
  }

  // MARK: What was let stand or not

  private mutating func readEdit(_ answer: JSONValue, _ question: Question, _ record: borrowing ExportedRecord)
    -> String?
  {
    switch EditQuestion.verdict(of: answer) {
    case .mend:
      guard let after = answer.object?["after"]?.string else { return "mended response without its text" }
      if let problem = task.promptProblem { return problem }
      let start = task.turns.count
      task.appendTurn(.assistant, after)
      examples.append(Example(prompt: task.prompt, completion: start..<task.turns.count, isGood: true))
      return nil
    case .pass: return appendField(question.about ?? layout.response, of: record, isGood: true)
    case .fail:
      if purpose == .demonstration { return "response that was failed" }
      return appendField(question.about ?? layout.response, of: record, isGood: false)
    case nil: return "answer that is no verdict"
    }
  }

  private mutating func readLabel(_ answer: JSONValue, _ kind: LabelQuestion, _ record: borrowing ExportedRecord)
    -> String?
  {
    guard let name = answer.string, kind.choices.contains(where: { $0.name == name }) else {
      return "label that the question does not have"
    }
    return appendField(layout.response, of: record, isGood: name == TrainingLayout.goodLabel(of: kind))
  }

  private mutating func appendField(_ name: String?, of record: borrowing ExportedRecord, isGood: Bool) -> String? {
    if let problem = task.promptProblem { return problem }
    guard let name, let content = TrainingColumns.value(of: name, in: record).stringContent else {
      return "task without a response"
    }
    let start = task.turns.count
    task.appendTurn(.assistant, escaped: content)
    examples.append(Example(prompt: task.prompt, completion: start..<task.turns.count, isGood: isGood))
    return nil
  }

  // MARK: Orders

  private mutating func readRanking(
    _ answer: JSONValue, _ kind: RankingQuestion, _ tally: inout ExportTally
  ) -> String? {
    guard let order = WeakOrder(answer) else { return "answer that is no order" }
    for _ in order.setAside { tally.leaveOut("response set aside as not rankable") }
    let worse = order.tiers.dropFirst().flatMap { $0 } + (kind.top == nil ? [] : task.rest(of: order))
    guard let best = order.tiers.first, !worse.isEmpty else { return "order without a better and a worse response" }
    for id in best { append(id, isGood: true, &tally) }
    for id in worse { append(id, isGood: false, &tally) }
    return nil
  }

  private mutating func readComparison(_ answer: JSONValue, _ tally: inout ExportTally) -> String? {
    switch Comparison(answer) {
    case .better(let preferred, let other, _):
      append(preferred, isGood: true, &tally)
      append(other, isGood: false, &tally)
      return nil
    case .tie: return "tie"
    case .bothBad:
      for response in task.responses { append(response, isGood: false, &tally) }
      return nil
    case nil: return "answer that is no comparison"
    }
  }

  private mutating func append(_ id: String, isGood: Bool, _ tally: inout ExportTally) {
    guard let place = task.place(of: id) else {
      return tally.leaveOut("judgement of a response that the task does not have")
    }
    append(task.responses[place], isGood: isGood, &tally)
  }

  private mutating func append(_ response: TrainingTask.Response, isGood: Bool, _ tally: inout ExportTally) {
    if let problem = task.promptProblem ?? response.problem ?? task.problem(asAnswer: response.turns) {
      return tally.leaveOut(problem)
    }
    examples.append(Example(prompt: task.prompt, completion: response.turns, isGood: isGood))
  }
}
