import PostilModel

/// Gives tasks their final answers. The caller has a transaction open.
struct Resolving {
  private let connection: any SQLConnection

  init(_ connection: any SQLConnection) { self.connection = connection }

  /// Writes a final answer, with all that hangs on it.
  func settle(_ resolution: Resolution, _ totals: inout Totals) throws(StoreError) {
    let by = resolution.by.isEmpty ? 0 : try Annotators.makeNumber(of: resolution.by, in: connection)
    let taken = try resolution.taken.map { (name) throws(StoreError) in
      try Annotators.number(of: name, in: connection)
    }
    try ResolutionTable(connection).store(resolution, taken: taken ?? 0, by: by)
    try ManagementLog(connection).write(
      .resolved, by: by, task: resolution.task, at: resolution.at, told: ResolutionTable.told(resolution), &totals)
    try StandingTable(connection).set(.resolved, task: resolution.task)
    try PoolTable(connection).settlingChanged(ofTask: resolution.task)
  }
}
