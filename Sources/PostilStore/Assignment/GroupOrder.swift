import PostilModel

/// In which order quotas are tried: the one first whose share of all that was handed out is furthest behind what the
/// plan wants for it.
struct GroupOrder {
  let connection: any SQLConnection
  let plan: AssignmentPlan

  init(_ connection: any SQLConnection, _ plan: AssignmentPlan) {
    self.connection = connection
    self.plan = plan
  }

  /// The numbers of the quotas, 0 for what they leave among them.
  func quotas() throws(StoreError) -> [Int] {
    guard !plan.quotas.isEmpty else { return [0] }
    var taken = [Int](repeating: 0, count: plan.quotas.count + 1)
    let sums = try connection.statement("SELECT quota, SUM(taken) FROM pool_group GROUP BY quota")
      .all { (row) throws(StoreError) in (quota: row.integer(0), taken: row.integer(1)) }
    for sum in sums where taken.indices.contains(sum.quota) { taken[sum.quota] = sum.taken }
    let shares = [max(0, 1 - plan.quotas.reduce(0) { $0 + $1.share })] + plan.quotas.map(\.share)
    let next = Double(taken.reduce(0, +) + 1)
    let lags = zip(shares, taken).map { $0 * next - Double($1) }
    return taken.indices.sorted { (-lags[$0], $0) < (-lags[$1], $1) }
  }

  /// The needs that have a free task in a quota, of some.
  func open(_ needs: [Int], quota: Int) throws(StoreError) -> [Int] {
    var open: [Int] = []
    for need in needs {
      let count = try connection.integer(
        "SELECT open FROM pool_group WHERE need = ? AND quota = ?", [.integer(need), .integer(quota)])
      if count ?? 0 > 0 { open.append(need) }
    }
    return open
  }
}
