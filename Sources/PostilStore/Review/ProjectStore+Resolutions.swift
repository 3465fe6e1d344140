public import PostilModel

extension ProjectStore {
  /// A task with all that a reviewer wants to know of it; nil when there is none.
  public func reviewTask(number: Int) throws(StoreError) -> ReviewTask? {
    guard let task = try task(number: number) else { return nil }
    return try engine.read { (connection) throws(StoreError) in
      let names = try Annotators.names(in: connection)
      var standing =
        try StandingTable(connection).standing(ofTask: number)
        ?? TaskStanding(number: number, id: task.id, preview: "")
      let resolution = try ResolutionTable(connection).resolution(ofTask: number, names: names)
      if resolution != nil { standing.state = .resolved }
      let gold = try GoldTable(connection).task(number)
      return ReviewTask(
        task: task, standing: standing, annotations: try Self.annotations(ofTask: number, names, connection),
        returned: try MessageTable(connection).returned(ofTask: number, names: names),
        messages: try MessageTable(connection).messages(ofTask: number, names: names), resolution: resolution,
        gold: gold,
        verdicts: gold == nil ? [:] : try GoldTable(connection).verdicts(ofTask: number, names: names))
    }
  }

  /// What people and models have said about a task; open ones left out.
  static func annotations(
    ofTask task: Int, _ names: [Int: String], _ connection: any SQLConnection
  ) throws(StoreError) -> [NamedAnnotation] {
    let table = AnnotationTable()
    let sql = """
      SELECT annotator, \(AnnotationTable.columns) FROM annotation WHERE task = ? AND annotator > 0
      ORDER BY annotator
      """
    return try connection.statement(sql).all([.integer(task)]) { (row) throws(StoreError) in
      NamedAnnotation(annotator: names[row.integer(0)] ?? "", annotation: try table.annotation(from: row, at: 1))
    }.filter { $0.annotation.state != .open || $0.annotation.isFlagged }
  }

  /// Gives tasks their final answers, all or none. What each had said, and what was written about it, is noted
  /// along, as it stands now, unless it is given. Tasks that had a final answer get the new one; the log keeps the old. Annotations that were sent back are so
  /// no more.
  ///
  /// - Parameter terms: who does it and what they had seen; nil for the authors of the answers themselves, whatever stands.
  /// - Throws: `overtaken` when something else stands than was seen; `failed` when a task is their own to whom that
  ///   matters, while somebody else reviews.
  public func resolve(_ resolutions: [Resolution], _ terms: ResolvingTerms? = nil) throws(StoreError) {
    try manage { (connection, totals) throws(StoreError) in
      try Self.resolve(resolutions, terms, connection, &totals)
    }
  }

  static func resolve(
    _ resolutions: [Resolution], _ terms: ResolvingTerms?, _ connection: any SQLConnection, _ totals: inout Totals
  ) throws(StoreError) {
    let resolving = Resolving(connection)
    let names = try Annotators.names(in: connection)
    let people = terms.map { [$0.by, $0.caller] } ?? resolutions.map(\.by)
    let own = try OwnTasks(Set(people), connection)
    for var resolution in resolutions {
      let task = resolution.task
      let standing = try ResolutionTable(connection).resolution(ofTask: task, names: names)
      try terms?.check(standing, task: task)
      try own.check(task)
      if resolution.said.isEmpty { resolution.said = try Self.said(ofTask: task, names, connection) }
      if resolution.thread.isEmpty { resolution.thread = try Self.thread(ofTask: task, names, connection) }
      try resolving.settle(resolution, by: terms?.by ?? resolution.by, at: terms?.at ?? resolution.at, &totals)
    }
  }

  /// Gives unanimous tasks their final answers. Those about which anything has changed since they were read (their
  /// answers, what was measured of them, a final answer) and those that are the reviewer's own are left as they are.
  ///
  /// - Returns: The tasks that have their final answers now.
  public func acceptUnanimous(_ resolutions: [Resolution], _ terms: ResolvingTerms) throws(StoreError) -> [Int] {
    try manage { (connection, totals) throws(StoreError) in
      let resolving = Resolving(connection)
      let names = try Annotators.names(in: connection)
      let own = try OwnTasks([terms.by, terms.caller], connection)
      var accepted: [Int] = []
      for var resolution in resolutions {
        let task = resolution.task
        guard try StandingTable(connection).isFresh(.unanimous, task: task),
          try ResolutionTable(connection).resolution(ofTask: task, names: names) == nil,
          try own.author(ofTask: task) == nil,
          try Self.said(ofTask: task, names, connection) == resolution.said
        else { continue }
        resolution.thread = try Self.thread(ofTask: task, names, connection)
        try resolving.settle(resolution, by: terms.by, at: terms.at, &totals)
        accepted.append(task)
      }
      return accepted
    }
  }

  private static func said(
    ofTask task: Int, _ names: [Int: String], _ connection: any SQLConnection
  ) throws(StoreError) -> [Resolution.Said] {
    try annotations(ofTask: task, names, connection).filter { $0.annotation.state == .submitted }
      .map { Resolution.Said(annotator: $0.annotator, answers: $0.annotation.answers, at: $0.annotation.savedAt) }
  }

  private static func thread(
    ofTask task: Int, _ names: [Int: String], _ connection: any SQLConnection
  ) throws(StoreError) -> [Resolution.Written] {
    try MessageTable(connection).messages(ofTask: task, names: names).map { Resolution.Written($0) }
  }

  /// Takes the final answer of a task back.
  public func unresolve(task: Int, by: String, at: Timestamp) throws(StoreError) {
    _ = try unresolve(tasks: [task], ResolvingTerms(by: by, at: at))
  }

  /// Takes the final answers of tasks back. What was sent back before they were settled is sent back again, unless it was
  /// answered since.
  ///
  /// - Returns: Of several tasks those at which something else stands than was seen: they are left as they are.
  /// - Throws: `overtaken` when that is the only one.
  public func unresolve(tasks: [Int], _ terms: ResolvingTerms) throws(StoreError) -> [Int] {
    try manage { (connection, totals) throws(StoreError) in
      try Self.unresolve(tasks: tasks, terms, connection, &totals)
    }
  }

  static func unresolve(
    tasks: [Int], _ terms: ResolvingTerms, _ connection: any SQLConnection, _ totals: inout Totals
  ) throws(StoreError) -> [Int] {
    let names = try Annotators.names(in: connection)
    let who = try Annotators.makeNumber(of: terms.by, in: connection)
    var left: [Int] = []
    for task in tasks {
      let standing = try ResolutionTable(connection).resolution(ofTask: task, names: names)
      if tasks.count == 1 { try terms.check(standing, task: task) }
      guard terms.allows(standing) else {
        left.append(task)
        continue
      }
      guard let standing else { continue }
      try connection.run("DELETE FROM resolution WHERE task = ?", [.integer(task)])
      try MessageTable(connection).restoreReturned(ofTask: task)
      try ManagementLog(connection).write(
        .unresolved, by: who, task: task, at: terms.at, told: ResolutionTable.told(standing), &totals)
      try StandingTable(connection).markStale(task)
      try PoolTable(connection).settlingChanged(ofTask: task)
    }
    return left
  }
}
