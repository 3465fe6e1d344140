import PostilModel

/// Says which tasks somebody must leave to others, as nobody reviews their own. The caller has a transaction open.
struct OwnTasks {
  private let connection: any SQLConnection
  /// Those of the names who are not the only ones that review here, by their numbers.
  private var watched: [(name: String, number: Int)] = []

  init(_ names: Set<String>, _ connection: any SQLConnection) throws(StoreError) {
    self.connection = connection
    let roster = try PersonTable(connection: connection).roster()
    for name in names where roster.hasReviewer(besides: name) {
      let number = try Annotators.number(of: name, in: connection)
      if number > 0 { watched.append((name, number)) }
    }
  }

  /// Who of them has answered a task; nil when nobody has.
  func author(ofTask task: Int) throws(StoreError) -> String? {
    for (name, number) in watched {
      let sql = "SELECT 1 FROM annotation WHERE task = ? AND annotator = ? AND state = 2"
      if try connection.integer(sql, [.integer(task), .integer(number)]) != nil { return name }
    }
    return nil
  }

  /// Throws `failed` when one of them has answered a task.
  func check(_ task: Int) throws(StoreError) {
    guard let name = try author(ofTask: task) else { return }
    throw .failed("\(name) has answered #\(task), so somebody else settles it: nobody reviews their own")
  }
}
