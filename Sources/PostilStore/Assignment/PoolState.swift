import PostilModel

/// From what the pool was made: a text in the table `meta`. The pool is made when the first task is handed out, and
/// again when the plan has changed; imports know nothing of it.
struct PoolState {
  private static let name = "pool"

  /// How many tasks have a row: those of the numbers 1 to this one.
  let tasks: Int
  /// When the one who made the pool had opened the project, and so read the plan.
  let planRead: Timestamp
  /// What of the plan the rows hang on.
  let recipe: String
  /// In which order the rows stand.
  let order: AssignmentOrder
  /// How many annotators each task wants that no one has asked more for.
  let annotatorsPerTask: Int

  /// The state of a pool that a plan makes.
  init(_ plan: AssignmentPlan, tasks: Int, planRead: Timestamp) {
    self.tasks = tasks
    self.planRead = planRead
    recipe = Self.recipe(of: plan)
    order = plan.order
    annotatorsPerTask = plan.annotatorsPerTask
  }

  /// What the project's pool was made from; nil when there is none, or it must be made again.
  init?(_ connection: any SQLConnection) throws(StoreError) {
    guard let text = try connection.text("SELECT value FROM meta WHERE name = ?", [.text(Self.name)]) else {
      return nil
    }
    let parts = text.split(separator: " ", maxSplits: 2)
    guard parts.count == 3, let tasks = Int(parts[0]), let read = Int64(parts[1]) else { return nil }
    self.init(tasks: tasks, planRead: Timestamp(milliseconds: read), recipe: parts[2])
  }

  private init?(tasks: Int, planRead: Timestamp, recipe: Substring) {
    let parts = recipe.split(separator: " ", maxSplits: 2)
    guard parts.count == 3, let order = AssignmentOrder(rawValue: String(parts[0])), let annotators = Int(parts[1])
    else { return nil }
    self.tasks = tasks
    self.planRead = planRead
    self.recipe = String(recipe)
    self.order = order
    annotatorsPerTask = annotators
  }

  /// What of the plan the rows hang on, as a plan: the one in force, whatever plan a desk still has.
  func plan() throws(StoreError) -> AssignmentPlan {
    var plan = AssignmentPlan()
    plan.order = order
    plan.annotatorsPerTask = annotatorsPerTask
    let parts = recipe.split(separator: " ", maxSplits: 4)
    guard parts.count == 5, let seed = Int(parts[2]) else {
      throw .damaged(reason: "the order of its tasks does not read")
    }
    plan.seed = seed
    plan.needs = Skill(String(parts[3]))
    plan.quotas = try Self.quotas(String(parts[4]))
    return plan
  }

  private static func quotas(_ text: String) throws(StoreError) -> [Quota] {
    guard text != "[]" else { return [] }
    var text = text
    let parsed: Result<JSONValue, StoreError> = text.withUTF8 { bytes in
      do throws(StoreError) { return .success(try StoredJSON().value(UnsafeRawBufferPointer(bytes))) } catch {
        return .failure(error)
      }
    }
    return (try parsed.get().array ?? []).compactMap { quota in
      guard let parts = quota.array, parts.count == 3, let key = parts[0].string, let value = parts[1].string,
        let share = parts[2].double
      else { return nil }
      return Quota(key: key, value: value, share: share)
    }
  }

  /// What of a plan the rows hang on, as a text.
  private static func recipe(of plan: AssignmentPlan) -> String {
    let quotas = plan.quotas.map { JSONValue.array([.string($0.key), .string($0.value), .number($0.share)]) }
    let seed = plan.order == .shuffled ? plan.seed : 0
    let needs = plan.needs?.description ?? "-"
    return "\(plan.order.rawValue) \(plan.annotatorsPerTask) \(seed) \(needs) \(JSONValue.array(quotas).jsonText)"
  }

  /// Writes it.
  func store(in connection: any SQLConnection) throws(StoreError) {
    try connection.run(
      "INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      [.text(Self.name), .text("\(tasks) \(planRead.milliseconds) \(recipe)")])
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
