import PostilModel

/// Reads judgements task by task, with what is known of the task.
final class JudgedCursor {
  private let judgements: any SQLStatement
  private let gold: any SQLStatement
  private let results: any SQLStatement
  private let resolutions: any SQLStatement
  private let json = StoredJSON()
  private let annotatorsPerTask: Int
  private let isHandedOut: Bool
  private let more: [Int: MoreWanted.Row]
  private var hasJudgement = false
  private var hasGold = false
  private var hasResolution = false

  init(_ connection: any SQLConnection, annotatorsPerTask: Int, isHandedOut: Bool) throws(StoreError) {
    self.annotatorsPerTask = annotatorsPerTask
    self.isHandedOut = isHandedOut
    more = isHandedOut ? try MoreWanted(connection).all() : [:]
    judgements = try connection.statement(
      """
      SELECT a.task, a.annotator, a.state, a.flagged, a.saved_at, a.active_ms, a.keys, a.answers, t.length
      FROM annotation a JOIN task t ON t.number = a.task WHERE a.annotator > 0 ORDER BY a.task, a.annotator
      """)
    gold = try connection.statement("SELECT task, answers, promoted FROM gold ORDER BY task")
    results = try connection.statement("SELECT correct FROM gold_result WHERE annotator = ? AND task = ?")
    resolutions = try connection.statement("SELECT task FROM resolution ORDER BY task")
    hasJudgement = try judgements.step()
    hasGold = try gold.step()
    hasResolution = try resolutions.step()
  }

  deinit {
    judgements.reset()
    gold.reset()
    resolutions.reset()
  }

  /// Fills in the next task; false at the end.
  func read(into task: inout JudgedTask) throws(StoreError) -> Bool {
    guard hasJudgement else { return false }
    task.number = judgements.integer(0)
    task.length = judgements.integer(8)
    task.judgements.removeAll(keepingCapacity: true)
    let known = try goldTask(task.number)
    task.isResolved = try isResolved(task.number)
    task.wanted = wanted(task.number, isGold: known != nil)
    while hasJudgement, judgements.integer(0) == task.number {
      var judgement = JudgedTask.Judgement(
        annotator: judgements.integer(1), state: AnnotationState(code: judgements.integer(2)),
        isFlagged: judgements.integer(3) == 1,
        savedAt: Timestamp(milliseconds: Int64(judgements.integer(4))), activeMilliseconds: judgements.integer(5),
        keysPressed: judgements.integer(6), answers: try json.answers(judgements.utf8(7)))
      if let known, judgement.state == .submitted { judgement.isRight = try verdict(judgement, known) }
      task.judgements.append(judgement)
      hasJudgement = try judgements.step()
    }
    return true
  }

  /// Gold that is handed out has no places: one answer is all that it wants.
  private func wanted(_ number: Int, isGold: Bool) -> Int {
    if isHandedOut, isGold { return 1 }
    return more[number]?.wanted(plan: annotatorsPerTask) ?? annotatorsPerTask
  }

  private func goldTask(_ number: Int) throws(StoreError) -> GoldTask? {
    while hasGold, gold.integer(0) < number { hasGold = try gold.step() }
    guard hasGold, gold.integer(0) == number else { return nil }
    return GoldTask(task: number, answers: try json.answers(gold.utf8(1)), isPromoted: gold.integer(2) == 1)
  }

  private func isResolved(_ number: Int) throws(StoreError) -> Bool {
    while hasResolution, resolutions.integer(0) < number { hasResolution = try resolutions.step() }
    return hasResolution && resolutions.integer(0) == number
  }

  /// What was answered first counts: later answers may come from being told.
  private func verdict(_ judgement: JudgedTask.Judgement, _ known: GoldTask) throws(StoreError) -> Bool? {
    let noted = try results.first([.integer(judgement.annotator), .integer(known.task)]) {
      (row) throws(StoreError) in row.integer(0) == 1
    }
    return known.verdict(on: judgement.answers, noted: noted)
  }
}
