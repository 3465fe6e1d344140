public import PostilModel

extension ProjectStore {
  /// Does what a reviewer has decided in one step: all of it or nothing.
  ///
  /// - Parameters:
  ///   - caller: Who that is at the machine, where they work as somebody else; nil when they do not.
  /// - Returns: Of final answers that several tasks were to lose, the tasks at which something else stands than was seen:
  ///   they are left as they are.
  /// - Throws: what each decision throws by itself: `overtaken`, `failed` and so on.
  public func decide(
    _ decisions: [ReviewDecision], by: String, caller: String? = nil, at: Timestamp
  ) throws(StoreError) -> [Int] {
    try manage { (connection, totals) throws(StoreError) in
      var left: [Int] = []
      for decision in decisions {
        left += try Self.take(decision, ResolvingTerms(by: by, caller: caller, at: at), connection, &totals)
      }
      return left
    }
  }

  private static func take(
    _ decision: ReviewDecision, _ terms: ResolvingTerms, _ connection: any SQLConnection, _ totals: inout Totals
  ) throws(StoreError) -> [Int] {
    var terms = terms
    let (by, at) = (terms.by, terms.at)
    switch decision {
    case .resolve(let resolutions, let mark):
      terms.seen = .exactly(mark)
      try resolve(resolutions, terms, connection, &totals)
    case .unresolve(let tasks, let mark):
      terms.seen = .exactly(mark)
      return try unresolve(tasks: tasks, terms, connection, &totals)
    case .sendBack(let task, let annotator, let text):
      try sendBack(task: task, to: annotator, text: text, by: by, at: at, connection, &totals)
    case .dropSendBack(let task, let annotator):
      try dropSendBack(task: task, to: annotator, by: by, at: at, connection, &totals)
    case .addOne(let task): _ = try addOne(toTask: task, by: by, at: at, connection, &totals)
    case .removeOne(let task): _ = try removeOne(ofTask: task, by: by, at: at, connection, &totals)
    case .setGold(let gold): try setGold([gold], by: by, at: at, connection, &totals)
    case .dropGold(let task): try dropGold(task: task, by: by, at: at, connection, &totals)
    case .setChecked(let task, let isChecked):
      try setChecked(task: task, isChecked: isChecked, by: by, at: at, connection, &totals)
    }
    return []
  }
}
