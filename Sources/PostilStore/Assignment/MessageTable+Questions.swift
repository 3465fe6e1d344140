import PostilModel

extension MessageTable {
  /// What somebody wrote or was written to about a task, and the questions that are with nobody and that they could
  /// answer with what they say to the task that they hold; earlier first.
  func messages(ofTask task: Int, for annotator: String, names: [Int: String]) throws(StoreError) -> [ThreadMessage] {
    let all = try messages(ofTask: task, names: names)
    let own = all.filter { $0.from == annotator || $0.to == annotator }
    guard all.contains(where: { $0.isForAnybody && $0.from != annotator }) else { return own }
    let whose = try Annotators.number(of: annotator, in: connection)
    let askers = Set(try Asks(connection).askers(task: task, heldBy: whose).compactMap { names[$0] })
    return all.filter {
      $0.from == annotator || $0.to == annotator || ($0.isForAnybody && askers.contains($0.from))
    }
  }

  /// The tasks that somebody holds about which others ask what they could answer, each with the number of the newest of
  /// those questions.
  func questions(toHolder annotator: String) throws(StoreError) -> [Int: Int] {
    let whose = SQLValue.integer(try Annotators.number(of: annotator, in: connection))
    let tasks = try connection.statement(
      """
      SELECT l.task FROM lease l WHERE l.annotator = ?
        AND EXISTS (SELECT 1 FROM ask k WHERE k.task = l.task AND k.state = 0 AND k.asker <> ?)
      """
    ).all([whose, whose]) { (row) throws(StoreError) in row.integer(0) }
    guard !tasks.isEmpty else { return [:] }
    let names = try Annotators.names(in: connection)
    var found: [Int: Int] = [:]
    for task in tasks {
      let question = try messages(ofTask: task, for: annotator, names: names).last {
        $0.isForAnybody && $0.from != annotator
      }
      if let question { found[task] = question.number }
    }
    return found
  }

  /// Writes a question, which is for nobody yet.
  func addQuestion(task: Int, from asker: Int, at: Timestamp, text: String) throws(StoreError) {
    try add(ThreadMessage(task: task, kind: .question, from: try name(of: asker), at: at, text: text))
  }

  /// Writes the answer to somebody's question.
  func addAnswer(
    task: Int, from expert: Int, to asker: Int, at: Timestamp, _ annotation: Annotation
  ) throws(StoreError) {
    try add(
      ThreadMessage(
        task: task, kind: .answer, from: try name(of: expert), to: try name(of: asker), at: at,
        text: annotation.comment, answers: annotation.answers))
  }

  /// Tells somebody that nobody is left who could answer their question.
  func addUnanswered(task: Int, to asker: Int, at: Timestamp, skill: String) throws(StoreError) {
    let text = "Nobody who has \(skill) is left to answer this. Answer it as you see it, or skip it."
    try add(ThreadMessage(task: task, kind: .unanswered, from: "", to: try name(of: asker), at: at, text: text))
  }

  /// Says for whom somebody's question about a task is now; 0 for nobody.
  func addressQuestion(task: Int, from asker: Int, to expert: Int) throws(StoreError) {
    try connection.run(
      "UPDATE message SET recipient = ?, seen = 0 WHERE task = ? AND sender = ? AND kind = ?",
      [.integer(expert), .integer(task), .integer(asker), .text(ThreadMessage.Kind.question.rawValue)])
  }

  /// Takes somebody's question about a task out.
  func dropQuestion(task: Int, from asker: Int) throws(StoreError) {
    try drop(
      where: "task = ? AND sender = ? AND kind = ?",
      [.integer(task), .integer(asker), .text(ThreadMessage.Kind.question.rawValue)])
  }

  private func name(of number: Int) throws(StoreError) -> String {
    try connection.text("SELECT name FROM annotator WHERE number = ?", [.integer(number)]) ?? ""
  }
}
