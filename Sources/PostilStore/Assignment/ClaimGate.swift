import PostilModel

/// What stands between somebody and any task at all.
struct ClaimGate {
  private static let hour: Int64 = 3_600_000

  let connection: any SQLConnection
  let claimant: Claimant
  let plan: AssignmentPlan
  let now: Timestamp

  init(_ connection: any SQLConnection, _ claimant: Claimant, _ plan: AssignmentPlan, _ now: Timestamp) {
    self.connection = connection
    self.claimant = claimant
    self.plan = plan
    self.now = now
  }

  /// Why they get nothing; nil when nothing stands in the way.
  func reason() throws(StoreError) -> NothingLeft? {
    if claimant.isRetired { return .retired }
    if let deadline = plan.deadline, deadline <= now { return .deadlinePassed(deadline) }
    guard let mark = plan.qualification?.passMark else { return nil }
    let state = try Qualification(connection, claimant.number)
    guard state.answered > 0, !state.isPending else { return nil }
    let needs = try Needs(connection).met(by: claimant.skills)
    let table = GoldTable(connection)
    // Some are still to come.
    if try table.first(after: 0, isQualification: true, for: claimant.number, needs: needs) != nil { return nil }
    // A share that is met exactly is met, however its digits fall.
    guard Double(state.right) < mark * Double(state.answered) - 1e-9 else { return nil }
    return .notQualified(right: state.right, of: state.answered, passMark: mark)
  }

  /// How many tasks they may be given today: what the cap leaves after what they have submitted and what they hold.
  func allowance() throws(StoreError) -> Int {
    guard let cap = plan.capPerDay else { return .max }
    let first = day * 24
    let submitted = try connection.integer(
      "SELECT COALESCE(SUM(submitted), 0) FROM pace WHERE annotator = ? AND hour BETWEEN ? AND ?",
      [.integer(claimant.number), .integer(first), .integer(first + 23)])
    let held = try connection.integer(
      "SELECT COUNT(*) FROM lease WHERE annotator = ?", [.integer(claimant.number)])
    return cap - max(0, submitted ?? 0) - (held ?? 0)
  }

  /// That the cap of the day is reached.
  var capReached: NothingLeft {
    .capReached(
      cap: plan.capPerDay ?? 0, until: Timestamp(milliseconds: Int64(day + 1) * 24 * Self.hour))
  }

  /// The day in UTC, counted from 1970-01-01.
  private var day: Int {
    let length = 24 * Self.hour
    let days = now.milliseconds / length
    return Int(now.milliseconds % length < 0 ? days - 1 : days)
  }
}
