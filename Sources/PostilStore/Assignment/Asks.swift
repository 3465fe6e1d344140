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
    guard let asker = try asker(task: task, expert: expert, .taken) else { return false }
    // The name stays in the row: who comes back late may still answer while nobody else does.
    try set(.waiting, task: task, asker: asker, expert: expert)
    try address(task, [asker] + joined(task), to: 0)
    return true
  }

  /// Notes that somebody has answered the question that they have taken, and tells the asker and all who have joined.
  ///
  /// - Parameter state: Whether the question is with the expert still, or waits again since their lease has ended.
  /// - Returns: False when there was none.
  func answer(
    task: Int, expert: Int, _ state: State, _ annotation: Annotation, at: Timestamp, _ totals: inout Totals
  ) throws(StoreError) -> Bool {
    guard let asker = try asker(task: task, expert: expert, state) else { return false }
    for asker in [asker] + (try joined(task)) {
      try set(.answered, task: task, asker: asker, expert: expert)
      guard asker != expert else { continue }
      try address(task, [asker], to: expert)
      try MessageTable(connection).addAnswer(task: task, from: expert, to: asker, at: at, annotation)
    }
    try ManagementLog(connection).write(.answered, by: expert, task: task, at: at, &totals)
    return true
  }

  /// Whose questions about a task go along with another one.
  private func joined(_ task: Int) throws(StoreError) -> [Int] {
    try connection.statement("SELECT asker FROM ask WHERE task = ? AND state = 3 ORDER BY asker")
      .all([.integer(task)]) { (row) throws(StoreError) in row.integer(0) }
  }

  private func address(_ task: Int, _ askers: [Int], to expert: Int) throws(StoreError) {
    for asker in askers { try MessageTable(connection).addressQuestion(task: task, from: asker, to: expert) }
  }

  private func asker(task: Int, expert: Int, _ state: State) throws(StoreError) -> Int? {
    try connection.integer(
      "SELECT asker FROM ask WHERE task = ? AND expert = ? AND state = ? ORDER BY asker LIMIT 1",
      [.integer(task), .integer(expert), .integer(state.rawValue)])
  }

  private func set(_ state: State, task: Int, asker: Int, expert: Int) throws(StoreError) {
    try connection.run(
      "UPDATE ask SET state = ?, expert = ? WHERE task = ? AND asker = ?",
      [.integer(state.rawValue), .integer(expert), .integer(task), .integer(asker)])
  }
}
