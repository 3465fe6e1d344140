import PostilModel

/// What a change of an annotation does to the places of its task: a submit takes one, by the annotator's lease or
/// without, and what is passed over or taken back gives it back. The caller has a transaction open.
struct PlaceChange {
  private let connection: any SQLConnection
  private let task: Int
  private let annotator: Int
  private let old: Annotation?
  private let new: Annotation
  private let plan: AssignmentPlan?
  private let at: Timestamp

  /// What there is to know of the task and the annotator.
  private struct Ground {
    var row: PoolRow?
    var isGold: Bool
    /// Whether the annotator's answers count: models' never do.
    var isPerson: Bool
  }

  init(_ change: AnnotationChange, at: Timestamp) {
    connection = change.connection
    task = change.task
    annotator = change.annotator
    old = change.old
    new = change.new
    plan = change.plan
    self.at = at
  }

  /// Sees that the task has its row, where a plan is kept: to be called before the annotation is written, which would be
  /// counted twice otherwise.
  func prepare(tasks: Int) throws(StoreError) {
    guard let plan, isSubmit else { return }
    try PoolBuilder(connection, plan).extend(tasks: tasks)
  }

  /// Writes what changes.
  ///
  /// - Throws: `full` when a plan is kept and there is neither a lease nor a free place for a submit.
  func write(_ totals: inout Totals) throws(StoreError) {
    let ground = try ground()
    if ground.isGold, ground.isPerson, let gold = try GoldTable(connection).task(task) {
      try GoldTable(connection).note(gold, annotator: annotator, old: old, new: new)
    }
    guard let row = ground.row else { return }
    let places = try placesTaken(row, ground, &totals)
    if places != 0 { try PoolTable(connection).take(places, of: row) }
    if places > 0, plan == nil { try PoolTable(connection).allowExcess(ofTask: task) }
    if ground.isPerson { try flagChanged() }
  }

  private var wasSubmitted: Bool { old?.state == .submitted }
  private var isSubmit: Bool { new.state == .submitted && !wasSubmitted }

  private func ground() throws(StoreError) -> Ground {
    let found = try connection.statement(
      """
      SELECT n.kind, g.task, \(PoolRow.columns)
      FROM annotator n LEFT JOIN pool p ON p.task = ? LEFT JOIN gold g ON g.task = ? WHERE n.number = ?
      """
    ).first([.integer(task), .integer(task), .integer(annotator)]) { (row) throws(StoreError) in
      Ground(
        row: row.isNull(2) ? nil : PoolRow(row, at: 2), isGold: !row.isNull(1),
        isPerson: row.text(0) == Person.Kind.person.rawValue)
    }
    return found ?? Ground(row: nil, isGold: false, isPerson: false)
  }

  /// How many places of the task the change takes; below 0 it gives some back.
  private func placesTaken(_ row: PoolRow, _ ground: Ground, _ totals: inout Totals) throws(StoreError) -> Int {
    // Their places are counted here, not by the leases.
    let leases = Leases(connection, pool: PoolTable(connection, order: nil))
    if isSubmit {
      let hadLease = try leases.consume(task: task, annotator: annotator)
      // A lease of their own and the places of the questions that they answer: all but one are free again.
      let kept = ground.isPerson ? try Asks(connection).answer(task: task, expert: annotator, new, at: at, &totals) : 0
      let before = (hadLease ? 1 : 0) + kept
      if before == 0, plan != nil, ground.isPerson, !ground.isGold, !row.isFree { throw .full(task: task) }
      return (ground.isPerson ? 1 : 0) - before
    }
    let before = wasSubmitted && ground.isPerson ? 1 : 0
    switch new.state {
    case .submitted: return 0
    case .skipped:
      guard try leases.consume(task: task, annotator: annotator) else { return -before }
      return try Asks(connection).reopen(task: task, expert: annotator) ? -before : -before - 1
    case .open, .draft:
      // Taken back: it is the annotator's again for a while, if it was theirs or there is a place.
      guard let old, old.state.isDone, ground.isPerson else { return 0 }
      guard let plan, wasSubmitted || row.isFree else { return -before }
      let until = Timestamp(milliseconds: at.milliseconds + plan.leaseMilliseconds)
      // Where a question was taken back, they hold it already.
      let isNew = try leases.hold(task: task, annotator: annotator, desk: 0, until: until)
      return (isNew ? 1 : 0) - before
    }
  }

  // MARK: One more where somebody is not sure

  private func flagChanged() throws(StoreError) {
    let wasFlagged = wasSubmitted && old?.isFlagged == true
    let isFlagged = new.state == .submitted && new.isFlagged
    guard isFlagged != wasFlagged else { return }
    let more = MoreWanted(connection)
    var row = try more.row(ofTask: task)
    if isFlagged {
      guard plan?.addsOneWhenFlagged == true, !row.isFlagged else { return }
      row.isFlagged = true
    } else {
      let others = "SELECT 1 FROM annotation WHERE task = ? AND annotator > 0 AND state = 2 AND flagged = 1 LIMIT 1"
      guard row.isFlagged, try connection.integer(others, [.integer(task)]) == nil else { return }
      row.isFlagged = false
      // The place that was added stays when somebody has it: the task has its answers then, one more than others.
      if let places = try PoolTable(connection).row(ofTask: task), let state = try PoolState(connection),
        places.taken > row.wanted(plan: state.annotatorsPerTask)
      {
        return
      }
    }
    try more.store(row, ofTask: task)
    try PoolTable(connection).wantedChanged(ofTask: task)
  }
}
