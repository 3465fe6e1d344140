import PostilModel

/// Makes the rows of the pool: all of them when the plan has changed, those of new tasks otherwise. The caller has a
/// transaction open.
struct PoolBuilder {
  let connection: any SQLConnection
  let plan: AssignmentPlan

  /// A need and a quota.
  private struct Group: Hashable {
    var need: Int
    var quota: Int
  }

  /// What is counted of a group, and where its first new task stands.
  private struct Count {
    var tasks = 0
    var open = 0
    var settled = 0
    var taken = 0
    var room = 0
    var first = PoolPlace.end

    mutating func add(_ row: PoolRow) {
      tasks += 1
      open += row.isFree ? 1 : 0
      settled += row.isSettled ? 1 : 0
      taken += row.taken
      room += row.room
      first = min(first, PoolPlace(position: row.position, task: row.task))
    }
  }

  init(_ connection: any SQLConnection, _ plan: AssignmentPlan) {
    self.connection = connection
    self.plan = plan
  }

  /// Makes the pool where there is none, and rows for new tasks. Costs one look-up when nothing is missing.
  @discardableResult func extend(tasks: Int) throws(StoreError) -> PoolState {
    guard let state = try PoolState(connection) else {
      // Whoever hands the first task out may know a newer plan.
      return try make(tasks: tasks, planRead: Timestamp(milliseconds: 0))
    }
    return try extend(state, tasks: tasks)
  }

  /// Brings the pool up to date with the number of tasks and with the plan.
  ///
  /// A desk that was opened before the plan was changed goes on with the plan that it has read; it must not bring the old
  /// order back. So the plan that was read later is the one in force.
  ///
  /// - Parameter planRead: when the plan was read.
  /// - Returns: What the pool was made from.
  func bringUpToDate(tasks: Int, planRead: Timestamp, now: Timestamp) throws(StoreError) -> PoolState {
    let wanted = PoolState(plan, tasks: tasks, planRead: planRead)
    guard let state = try PoolState(connection) else { return try make(tasks: tasks, planRead: planRead) }
    // One that was read in the future was read by a clock that was wrong.
    let isNewer = planRead >= state.planRead || state.planRead > now
    if state.recipe != wanted.recipe, isNewer { return try make(tasks: tasks, planRead: planRead) }
    return try extend(state, tasks: tasks)
  }

  private func extend(_ state: PoolState, tasks: Int) throws(StoreError) -> PoolState {
    guard state.tasks < tasks else { return state }
    // By the plan in force, which may not be this one.
    let builder = PoolBuilder(connection, try state.plan())
    // Many rows go into an index faster as a whole.
    let isMany = (tasks - state.tasks) * 4 > tasks
    if isMany { try connection.execute("DROP INDEX pool_free") }
    let counts = try builder.addRows(state.tasks + 1...tasks)
    if isMany { try connection.execute(Migration.poolIndex) }
    try storeGroups(counts)
    for (group, count) in counts { try pullBack(group, to: count.first) }
    let extended = PoolState(builder.plan, tasks: tasks, planRead: state.planRead)
    try extended.store(in: connection)
    return extended
  }

  private func make(tasks: Int, planRead: Timestamp) throws(StoreError) -> PoolState {
    try clear()
    try StandingTable(connection).markAllStale()
    if tasks > 0 { try storeGroups(try addRows(1...tasks)) }
    try connection.execute(Migration.poolIndex)
    let state = PoolState(plan, tasks: tasks, planRead: planRead)
    try state.store(in: connection)
    return state
  }

  private func clear() throws(StoreError) {
    // Filled as a whole afterwards: that is much faster than row by row.
    try connection.execute(
      """
      DROP INDEX pool_free; DELETE FROM pool; DELETE FROM pool_group; DELETE FROM pool_cursor; DELETE FROM pool_again;
      """)
  }

  private func addRows(_ tasks: ClosedRange<Int>) throws(StoreError) -> [Group: Count] {
    let reader = TaskTraitsReader(plan)
    let positions = try PoolPositions(plan, tasks: tasks, in: connection)
    let places = try TakenPlaces(tasks, in: connection)
    let more = try MoreWanted(connection).all()
    var needs: [Skill?: Int] = [nil: 0]
    var counts: [Group: Count] = [:]
    let insert = try connection.statement(
      """
      INSERT INTO pool (task, position, quota, need, wanted, taken, settled, free, spare)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    let read = try connection.statement("SELECT number, metadata FROM task WHERE number >= ? ORDER BY number")
    read.bind(tasks.lowerBound, at: 0)
    defer { read.reset() }
    while try read.step() {
      let task = read.integer(0)
      guard tasks.contains(task) else { break }
      let traits = try reader.traits(read.utf8(1))
      if needs[traits.need] == nil { needs[traits.need] = try Needs(connection).makeNumber(of: traits.need) }
      let taken = places.taken(ofTask: task)
      let row = PoolRow(
        task: task, position: positions.position(ofTask: task, priority: traits.priority, taken: taken),
        quota: traits.quota, need: needs[traits.need] ?? 0,
        wanted: more[task]?.wanted(plan: plan.annotatorsPerTask) ?? plan.annotatorsPerTask, taken: taken,
        isSettled: places.isSettled(task))
      try write(row, with: insert)
      counts[Group(need: row.need, quota: row.quota), default: Count()].add(row)
    }
    return counts
  }

  private func write(_ row: PoolRow, with insert: any SQLStatement) throws(StoreError) {
    insert.bind(row.task, at: 0)
    insert.bind(.double(row.position), at: 1)
    insert.bind(row.quota, at: 2)
    insert.bind(row.need, at: 3)
    insert.bind(row.wanted, at: 4)
    insert.bind(row.taken, at: 5)
    insert.bind(row.isSettled ? 1 : 0, at: 6)
    insert.bind(row.isFree ? 1 : 0, at: 7)
    insert.bind(max(0, row.taken - row.wanted), at: 8)
    defer { insert.reset() }
    _ = try insert.step()
  }

  private func storeGroups(_ counts: [Group: Count]) throws(StoreError) {
    for (group, count) in counts {
      try connection.run(
        """
        INSERT INTO pool_group (need, quota, tasks, open, settled, taken, room) VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (need, quota) DO UPDATE SET tasks = pool_group.tasks + excluded.tasks,
          open = pool_group.open + excluded.open, settled = pool_group.settled + excluded.settled,
          taken = pool_group.taken + excluded.taken, room = pool_group.room + excluded.room
        """,
        [
          .integer(group.need), .integer(group.quota), .integer(count.tasks), .integer(count.open),
          .integer(count.settled), .integer(count.taken), .integer(count.room),
        ])
    }
  }

  /// Sends those back who are past a place.
  private func pullBack(_ group: Group, to place: PoolPlace) throws(StoreError) {
    let before: [SQLValue] = [.double(place.position), .integer(place.task - 1)]
    try connection.run(
      """
      UPDATE pool_cursor SET position = ?, task = ? WHERE need = ? AND quota = ? AND (position, task) > (?, ?)
      """,
      before + [.integer(group.need), .integer(group.quota)] + before)
  }
}
