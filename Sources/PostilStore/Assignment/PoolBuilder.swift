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
    var first = PoolPlace.end

    mutating func add(_ row: PoolRow) {
      tasks += 1
      open += row.isFree ? 1 : 0
      settled += row.isSettled ? 1 : 0
      taken += row.taken
      first = min(first, PoolPlace(position: row.position, task: row.task))
    }
  }

  init(_ connection: any SQLConnection, _ plan: AssignmentPlan) {
    self.connection = connection
    self.plan = plan
  }

  /// Brings the pool up to date with the plan and the number of tasks. Costs one look-up when it is.
  func bringUpToDate(tasks: Int) throws(StoreError) {
    let recipe = PoolState.recipe(of: plan)
    let state = try PoolState(connection)
    if let state, state.recipe == recipe, state.tasks <= tasks {
      guard state.tasks < tasks else { return }
      let counts = try addRows(state.tasks + 1...tasks)
      try storeGroups(counts)
      for (group, count) in counts { try pullBack(group, to: count.first) }
    } else {
      try clear()
      if tasks > 0 { try storeGroups(try addRows(1...tasks)) }
      try connection.execute(Migration.poolIndex)
    }
    try PoolState.store(tasks: tasks, recipe: recipe, in: connection)
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
      INSERT INTO pool (task, position, quota, need, wanted, taken, settled, free) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
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
    defer { insert.reset() }
    _ = try insert.step()
  }

  private func storeGroups(_ counts: [Group: Count]) throws(StoreError) {
    for (group, count) in counts {
      try connection.run(
        """
        INSERT INTO pool_group (need, quota, tasks, open, settled, taken) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (need, quota) DO UPDATE SET tasks = pool_group.tasks + excluded.tasks,
          open = pool_group.open + excluded.open, settled = pool_group.settled + excluded.settled,
          taken = pool_group.taken + excluded.taken
        """,
        [
          .integer(group.need), .integer(group.quota), .integer(count.tasks), .integer(count.open),
          .integer(count.settled), .integer(count.taken),
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
