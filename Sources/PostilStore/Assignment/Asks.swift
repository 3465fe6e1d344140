import PostilModel

/// Questions to somebody skilled. Each keeps a place of its task until it is answered. The caller has a transaction open.
struct Asks {
  /// The numbers of the states in the table; never to be changed.
  enum State: Int {
    case waiting = 0
    case taken = 1
    case answered = 2
    /// Goes along with another question about the same task, whose place it shares.
    case joined = 3
  }

  let connection: any SQLConnection

  init(_ connection: any SQLConnection) { self.connection = connection }

  /// Whether somebody has asked about a task.
  func has(task: Int, asker: Int) throws(StoreError) -> Bool {
    try connection.integer("SELECT 1 FROM ask WHERE task = ? AND asker = ?", [.integer(task), .integer(asker)]) != nil
  }

  /// Writes a new question: one that waits, or one that has joined another.
  func insert(task: Int, asker: Int, need: Int, _ state: State = .waiting) throws(StoreError) {
    try connection.run(
      "INSERT INTO ask (task, asker, need, expert, state) VALUES (?, ?, ?, 0, ?)",
      [.integer(task), .integer(asker), .integer(need), .integer(state.rawValue)])
  }

  /// Takes a question out that nobody is at and that no other has joined.
  ///
  /// - Returns: False when there was none.
  func drop(task: Int, asker: Int) throws(StoreError) -> Bool {
    guard try joined(task).isEmpty else { return false }
    try connection.run(
      "DELETE FROM ask WHERE task = ? AND asker = ? AND state = 0", [.integer(task), .integer(asker)])
    return connection.changes > 0
  }

  /// The first question that somebody can answer: one that waits for a need that they meet, about a task that they have
  /// neither answered nor asked about, and that has no final answer yet.
  func first(for expert: Int, need: Int) throws(StoreError) -> (task: Int, asker: Int)? {
    let whose = SQLValue.integer(expert)
    return try connection.statement(
      """
      SELECT k.task, k.asker FROM ask k WHERE k.state = 0 AND k.need = ?
        AND NOT EXISTS (SELECT 1 FROM ask o WHERE o.task = k.task AND o.asker = ?)
        AND NOT EXISTS (SELECT 1 FROM annotation a WHERE a.task = k.task AND a.annotator = ?)
        AND NOT EXISTS (SELECT 1 FROM lease l WHERE l.task = k.task AND l.annotator = ?)
        AND NOT EXISTS (SELECT 1 FROM resolution r WHERE r.task = k.task)
      ORDER BY k.task, k.asker LIMIT 1
      """
    ).first([.integer(need), whose, whose, whose]) { (row) throws(StoreError) in
      (task: row.integer(0), asker: row.integer(1))
    }
  }

  /// Gives a question to somebody.
  func take(task: Int, asker: Int, expert: Int) throws(StoreError) {
    try set(.taken, task: task, asker: asker, expert: expert)
    try address(task, [asker] + joined(task), to: expert)
  }

  /// Has a question wait again whose expert's lease has ended.
  ///
  /// - Returns: False when there was none.
  func reopen(task: Int, expert: Int) throws(StoreError) -> Bool {
    guard let asker = try asker(task: task, takenBy: expert) else { return false }
    // The name stays in the row: who comes back late may still answer while nobody else does.
    try set(.waiting, task: task, asker: asker, expert: expert)
    try address(task, [asker] + joined(task), to: 0)
    return true
  }

  /// Notes that somebody has answered questions about a task, and tells all who asked: the question that they have taken
  /// on, and those that wait for somebody who can do what they can, whether or not they got the task for it.
  ///
  /// - Returns: How many places of the task the questions had kept.
  func answer(
    task: Int, expert: Int, _ annotation: Annotation, at: Timestamp, _ totals: inout Totals
  ) throws(StoreError) -> Int {
    let open = try open(task).filter { $0.asker != expert }
    guard !open.isEmpty else { return 0 }
    let taken = open.first { $0.isTaken && $0.expert == expert }
    let needs = try Needs(connection).met(by: Claimant.skills(of: expert, in: connection))
    // Who comes back late may still answer what they had taken on while nobody else is at it.
    let waiting = open.filter { !$0.isTaken && ($0.expert == expert || needs.contains($0.need)) }
    let answered = ([taken].compactMap(\.self) + waiting).map(\.asker)
    guard !answered.isEmpty else { return 0 }
    for asker in answered + (try joined(task)) {
      try set(.answered, task: task, asker: asker, expert: expert)
      guard asker != expert else { continue }
      try address(task, [asker], to: expert)
      try MessageTable(connection).addAnswer(task: task, from: expert, to: asker, at: at, annotation)
    }
    try ManagementLog(connection).write(.answered, by: expert, task: task, at: at, &totals)
    return waiting.count
  }

