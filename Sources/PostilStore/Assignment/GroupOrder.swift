/// In which order quotas are tried: the one first whose share of all that was handed out is furthest behind what is
/// wanted for it.
struct GroupOrder {
  let connection: any SQLConnection
  /// The wanted shares of the quotas, in the order of their numbers.
  let shares: [Double]

  init(_ connection: any SQLConnection, shares: [Double]) {
    self.connection = connection
    self.shares = shares
  }

  /// The numbers of the quotas, 0 for what they leave among them.
  func quotas() throws(StoreError) -> [Int] {
    guard !shares.isEmpty else { return [0] }
    var taken = [Int](repeating: 0, count: shares.count + 1)
    let sums = try connection.statement("SELECT quota, SUM(taken) FROM pool_group GROUP BY quota")
      .all { (row) throws(StoreError) in (quota: row.integer(0), taken: row.integer(1)) }
    for sum in sums where taken.indices.contains(sum.quota) { taken[sum.quota] = sum.taken }
    let wanted = [max(0, 1 - shares.reduce(0, +))] + shares
    let next = Double(taken.reduce(0, +) + 1)
    let lags = zip(wanted, taken).map { $0 * next - Double($1) }
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
