import PostilModel

/// Hands tasks out to one desk. The caller has a transaction open.
struct Claim {
  let connection: any SQLConnection
  let claimant: Claimant
  let desk: Int
  let plan: AssignmentPlan
  let now: Timestamp
  private let tasks: Int
  private let state: PoolState
  private let draw: GoldDraw
  private let needs: [Int]
  private let leases: Leases

  /// What somebody was given so far.
  private struct Handed {
    var tasks = 0
    var gold = 0
    /// The last task that was not gold.
    var last = 0
  }

  init(
    _ connection: any SQLConnection, for annotator: String, desk: Int, plan: AssignmentPlan, planRead: Timestamp,
    project: String, at now: Timestamp
  ) throws(StoreError) {
    self.connection = connection
    self.desk = desk
    self.plan = plan
    self.now = now
    tasks = try Totals(connection).tasks
    state = try PoolBuilder(connection, plan).bringUpToDate(tasks: tasks, planRead: planRead, now: now)
    claimant = try Claimant(annotator, in: connection)
    needs = try Needs(connection).met(by: claimant.skills)
    draw = GoldDraw(rate: plan.goldRate, project: project, annotator: annotator)
    leases = Leases(connection, pool: PoolTable(connection, order: state.order))
  }

  /// Hands out as many tasks as there are, at most `count`.
  func run(count: Int) throws(StoreError) -> ClaimOutcome {
    var isMoreOver = try leases.tidy(at: now, lease: plan.leaseMilliseconds)
    let gate = ClaimGate(connection, claimant, plan, now)
    if let reason = try gate.reason() { return .nothing(reason) }
    let limit = min(count, try gate.allowance())
    guard limit > 0 || count <= 0 else { return .nothing(gate.capReached) }
    var found = try handOut(limit)
    while found.isEmpty, isMoreOver {
      isMoreOver = try leases.tidy(at: now, lease: plan.leaseMilliseconds)
      found = try handOut(limit)
    }
    if !found.isEmpty { return .claimed(found) }
    return .nothing(try NothingLeftSearch(connection, claimant, desk: desk, needs: needs, plan, now).reason())
  }

  private func handOut(_ limit: Int) throws(StoreError) -> [Lease] {
    let stored = try handed()
    var handed = stored
    var found: [Lease] = []
    while found.count < limit, let lease = try next(&handed) {
      handed.tasks += 1
      try leases.insert(
        task: lease.task, annotator: claimant.number, desk: desk, until: lease.until, number: handed.tasks)
      found.append(lease)
    }
    if handed.tasks > stored.tasks { try store(handed) }
    return found
  }

  // MARK: One task

  /// The next task, with its place; the last are those about which the claimant asked and was answered.
  private func next(_ handed: inout Handed) throws(StoreError) -> Lease? {
    let until = Timestamp(milliseconds: now.milliseconds + plan.leaseMilliseconds)
    if let task = try fresh(&handed) { return Lease(task: task, until: until) }
    guard try !mustQualify(), let row = try Asks(connection).firstAnswered(of: claimant.number, needs: needs) else {
      return nil
    }
    try leases.pool.take(1, of: row)
    handed.last = row.task
    return Lease(task: row.task, until: until, isAnswered: true)
  }

  /// Whether nothing else comes before the last of the qualification is answered.
  private func mustQualify() throws(StoreError) -> Bool {
    guard plan.qualification != nil else { return false }
    return try Qualification(connection, claimant.number).isPending
  }

  /// A task that the claimant has said nothing about, or whose question nobody is left to answer.
  private func fresh(_ handed: inout Handed) throws(StoreError) -> Int? {
    if plan.qualification != nil {
      if let task = try qualification(handed) { return task }
      if try mustQualify() { return nil }
    }
    if let task = try ownQuestion() {
      handed.last = task
      return task
    }
    if let task = try question() {
      handed.last = task
      return task
    }
    if draw.isGold(after: handed.tasks), let task = try gold(handed) {
      handed.gold += 1
      return task
    }
    guard let task = try pooled() else { return nil }
    handed.last = task
    return task
  }

  private func qualification(_ handed: Handed) throws(StoreError) -> Int? {
    try drawn(isQualification: true, after: handed)
  }

