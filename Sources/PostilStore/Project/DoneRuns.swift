/// The stretches of tasks that an annotator has submitted or skipped, each as long as it can be.
struct DoneRuns {
  let connection: any SQLConnection
  let annotator: Int

  /// The first task after a number that is in no stretch; it may be beyond the last task.
  func firstOpen(after number: Int) throws(StoreError) -> Int {
    if let run = try run(holding: number + 1) { return run.last + 1 }
    return number + 1
  }

  /// Takes a task in.
  func insert(_ task: Int) throws(StoreError) {
    let left = try run(holding: task - 1)
    let right = try run(holding: task + 1)
    guard try run(holding: task) == nil else { return }
    if let right { try delete(right.first) }
    if let left {
      try setLast(of: left.first, to: right?.last ?? task)
    } else {
      try add(task, right?.last ?? task)
    }
  }

  /// Takes a task out.
  func takeOut(_ task: Int) throws(StoreError) {
    guard let run = try run(holding: task) else { return }
    if run.first == task { try delete(run.first) } else { try setLast(of: run.first, to: task - 1) }
    if run.last > task { try add(task + 1, run.last) }
  }

  private func run(holding task: Int) throws(StoreError) -> (first: Int, last: Int)? {
    let sql = "SELECT first, last FROM run WHERE annotator = ? AND first <= ? ORDER BY first DESC LIMIT 1"
    let found = try connection.statement(sql).first([.integer(annotator), .integer(task)]) {
      (row) throws(StoreError) in (first: row.integer(0), last: row.integer(1))
    }
    guard let found, found.last >= task else { return nil }
    return found
  }

  private func add(_ first: Int, _ last: Int) throws(StoreError) {
    try connection.run(
      "INSERT INTO run (annotator, first, last) VALUES (?, ?, ?)",
      [.integer(annotator), .integer(first), .integer(last)])
  }

  private func delete(_ first: Int) throws(StoreError) {
    try connection.run("DELETE FROM run WHERE annotator = ? AND first = ?", [.integer(annotator), .integer(first)])
  }

  private func setLast(of first: Int, to last: Int) throws(StoreError) {
    try connection.run(
      "UPDATE run SET last = ? WHERE annotator = ? AND first = ?",
      [.integer(last), .integer(annotator), .integer(first)])
  }
}
