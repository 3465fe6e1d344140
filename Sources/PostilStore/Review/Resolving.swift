import PostilModel

/// Gives tasks their final answers. The caller has a transaction open.
struct Resolving {
  private let connection: any SQLConnection

  init(_ connection: any SQLConnection) { self.connection = connection }

  /// Writes a final answer, with all that hangs on it. The row keeps its own author, the log tells who wrote it when.
  func settle(_ resolution: Resolution, by actor: String, at: Timestamp, _ totals: inout Totals) throws(StoreError) {
    let task = resolution.task
    let by = resolution.by.isEmpty ? 0 : try Annotators.makeNumber(of: resolution.by, in: connection)
    let who = actor.isEmpty ? 0 : try Annotators.makeNumber(of: actor, in: connection)
    let taken = try resolution.taken.map { (name) throws(StoreError) in
      try Annotators.number(of: name, in: connection)
    }
    try ResolutionTable(connection).store(resolution, taken: taken ?? 0, by: by)
    var told = ResolutionTable.told(resolution)
    if resolution.mark != Resolution.Mark(by: actor, at: at) {
      told["settled_by"] = .string(resolution.by)
      told["settled_at"] = .integer(resolution.at.milliseconds)
    }
    // Nobody is asked to do again what is settled.
    let dropped = try MessageTable(connection).dropAllReturned(ofTask: task)
    if !dropped.isEmpty { told["no_longer_sent_back"] = .array(dropped.map { .string($0) }) }
    try ManagementLog(connection).write(.resolved, by: who, task: task, at: at, told: told, &totals)
    try StandingTable(connection).set(.resolved, task: task)
    try PoolTable(connection).settlingChanged(ofTask: task)
  }
}
