import PostilModel

/// The spot check of unanimous tasks.
extension ReviewSession {
  /// How far it is; nil while the tasks are being counted, or where there is nothing to check.
  public var spotCheck: SpotCheck? {
    guard let totals, totals.unanimous > 0 else { return nil }
    return SpotCheck(totals: totals, settled: settledOneByOne, share: project.review.spotCheck)
  }

  /// Unanimous tasks that this reviewer has settled by themselves since the last ones were accepted in one go.
  private var settledOneByOne: Int {
    let done = steps[..<undoPosition]
    let start = done.lastIndex { $0.task == nil }.map { $0 + 1 } ?? 0
    return Set(done[start...].filter(\.isCheck).compactMap(\.task)).count
  }

  /// Marks a task as checked and goes on to the next one, or takes the mark away.
  mutating func toggleChecked(_ task: ReviewTask, at now: Timestamp) -> [ReviewEffect] {
    let number = task.task.number
    let isChecked = !task.standing.isChecked
    let effects = take(
      isChecked ? "the check of #\(number)" : "that #\(number) is not checked", task: number,
      forward: [.setChecked(task: number, isChecked: isChecked)],
      backward: [.setChecked(task: number, isChecked: !isChecked)], at: now)
    let progress = task.standing.state == .unanimous ? spotCheck.map { ": " + $0.words } ?? "" : ""
    let rest = isChecked && spotCheck?.isEnough == true ? " The others can be accepted in one go." : ""
    message = SessionMessage(
      .information,
      "#\(number) is \(isChecked ? "checked" : "not checked any more")\(progress).\(progress.isEmpty ? "" : rest)")
    guard isChecked, task.standing.state == .unanimous else { return effects }
    return effects + goOn(at: now)
  }
}
