public import PostilModel

extension ProjectStore {
  /// What was written about a task, earlier first: all of it, or what somebody wrote or was written to. Who holds the
  /// task and could answer a question about it sees that too, while it is with nobody.
  public func messages(ofTask task: Int, for annotator: String? = nil) throws(StoreError) -> [ThreadMessage] {
    try engine.read { (connection) throws(StoreError) in
      let table = MessageTable(connection)
      let names = try Annotators.names(in: connection)
      guard let annotator else { return try table.messages(ofTask: task, names: names) }
      return try table.messages(ofTask: task, for: annotator, names: names)
    }
  }

  /// What was written to somebody and has not been seen, earlier first.
  public func unseenMessages(for annotator: String) throws(StoreError) -> [ThreadMessage] {
    try engine.read { (connection) throws(StoreError) in
      let whose = try Annotators.number(of: annotator, in: connection)
      return try MessageTable(connection).unseen(for: whose, names: try Annotators.names(in: connection))
    }
  }

  /// The tasks that were sent back to somebody and that they have not answered, the earliest first.
  public func returned(to annotator: String) throws(StoreError) -> [Int] {
    try engine.read { (connection) throws(StoreError) in
      let whose = try Annotators.number(of: annotator, in: connection)
      return try MessageTable(connection).returned(to: whose)
    }
  }

  /// The tasks about which something was written to somebody, seen or not.
  public func tasksWithMessages(to annotator: String) throws(StoreError) -> Set<Int> {
    try engine.read { (connection) throws(StoreError) in
      let whose = try Annotators.number(of: annotator, in: connection)
      return Set(
        try connection.statement("SELECT DISTINCT task FROM message WHERE recipient = ?")
          .all([.integer(whose)]) { (row) throws(StoreError) in row.integer(0) })
    }
  }

  /// Notes that somebody has seen what was written to them about a task.
  public func markSeen(task: Int, by annotator: String) throws(StoreError) {
    try engine.write { (connection) throws(StoreError) in
      let whose = try Annotators.number(of: annotator, in: connection)
      try connection.run(
        "UPDATE message SET seen = 1 WHERE recipient = ? AND seen = 0 AND task = ?",
        [.integer(whose), .integer(task)])
    }
  }

  /// Sends somebody's annotation back to them with a comment. It stands on top of their queue until they submit it again.
  ///
  /// - Throws: `failed` when they have not submitted one.
  public func sendBack(task: Int, to annotator: String, text: String, by: String, at: Timestamp) throws(StoreError) {
    try manage { (connection, totals) throws(StoreError) in
      try Self.sendBack(task: task, to: annotator, text: text, by: by, at: at, connection, &totals)
    }
  }

  static func sendBack(
    task: Int, to annotator: String, text: String, by: String, at: Timestamp, _ connection: any SQLConnection,
    _ totals: inout Totals
  ) throws(StoreError) {
    let whose = try Annotators.number(of: annotator, in: connection)
    let annotation = try AnnotationTable().annotation(ofTask: task, by: whose, in: connection)
    guard let annotation, annotation.state == .submitted || annotation.state == .skipped else {
      throw .failed("\(annotator) has not submitted #\(task), so there is nothing to send back")
    }
    guard try connection.integer("SELECT 1 FROM resolution WHERE task = ?", [.integer(task)]) == nil else {
      throw .failed("#\(task) has its final answer; take that back before you send an annotation back")
    }
    let who = try Annotators.makeNumber(of: by, in: connection)
    let table = MessageTable(connection)
    let number = try table.add(
      ThreadMessage(task: task, kind: .sentBack, from: by, to: annotator, at: at, text: text))
    try table.addReturned(task: task, annotator: whose, message: number)
    try StandingTable(connection).set(.sentBack, task: task)
    try ManagementLog(connection).write(
      .sentBack, by: who, task: task, at: at,
      told: JSONObject([
        ("annotator", .string(annotator)), ("text", .string(text)), ("message", .integer(Int64(number))),
      ]), &totals)
  }

