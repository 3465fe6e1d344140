public import PostilModel

extension ProjectStore {
  /// All tasks whose answers are known, by number.
  public func goldTasks() throws(StoreError) -> [GoldTask] {
    try engine.read { (connection) throws(StoreError) in try GoldTable(connection).all() }
  }

  /// What is known of a task; nil when it is not gold.
  public func goldTask(_ number: Int) throws(StoreError) -> GoldTask? {
    try engine.read { (connection) throws(StoreError) in try GoldTable(connection).task(number) }
  }

  /// Makes a task gold, or changes what is known of it. It is not handed out for its own sake any more, but mixed among
  /// the tasks of those who have not answered it. Verdicts are given again, on what each answered first.
  public func setGold(_ gold: GoldTask, by: String, at: Timestamp) throws(StoreError) {
    try setGold([gold], by: by, at: at)
  }

  /// The same for several tasks: all of them or none.
  public func setGold(_ all: [GoldTask], by: String, at: Timestamp) throws(StoreError) {
    try manage { (connection, totals) throws(StoreError) in
      try Self.setGold(all, by: by, at: at, connection, &totals)
    }
  }

  static func setGold(
    _ all: [GoldTask], by: String, at: Timestamp, _ connection: any SQLConnection, _ totals: inout Totals
  ) throws(StoreError) {
    let whose = try Annotators.makeNumber(of: by, in: connection)
    for gold in all {
      try Self.check(gold.task, totals)
      try GoldTable(connection).set(gold)
      try PoolTable(connection).settlingChanged(ofTask: gold.task)
      try StandingTable(connection).markStale(gold.task)
      let told = JSONObject([
        ("answers", .object(AnnotationCodec.answers(gold.answers))), ("explanation", .string(gold.explanation)),
        ("qualification", .bool(gold.isQualification)),
      ])
      try ManagementLog(connection).write(.gold, by: whose, task: gold.task, at: at, told: told, &totals)
    }
  }

  /// Makes a gold task an ordinary one again. Who met it counts no more, unless it becomes gold again. Nothing happens to a task that is not gold.
  public func dropGold(task: Int, by: String, at: Timestamp) throws(StoreError) {
    try manage { (connection, totals) throws(StoreError) in
      try Self.dropGold(task: task, by: by, at: at, connection, &totals)
    }
  }

  static func dropGold(
    task: Int, by: String, at: Timestamp, _ connection: any SQLConnection, _ totals: inout Totals
  ) throws(StoreError) {
    let table = GoldTable(connection)
    guard try table.task(task) != nil else { return }
    try table.drop(task)
    try PoolTable(connection).settlingChanged(ofTask: task)
    try StandingTable(connection).markStale(task)
    let whose = try Annotators.makeNumber(of: by, in: connection)
    try ManagementLog(connection).write(.goldDropped, by: whose, task: task, at: at, &totals)
  }

  static func check(_ task: Int, _ totals: Totals) throws(StoreError) {
    guard task >= 1, task <= totals.tasks else {
      throw .failed("there is no task #\(task) in this project; it has \(totals.tasks) tasks")
    }
  }
}
