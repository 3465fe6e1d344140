import PostilModel

/// Makes pairs of a task's responses out of what was judged. One value is used for many tasks and keeps its buffers.
struct PreferenceSource {
  /// Two responses by their places in the task.
  struct Pair {
    /// The better one's place.
    var chosen: Int
    /// The worse one's place.
    var rejected: Int
    /// How much better: the strength of a comparison, else the distance of the ranks.
    var margin: Int
  }

  /// The texts of the task that was read last.
  private(set) var task = TrainingTask()
  /// The pairs of the task that was read last.
  private(set) var pairs: [Pair] = []

  private let layout: TrainingLayout
  private let policy: ExportPolicy
  private let selection: JudgementSelection
  private let columns: TrainingColumns
  private let takesOpenResponses: Bool
  private var judgements: [JudgementSelection.Judgement] = []

  /// - Parameter takesOpenResponses: Whether a response may end in another turn than an answer.
  init(_ layout: ExportLayout, takesOpenResponses: Bool) {
    self.takesOpenResponses = takesOpenResponses
    self.layout = TrainingLayout(layout)
    policy = layout.policy
    selection = JudgementSelection(annotator: layout.annotator, isSingle: false)
    columns = TrainingColumns(self.layout)
  }

  /// Reads a task: fills `task` and `pairs`, and tallies what gives none. A task whose prompt is none gives no pairs.
  mutating func read(_ record: borrowing ExportedRecord, tally: inout ExportTally) {
    tally.tasks += 1
    pairs.removeAll(keepingCapacity: true)
    selection.select(from: record, layout.orders, into: &judgements, tally: &tally)
    guard !judgements.isEmpty else { return }
    columns.read(record, into: &task)
    if let problem = task.promptProblem { return tally.leaveOut(problem) }
    for judgement in judgements {
      let question = layout.orders[judgement.question]
      guard let answer = record.annotations[judgement.annotation].annotation.answers[question.name] else { continue }
      if let ranking = question.kind as? RankingQuestion {
        readRanking(answer, ranking, &tally)
      } else {
        readComparison(answer, &tally)
      }
    }
    if !pairs.isEmpty { tally.leaveOut(TrainingTask.otherKeysOfTurn, task.otherKeys) }
  }

  private mutating func readRanking(_ answer: JSONValue, _ question: RankingQuestion, _ tally: inout ExportTally) {
    guard let order = WeakOrder(answer) else { return tally.leaveOut("answer that is no order") }
    for _ in order.setAside { tally.leaveOut("response set aside as not rankable") }
    let rest = question.top == nil ? [] : task.rest(of: order)
    if policy.ties == .none, policy.pairs != .bestWorst || order.tiers.count == 1 {
      let ties = order.tiers.reduce(0) { $0 + $1.count * ($1.count - 1) / 2 }
      for _ in 0..<ties { tally.leaveOut("tie") }
    }
    for pair in policy.pairs(of: order, rest: rest) { append(pair, margin: pair.distance, &tally) }
  }

  private mutating func readComparison(_ answer: JSONValue, _ tally: inout ExportTally) {
    switch Comparison(answer) {
    case .better(let preferred, let other, let strength):
      let pair = PreferencePair(chosen: preferred, rejected: other, distance: 1)
      append(pair, margin: strength ?? 1, &tally)
    case .tie where policy.ties == .both && task.responses.count == 2:
      appendPair(0, 1, margin: 0, &tally)
      appendPair(1, 0, margin: 0, &tally)
    case .tie: tally.leaveOut("tie")
    case .bothBad: tally.leaveOut("both responses bad")
    case nil: tally.leaveOut("answer that is no comparison")
    }
  }

  private mutating func append(_ pair: PreferencePair, margin: Int, _ tally: inout ExportTally) {
    guard let chosen = task.place(of: pair.chosen), let rejected = task.place(of: pair.rejected) else {
      return tally.leaveOut("judgement of a response that the task does not have")
    }
    appendPair(chosen, rejected, margin: margin, &tally)
  }

  private mutating func appendPair(_ chosen: Int, _ rejected: Int, margin: Int, _ tally: inout ExportTally) {
    if let problem = problem(with: chosen) ?? problem(with: rejected) { return tally.leaveOut(problem) }
    // Open responses may be kept as they came in; their writer sees the whole texts.
    if !takesOpenResponses, task.isSame(task.responses[chosen].turns, task.responses[rejected].turns) {
      return tally.leaveOut(TrainingTask.sameText)
    }
    pairs.append(Pair(chosen: chosen, rejected: rejected, margin: margin))
  }

  private func problem(with place: Int) -> String? {
    let response = task.responses[place]
    return response.problem ?? (takesOpenResponses ? nil : task.problem(asAnswer: response.turns))
  }
}
