import PostilModel

extension MessageTable {
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