  /// The questions of somebody that wait for an answer and could still have one, by task.
  func waiting(of asker: Int) throws(StoreError) -> [(task: Int, need: Int)] {
    try connection.statement(
      """
      SELECT k.task, k.need FROM ask k WHERE k.asker = ? AND k.state = 0
        AND NOT EXISTS (SELECT 1 FROM resolution r WHERE r.task = k.task)
      ORDER BY k.task
      """
    ).all([.integer(asker)]) { (row) throws(StoreError) in (task: row.integer(0), need: row.integer(1)) }
  }

  /// The first task about which somebody asked and was answered that is there for them once more: it has a free place,
  /// and they have neither answered nor skipped it. Of the needs of tasks only some are met.
  func firstAnswered(of asker: Int, needs: [Int]) throws(StoreError) -> PoolRow? {
    let there = try connection.statement(
      """
      SELECT \(PoolRow.columns) FROM ask k JOIN pool p ON p.task = k.task
      WHERE k.asker = ? AND k.state = 2 AND p.free = 1
        AND NOT EXISTS (SELECT 1 FROM annotation a WHERE a.task = k.task AND a.annotator = k.asker AND a.state IN (2, 3))
        AND NOT EXISTS (SELECT 1 FROM lease l WHERE l.task = k.task AND l.annotator = k.asker)
      ORDER BY p.position, p.task
      """
    ).all([.integer(asker)]) { (row) throws(StoreError) in PoolRow(row) }
    return there.first { needs.contains($0.need) }
  }

  /// Who waits for an answer about a task that somebody holds and could give with their own; empty for those who do not
  /// hold it.
  func askers(task: Int, heldBy expert: Int) throws(StoreError) -> Set<Int> {
    let waiting = try open(task).filter { !$0.isTaken && $0.asker != expert }
    guard !waiting.isEmpty else { return [] }
    let lease = "SELECT 1 FROM lease WHERE task = ? AND annotator = ?"
    guard try connection.integer(lease, [.integer(task), .integer(expert)]) != nil else { return [] }
    let needs = try Needs(connection).met(by: Claimant.skills(of: expert, in: connection))
    let askers = waiting.filter { needs.contains($0.need) }.map(\.asker)
    return askers.isEmpty ? [] : Set(askers + (try joined(task))).subtracting([expert])
  }

  /// Takes a question out that nobody is left to answer, with those that have joined it, and tells who asked. Its place
  /// stays taken.
  func giveUp(task: Int, asker: Int, need: Skill?, at: Timestamp, _ totals: inout Totals) throws(StoreError) {
    let skill = need?.description ?? ""
    for one in [asker] + (try joined(task)) {
      try connection.run("DELETE FROM ask WHERE task = ? AND asker = ?", [.integer(task), .integer(one)])
      try MessageTable(connection).addUnanswered(task: task, to: one, at: at, skill: skill)
      let told = JSONObject([("unanswered", .bool(true)), ("needs", .string(skill))])
      try ManagementLog(connection).write(.askDropped, by: one, task: task, at: at, told: told, &totals)
    }
  }

  /// The questions about a task that wait or are with somebody, the first of the askers first.
  private func open(
    _ task: Int
  ) throws(StoreError) -> [(asker: Int, need: Int, expert: Int, isTaken: Bool)] {
    try connection.statement(
      "SELECT asker, need, expert, state FROM ask WHERE task = ? AND state IN (0, 1) ORDER BY asker"
    ).all([.integer(task)]) { (row) throws(StoreError) in
      (row.integer(0), row.integer(1), row.integer(2), row.integer(3) == State.taken.rawValue)
    }
  }

  /// Whose questions about a task go along with another one.
  private func joined(_ task: Int) throws(StoreError) -> [Int] {
    try connection.statement("SELECT asker FROM ask WHERE task = ? AND state = 3 ORDER BY asker")
      .all([.integer(task)]) { (row) throws(StoreError) in row.integer(0) }
  }

  private func address(_ task: Int, _ askers: [Int], to expert: Int) throws(StoreError) {
    for asker in askers { try MessageTable(connection).addressQuestion(task: task, from: asker, to: expert) }
  }

  private func asker(task: Int, takenBy expert: Int) throws(StoreError) -> Int? {
    try connection.integer(
      "SELECT asker FROM ask WHERE task = ? AND expert = ? AND state = 1 ORDER BY asker LIMIT 1",
      [.integer(task), .integer(expert)])
  }

  private func set(_ state: State, task: Int, asker: Int, expert: Int) throws(StoreError) {
    try connection.run(
      "UPDATE ask SET state = ?, expert = ? WHERE task = ? AND asker = ?",
      [.integer(state.rawValue), .integer(expert), .integer(task), .integer(asker)])
  }
}
