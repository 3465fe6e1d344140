/// How many places of tasks are taken, and which tasks are settled, counted once for many of them.
struct TakenPlaces {
  private let first: Int
  private var counts: [Int32]
  private var settled: Set<Int>

  init(_ tasks: ClosedRange<Int>, in connection: any SQLConnection) throws(StoreError) {
    first = tasks.lowerBound
    counts = [Int32](repeating: 0, count: tasks.count)
    settled = []
    let people = try connection.statement("SELECT number FROM annotator WHERE number > 0 AND kind = 'person'")
      .all { (row) throws(StoreError) in row.integer(0) }
    for person in people {
      try count(
        "SELECT task FROM annotation WHERE annotator = ? AND state = 2 AND task >= ?",
        [.integer(person), .integer(first)], connection)
    }
    try count("SELECT task FROM lease WHERE task >= ?", [.integer(first)], connection)
    try count("SELECT task FROM ask WHERE state = 0 AND task >= ?", [.integer(first)], connection)
    for table in ["gold", "resolution"] {
      let tasks = try connection.statement("SELECT task FROM \(table) WHERE task >= ?").all([.integer(first)]) {
        (row) throws(StoreError) in row.integer(0)
      }
      settled.formUnion(tasks)
    }
  }

  /// How many places of a task are taken.
  func taken(ofTask task: Int) -> Int { Int(counts[task - first]) }

  /// Whether a task is gold, or has its final answer.
  func isSettled(_ task: Int) -> Bool { settled.contains(task) }

  private mutating func count(
    _ sql: String, _ values: [SQLValue], _ connection: any SQLConnection
  ) throws(StoreError) {
    let statement = try connection.statement(sql)
    statement.bind(values)
    defer { statement.reset() }
    while try statement.step() {
      let place = statement.integer(0) - first
      if counts.indices.contains(place) { counts[place] += 1 }
    }
  }
}