  private func gold(_ handed: Handed) throws(StoreError) -> Int? {
    try drawn(isQualification: false, after: handed)
  }

  /// A gold task; its place is taken.
  private func drawn(isQualification: Bool, after handed: Handed) throws(StoreError) -> Int? {
    let table = GoldTable(connection)
    // Among numbers that rise, the next one behind looks like all others.
    let beginning = hasRisingNumbers ? handed.last : draw.beginning(after: handed.tasks, tasks: tasks)
    let who = claimant.number
    let task =
      if let task = try table.first(after: beginning, isQualification: isQualification, for: who, needs: needs) {
        task
      } else {
        try table.first(after: 0, isQualification: isQualification, for: who, needs: needs)
      }
    if let task { try leases.pool.take(1, ofTask: task) }
    return task
  }

  /// Whether most tasks come in the order of their numbers.
  private var hasRisingNumbers: Bool {
    switch state.order {
    case .imported, .priority, .fewestAnswers, .disagreement: true
    case .shuffled, .uncertainty: false
    }
  }

  /// The task of a question of the claimant's own that nobody is left to answer: it is theirs again, with its place.
  private func ownQuestion() throws(StoreError) -> Int? {
    let asks = Asks(connection)
    for ask in try asks.waiting(of: claimant.number) {
      let experts = try Experts(connection, need: ask.need, task: ask.task, asker: claimant.number)
      guard !experts.canAnswer else { continue }
      var totals = try Totals(connection)
      try asks.giveUp(task: ask.task, asker: claimant.number, need: experts.skill, at: now, &totals)
      try totals.store(connection)
      if try isOpen(ask.task) { return ask.task }
      try leases.pool.take(-1, ofTask: ask.task)
    }
    return nil
  }

  /// Whether the claimant has neither answered nor skipped a task, nor holds it.
  private func isOpen(_ task: Int) throws(StoreError) -> Bool {
    let own = """
      SELECT 1 FROM annotation WHERE task = ? AND annotator = ? AND state IN (2, 3)
      UNION ALL SELECT 1 FROM lease WHERE task = ? AND annotator = ?
      """
    let whose: [SQLValue] = [.integer(task), .integer(claimant.number)]
    return try connection.integer(own, whose + whose) == nil
  }

  /// The task of a question that the claimant can answer; the question has kept its place.
  private func question() throws(StoreError) -> Int? {
    let asks = Asks(connection)
    for need in needs where need != 0 {
      guard let ask = try asks.first(for: claimant.number, need: need) else { continue }
      try asks.take(task: ask.task, asker: ask.asker, expert: claimant.number)
      return ask.task
    }
    return nil
  }

  /// The next free task; its place is taken.
  private func pooled() throws(StoreError) -> Int? {
    let order = GroupOrder(connection, shares: try state.plan().quotas.map(\.share))
    let search = NextTask(connection: connection, annotator: claimant.number)
    for quota in try order.quotas() {
      var best: NextTask.Found?
      for need in try order.open(needs, quota: quota) {
        guard let found = try search.first(need: need, quota: quota) else { continue }
        guard let other = best else {
          best = found
          continue
        }
        let isEarlier = found.isBefore(other)
        try search.passed(isEarlier ? other : found)
        if isEarlier { best = found }
      }
      guard let best else { continue }
      try search.took(best)
      try leases.pool.take(1, of: best.row)
      return best.row.task
    }
    return nil
  }

  // MARK: Counters

  private func handed() throws(StoreError) -> Handed {
    try connection.statement("SELECT tasks, gold, last FROM handed WHERE annotator = ?")
      .first([.integer(claimant.number)]) { (row) throws(StoreError) in
        Handed(tasks: row.integer(0), gold: row.integer(1), last: row.integer(2))
      } ?? Handed()
  }

  private func store(_ handed: Handed) throws(StoreError) {
    try connection.run(
      """
      INSERT INTO handed (annotator, tasks, gold, last) VALUES (?, ?, ?, ?)
      ON CONFLICT (annotator) DO UPDATE SET tasks = excluded.tasks, gold = excluded.gold, last = excluded.last
      """,
      [.integer(claimant.number), .integer(handed.tasks), .integer(handed.gold), .integer(handed.last)])
  }
}