  /// Takes it back that an annotation was sent back, unless it has been answered. The comment goes with it.
  ///
  /// - Throws: `failed` when it has been answered.
  public func dropSendBack(task: Int, to annotator: String, by: String, at: Timestamp) throws(StoreError) {
    try manage { (connection, totals) throws(StoreError) in
      try Self.dropSendBack(task: task, to: annotator, by: by, at: at, connection, &totals)
    }
  }

  static func dropSendBack(
    task: Int, to annotator: String, by: String, at: Timestamp, _ connection: any SQLConnection,
    _ totals: inout Totals
  ) throws(StoreError) {
    let whose = try Annotators.number(of: annotator, in: connection)
    let table = MessageTable(connection)
    guard let message = try table.returned(task: task, annotator: whose) else {
      throw .failed("\(annotator) has answered #\(task) already, so it cannot be taken back")
    }
    try table.dropReturned(task: task, annotator: whose)
    try table.drop(where: "number = ?", [.integer(message)])
    try StandingTable(connection).markStale(task)
    try ManagementLog(connection).write(
      .sendBackDropped, by: try Annotators.makeNumber(of: by, in: connection), task: task, at: at,
      told: JSONObject([("annotator", .string(annotator)), ("message", .integer(Int64(message)))]), &totals)
  }

  /// What a save does to an annotation that was sent back: a submit or a skip answers it, and undoing that takes the
  /// answer back. The log keeps both.
  static func answerReturned(
    _ save: AnnotationSave, annotator: Int, old: Annotation?, in connection: any SQLConnection, _ totals: inout Totals
  ) throws(StoreError) {
    let table = MessageTable(connection)
    if save.kind == .retracted, let old {
      guard let reply = try table.lastReply(task: save.task, from: annotator),
        reply.at == old.savedAt.milliseconds
          || (reply.answers == old.answers && save.annotation.answers != old.answers)
      else { return }
      try connection.run("DELETE FROM message WHERE number = ?", [.integer(reply.number)])
      let isSettled = try connection.integer("SELECT 1 FROM resolution WHERE task = ?", [.integer(save.task)]) != nil
      if let message = reply.to, !isSettled {
        try table.addReturned(task: save.task, annotator: annotator, message: message)
      }
      return
    }
    guard save.kind != .marked, save.annotation.state.isDone else { return }
    guard let number = try table.returned(task: save.task, annotator: annotator) else { return }
    try table.dropReturned(task: save.task, annotator: annotator)
    // What was undone and is done again is said in the words of the first time.
    let text =
      save.reply.isEmpty && save.kind == .restored
      ? try repliedBefore(task: save.task, annotator: annotator, message: number, in: connection) : save.reply
    let sender = try connection.text(
      "SELECT p.name FROM message m JOIN annotator p ON p.number = m.sender WHERE m.number = ?", [.integer(number)])
    try table.add(
      ThreadMessage(
        task: save.task, kind: .reply, from: save.annotator, to: sender ?? "", at: save.at, text: text,
        answers: save.annotation.answers))
    try ManagementLog(connection).write(
      .replied, by: annotator, task: save.task, at: save.at,
      told: JSONObject([("text", .string(text)), ("message", .integer(Int64(number)))]), &totals)
  }

  /// What somebody replied last to a message, as the log has it; empty when they did not.
  private static func repliedBefore(
    task: Int, annotator: Int, message: Int, in connection: any SQLConnection
  ) throws(StoreError) -> String {
    let json = StoredJSON()
    let sql = "SELECT annotation FROM event WHERE task = ? AND annotator = ? AND kind = ? ORDER BY number DESC LIMIT 1"
    let values: [SQLValue] = [
      .integer(task), .integer(annotator), .text(ManagementEvent.Kind.replied.rawValue),
    ]
    let told = try connection.statement(sql).first(values) { (row) throws(StoreError) in try json.object(row.utf8(0)) }
    guard let told, told["message"]?.int == message else { return "" }
    return told["text"]?.string ?? ""
  }
}
