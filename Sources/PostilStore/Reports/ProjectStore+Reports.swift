extension ProjectStore {
  /// Gives all that people and models have said, task by task, from one unchanging picture of the project. Tasks about
  /// which nothing was said are left out, and so are judgements that came with files.
  ///
  /// - Parameters:
  ///   - survey: Takes what there is beside the judgements, before the first of them.
  ///   - body: Takes a task.
  public func judgedTasks(
    survey: (JudgementSurvey) -> Void, body: (borrowing JudgedTask) -> Void
  ) throws(StoreError) {
    try engine.read { (connection) throws(StoreError) in
      survey(try SurveyReading(connection).survey())
      let cursor = try JudgedCursor(connection)
      var task = JudgedTask()
      while try cursor.read(into: &task) { body(task) }
    }
  }

  /// What a report needs beside the judgements.
  public func judgementSurvey() throws(StoreError) -> JudgementSurvey {
    try engine.read { (connection) throws(StoreError) in try SurveyReading(connection).survey() }
  }
}
