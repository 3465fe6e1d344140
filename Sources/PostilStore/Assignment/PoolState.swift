import PostilModel

/// From what the pool was made: a text in the table `meta`. The pool is made when the first task is handed out, and
/// again when the plan has changed; imports know nothing of it.
struct PoolState {
  private static let name = "pool"

  /// How many tasks have a row: those of the numbers 1 to this one.
  let tasks: Int
  /// What of the plan the rows hang on.
  let recipe: String
  /// In which order the rows stand.
  let order: AssignmentOrder
  /// How many annotators each task wants that no one has asked more for.
  let annotatorsPerTask: Int

  /// What the project's pool was made from; nil when there is none, or it must be made again.
  init?(_ connection: any SQLConnection) throws(StoreError) {
    guard let text = try connection.text("SELECT value FROM meta WHERE name = ?", [.text(Self.name)]) else {
      return nil
    }
    let parts = text.split(separator: " ", maxSplits: 3)
    guard parts.count == 4, let tasks = Int(parts[0]), let order = AssignmentOrder(rawValue: String(parts[1])),
      let annotators = Int(parts[2])
    else { return nil }
    self.tasks = tasks
    self.order = order
    annotatorsPerTask = annotators
    recipe = "\(parts[1]) \(parts[2]) \(parts[3])"
  }

  /// What of a plan the rows hang on, as a text.
  static func recipe(of plan: AssignmentPlan) -> String {
    let quotas = plan.quotas.map { JSONValue.array([.string($0.key), .string($0.value), .number($0.share)]) }
    let seed = plan.order == .shuffled ? plan.seed : 0
    let needs = plan.needs?.description ?? "-"
    return "\(plan.order.rawValue) \(plan.annotatorsPerTask) \(seed) \(needs) \(JSONValue.array(quotas).jsonText)"
  }

  /// Writes that the pool was made for so many tasks.
  static func store(tasks: Int, recipe: String, in connection: any SQLConnection) throws(StoreError) {
    try connection.run(
      "INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      [.text(name), .text("\(tasks) \(recipe)")])
  }

  /// Has the pool made anew before the next task is handed out: for changes after which all its rows may be wrong.
  static func forget(in connection: any SQLConnection) throws(StoreError) {
    try connection.run("UPDATE meta SET value = '' WHERE name = ?", [.text(name)])
  }

  /// Has the pool made anew if its order looks at suggestions: some came to tasks that are in it.
  static func suggestionsChanged(in connection: any SQLConnection) throws(StoreError) {
    if try PoolState(connection)?.order == .uncertainty { try forget(in: connection) }
  }
}
