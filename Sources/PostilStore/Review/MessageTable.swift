import PostilModel

/// Reads and writes the tables `message` and `returned`.
struct MessageTable {
  private static let columns = "number, task, kind, sender, recipient, at, text, answers, seen"
  /// The kind of the rows of messages that were taken back: they keep their numbers, which the log names.
  private static let dropped = "dropped"
  let connection: any SQLConnection
  private let json = StoredJSON()

  init(_ connection: any SQLConnection) { self.connection = connection }

  /// Writes a message and gives its number.
  @discardableResult
  func add(_ message: ThreadMessage) throws(StoreError) -> Int {
    let number = (try connection.integer("SELECT MAX(number) FROM message") ?? 0) + 1
    let to = message.to.isEmpty ? 0 : try Annotators.makeNumber(of: message.to, in: connection)
    let from = message.from.isEmpty ? 0 : try Annotators.makeNumber(of: message.from, in: connection)
    try connection.run(
      "INSERT INTO message (\(Self.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      [
        .integer(number), .integer(message.task), .text(message.kind.rawValue), .integer(from), .integer(to),
        .integer(message.at.milliseconds), .text(message.text),
        .text(AnnotationCodec.answers(message.answers).jsonText), .flag(message.isSeen),
      ])
    return number
  }

  /// Takes messages back: their words go, their numbers are never given again.
  func drop(where condition: String, _ values: [SQLValue]) throws(StoreError) {
    try connection.run(
      "UPDATE message SET kind = ?, recipient = 0, seen = 1, text = '', answers = '{}' WHERE \(condition)",
      [.text(Self.dropped)] + values)
  }

  /// All messages about a task, earlier first.
  func messages(ofTask task: Int, names: [Int: String]) throws(StoreError) -> [ThreadMessage] {
    try connection.statement("SELECT \(Self.columns) FROM message WHERE task = ? AND kind <> ? ORDER BY number")
      .all([.integer(task), .text(Self.dropped)]) { (row) throws(StoreError) in try message(from: row, names: names) }
  }

  /// The unseen messages to somebody, earlier first.
  func unseen(for annotator: Int, names: [Int: String]) throws(StoreError) -> [ThreadMessage] {
    try connection.statement("SELECT \(Self.columns) FROM message WHERE recipient = ? AND seen = 0 ORDER BY number")
      .all([.integer(annotator)]) { (row) throws(StoreError) in try message(from: row, names: names) }
  }

  private func message(from row: any SQLStatement, names: [Int: String]) throws(StoreError) -> ThreadMessage {
    guard let kind = ThreadMessage.Kind(rawValue: row.text(2)) else {
      throw .damaged(reason: "message \(row.integer(0)) does not read")
    }
    return ThreadMessage(
      number: row.integer(0), task: row.integer(1), kind: kind, from: names[row.integer(3)] ?? "",
      to: names[row.integer(4)] ?? "", at: Timestamp(milliseconds: Int64(row.integer(5))), text: row.text(6),
      answers: try json.answers(row.utf8(7)), isSeen: row.integer(8) == 1)
  }

  // MARK: Sent back

  /// The message with which an annotation was sent back; nil when it was not, or has been answered.
  func returned(task: Int, annotator: Int) throws(StoreError) -> Int? {
    try connection.integer(
      "SELECT message FROM returned WHERE annotator = ? AND task = ?", [.integer(annotator), .integer(task)])
  }

  /// The tasks that were sent back to somebody and have not been answered, the earliest first.
  func returned(to annotator: Int) throws(StoreError) -> [Int] {
    try connection.statement("SELECT task FROM returned WHERE annotator = ? ORDER BY message")
      .all([.integer(annotator)]) { (row) throws(StoreError) in row.integer(0) }
  }

  /// Whose annotations of a task were sent back and have not been answered.
  func returned(ofTask task: Int, names: [Int: String]) throws(StoreError) -> Set<String> {
    let numbers = try connection.statement("SELECT annotator FROM returned WHERE task = ?")
      .all([.integer(task)]) { (row) throws(StoreError) in row.integer(0) }
    return Set(numbers.compactMap { names[$0] })
  }

  /// Says that an annotation was sent back with a message.
  func addReturned(task: Int, annotator: Int, message: Int) throws(StoreError) {
    try dropReturned(task: task, annotator: annotator)
    try connection.run(
      "INSERT INTO returned (annotator, task, message) VALUES (?, ?, ?)",
      [.integer(annotator), .integer(task), .integer(message)])
  }

  /// Says that it is not sent back any more.
  func dropReturned(task: Int, annotator: Int) throws(StoreError) {
    try connection.run(
      "DELETE FROM returned WHERE annotator = ? AND task = ?", [.integer(annotator), .integer(task)])
  }

  /// The last reply of somebody about a task, if no one has sent the task back to them since; with the number of the
  /// message that it replies to.
  func lastReply(
    task: Int, from annotator: Int
  ) throws(StoreError) -> (number: Int, at: Int64, answers: [String: JSONValue], to: Int?)? {
    let kinds = [ThreadMessage.Kind.sentBack.rawValue, ThreadMessage.Kind.reply.rawValue]
    let sql = """
      SELECT number, kind, at, answers FROM message
      WHERE task = ? AND ((kind = ? AND recipient = ?) OR (kind = ? AND sender = ?)) ORDER BY number DESC LIMIT 2
      """
    let values: [SQLValue] = [
      .integer(task), .text(kinds[0]), .integer(annotator), .text(kinds[1]), .integer(annotator),
    ]
    let last = try connection.statement(sql).all(values) { (row) throws(StoreError) in
      (number: row.integer(0), kind: row.text(1), at: Int64(row.integer(2)), answers: try json.answers(row.utf8(3)))
    }
    guard let reply = last.first, reply.kind == kinds[1] else { return nil }
    let message = last.dropFirst().first { $0.kind == kinds[0] }?.number
    return (reply.number, reply.at, reply.answers, message)
  }

  /// Says that nothing of a task is sent back any more. Returns whose annotations were.
  func dropAllReturned(ofTask task: Int) throws(StoreError) -> [String] {
    let sql =
      "SELECT p.name FROM returned r JOIN annotator p ON p.number = r.annotator WHERE r.task = ? ORDER BY p.name"
    let whose = try connection.statement(sql).all([.integer(task)]) { (row) throws(StoreError) in row.text(0) }
    if !whose.isEmpty { try connection.run("DELETE FROM returned WHERE task = ?", [.integer(task)]) }
    return whose
  }

  /// Says that annotations of a task are sent back again: those of the people who were told so, and have neither replied
  /// nor saved since.
  func restoreReturned(ofTask task: Int) throws(StoreError) {
    let sql = "SELECT number, kind, sender, recipient, at FROM message WHERE task = ? ORDER BY number"
    let all = try connection.statement(sql).all([.integer(task)]) { (row) throws(StoreError) in
      (number: row.integer(0), kind: row.text(1), from: row.integer(2), to: row.integer(3), at: row.integer(4))
    }
    var open: [Int: (message: Int, at: Int)] = [:]
    for message in all {
      if message.kind == ThreadMessage.Kind.sentBack.rawValue { open[message.to] = (message.number, message.at) }
      if message.kind == ThreadMessage.Kind.reply.rawValue { open[message.from] = nil }
    }
    for (annotator, one) in open.sorted(by: { $0.key < $1.key }) {
      let hasWaited = try connection.integer(
        "SELECT 1 FROM annotation WHERE task = ? AND annotator = ? AND saved_at <= ? AND state > 0",
        [.integer(task), .integer(annotator), .integer(one.at)])
      if hasWaited != nil { try addReturned(task: task, annotator: annotator, message: one.message) }
    }
  }
}
