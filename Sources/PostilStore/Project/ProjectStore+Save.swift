public import PostilModel

extension ProjectStore {
  /// Saves an annotation: it is on the disk when this returns.
  ///
  /// A save whose token is known already is not done again; its first receipt comes back, with the counters of now.
  ///
  /// - Parameter plan: How tasks are handed out: a submit takes up the annotator's lease, or a place that is free. Without
  ///   a plan nobody is kept from answering.
  /// - Throws: `conflict` when another revision than `save.annotation.revision` is stored; `full` when there is neither a
  ///   lease nor a free place; `gone`, `readOnly`, `diskFull`, `busy` and so on. Nothing is written then.
  public func save(_ save: AnnotationSave, plan: AssignmentPlan? = nil) throws(StoreError) -> SaveReceipt {
    try refuseIfReadOnly()
    return try engine.write { (connection) throws(StoreError) in
      if let receipt = try Self.receipt(of: save, plan, in: connection) { return receipt }
      var totals = try Totals(connection)
      guard (1...max(1, totals.tasks)).contains(save.task), totals.tasks > 0 else {
        throw .failed("there is no task #\(save.task) in this project; it has \(totals.tasks) tasks")
      }
      let annotator = try Annotators.makeNumber(of: save.annotator, in: connection)
      let old = try AnnotationTable().annotation(ofTask: save.task, by: annotator, in: connection)
      if let old, old.revision != save.annotation.revision {
        throw .conflict(current: old, annotator: save.annotator)
      }
      var new = save.annotation
      new.revision = (old?.revision ?? 0) + 1
      new.savedAt = save.at
      totals.saves += 1
      let change = AnnotationChange(
        connection: connection, task: save.task, annotator: annotator, old: old, new: new, plan: plan)
      try change.write(.init(kind: save.kind, at: save.at, token: save.token, save: totals.saves), &totals)
      try Self.answerReturned(save, annotator: annotator, old: old, in: connection, &totals)
      try totals.store(connection)
      let progress = try Self.progress(of: annotator, totals, in: connection)
      return SaveReceipt(
        saveNumber: totals.saves, annotation: new, progress: progress,
        gold: try Self.verdict(on: new, task: save.task, annotator, plan, in: connection))
    }
  }

  /// What is told of an answer that is known: nothing to who had answered before the task was gold.
  private static func verdict(
    on annotation: Annotation, task: Int, _ annotator: Int, _ plan: AssignmentPlan?, in connection: any SQLConnection
  ) throws(StoreError) -> GoldVerdict? {
    guard plan?.feedback == .immediate, annotation.state == .submitted,
      let gold = try GoldTable(connection).task(task),
      try GoldTable(connection).noted(task, annotator: annotator) != nil
    else { return nil }
    return GoldVerdict(
      isRight: gold.isMet(by: annotation.answers), answers: gold.answers, explanation: gold.explanation)
  }

  private static func receipt(
    of save: AnnotationSave, _ plan: AssignmentPlan?, in connection: any SQLConnection
  ) throws(StoreError) -> SaveReceipt? {
    let json = StoredJSON()
    let found = try connection.statement("SELECT save, annotation FROM event WHERE token = ?").first([.text(save.token)]
    ) {
      (row) throws(StoreError) in (row.integer(0), AnnotationCodec.annotation(try json.value(row.utf8(1))))
    }
    guard let (number, stored) = found else { return nil }
    guard let stored else { throw .damaged(reason: "event of save \(number) does not read") }
    let totals = try Totals(connection)
    let whose = try Annotators.number(of: save.annotator, in: connection)
    return SaveReceipt(
      saveNumber: number, annotation: stored, progress: try progress(of: whose, totals, in: connection),
      gold: try verdict(on: stored, task: save.task, whose, plan, in: connection))
  }
}
