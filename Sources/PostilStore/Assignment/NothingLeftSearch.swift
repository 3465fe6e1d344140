import PostilModel

/// Finds out why there is no task for somebody, after it was looked for in vain.
struct NothingLeftSearch {
  let connection: any SQLConnection
  let claimant: Claimant
  let desk: Int
  let needs: [Int]
  let plan: AssignmentPlan
  let now: Timestamp

  /// The most skills that are told.
  private static let mostSkills = 20

  init(
    _ connection: any SQLConnection, _ claimant: Claimant, desk: Int, needs: [Int], _ plan: AssignmentPlan,
    _ now: Timestamp
  ) {
    self.connection = connection
    self.claimant = claimant
    self.desk = desk
    self.needs = needs
    self.plan = plan
    self.now = now
  }

  /// The reason. What comes back by itself is told before what needs somebody else.
  func reason() throws(StoreError) -> NothingLeft {
    if let reason = try withOthers() { return reason }
    if let reason = try needsSkills() { return reason }
    let waiting = try waitingForReview()
    return waiting > 0 ? .awaitsReview(count: waiting) : .allDone
  }

  /// Tasks that would be there for them if leases ended: of others, or of their own at another desk; those about which
  /// they asked and were answered among them. In a
  /// qualification, the rest of it that they hold.
  private func withOthers() throws(StoreError) -> NothingLeft? {
    let whose = SQLValue.integer(claimant.number)
    let rows = try connection.statement(
      """
      SELECT p.need, p.taken, p.wanted, p.settled, COUNT(*), MIN(l.until) FROM lease l JOIN pool p ON p.task = l.task
      WHERE NOT EXISTS (SELECT 1 FROM annotation a WHERE a.task = l.task AND a.annotator = ? AND (a.state IN (2, 3)
          OR NOT EXISTS (SELECT 1 FROM ask k WHERE k.task = a.task AND k.asker = a.annotator AND k.state = 2)))
        AND NOT EXISTS (SELECT 1 FROM ask k WHERE k.task = l.task AND k.asker = ? AND k.state <> 2)
        AND NOT EXISTS (SELECT 1 FROM ask e WHERE e.task = l.task AND e.expert = l.annotator AND e.state = 1)
        AND NOT EXISTS (SELECT 1 FROM lease o WHERE o.task = l.task AND o.annotator = ? AND o.desk = ?)
      GROUP BY l.task, p.need, p.taken, p.wanted, p.settled
      """
    ).all([whose, whose, whose, .integer(desk)]) { (row) throws(StoreError) in
      (
        need: row.integer(0), isFree: row.integer(3) == 0 && row.integer(1) - row.integer(4) < row.integer(2),
        until: row.integer(5)
      )
    }
    let there = rows.filter { $0.isFree && needs.contains($0.need) }
    if let until = there.map(\.until).min() {
      return .withOthers(count: there.count, until: Timestamp(milliseconds: Int64(until)))
    }
    return try qualification()
  }

  private func qualification() throws(StoreError) -> NothingLeft? {
    guard plan.qualification != nil else { return nil }
    let held = try connection.statement(
      """
      SELECT l.until FROM lease l JOIN gold g ON g.task = l.task WHERE l.annotator = ? AND g.qualification = 1
      ORDER BY l.until
      """
    ).all([.integer(claimant.number)]) { (row) throws(StoreError) in row.integer(0) }
    return held.first.map {
      .withOthers(count: held.count, until: Timestamp(milliseconds: Int64($0)))
    }
  }

  private func needsSkills() throws(StoreError) -> NothingLeft? {
    let open = try connection.statement(
      """
      SELECT need, SUM(open) FROM (
        SELECT need, open FROM pool_group WHERE open > 0 AND need <> 0
        UNION ALL SELECT k.need, 1 AS open FROM ask k WHERE k.state = 0 AND k.asker <> ?
          AND NOT EXISTS (SELECT 1 FROM resolution r WHERE r.task = k.task)) AS missing
      GROUP BY need ORDER BY need
      """
    ).all([.integer(claimant.number)]) { (row) throws(StoreError) in (need: row.integer(0), count: row.integer(1)) }
    let missing = open.filter { !needs.contains($0.need) }
    guard !missing.isEmpty else { return nil }
    let table = Needs(connection)
    var skills: [Skill] = []
    for one in missing.prefix(Self.mostSkills) {
      if let skill = try table.skill(of: one.need) { skills.append(skill) }
    }
    skills.sort { ($0.name, $0.level) < ($1.name, $1.level) }
    return .needsSkills(skills, count: missing.reduce(0) { $0 + $1.count })
  }

  /// How many tasks have all their answers and no final one, where somebody is there to review them.
  private func waitingForReview() throws(StoreError) -> Int {
    let reviewers = "SELECT 1 FROM annotator WHERE role IN ('reviewer', 'lead') AND retired = 0 LIMIT 1"
    guard try connection.integer(reviewers) != nil else { return 0 }
    let closed = try connection.integer("SELECT COALESCE(SUM(tasks - open - settled), 0) FROM pool_group") ?? 0
    let held = try connection.integer(
      """
      SELECT COUNT(*) FROM (SELECT task FROM lease UNION SELECT task FROM ask WHERE state = 0) AS held
      JOIN pool p ON p.task = held.task WHERE p.free = 0 AND p.settled = 0
      """)
    return closed - (held ?? 0)
  }
}
