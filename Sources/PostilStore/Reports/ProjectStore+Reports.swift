extension ProjectStore {
  /// Gives all that people and models have said, task by task, from one unchanging picture of the project. Tasks about
  /// which nothing was said are left out, and so are judgements that came with files.
  ///
  /// - Parameters:
  ///   - annotatorsPerTask: How many answers a task wants for which nothing else is known.
  ///   - isHandedOut: Whether the project hands tasks out.
  ///   - survey: Takes what there is beside the judgements, and how many answers are still wanted, before the first of
  ///     them.
  ///   - body: Takes a task.
  public func judgedTasks(
    annotatorsPerTask: Int, isHandedOut: Bool, survey: (JudgementSurvey, _ openAnswers: Int) -> Void,
    body: (borrowing JudgedTask) -> Void
  ) throws(StoreError) {
    try engine.read { (connection) throws(StoreError) in
      let open = try OpenAnswers(connection).count(annotatorsPerTask: annotatorsPerTask, isHandedOut: isHandedOut)
      survey(try SurveyReading(connection).survey(), open)
      let cursor = try JudgedCursor(
        connection, annotatorsPerTask: annotatorsPerTask, isHandedOut: isHandedOut)
      var task = JudgedTask()
      while try cursor.read(into: &task) { body(task) }
    }
  }

  /// How many answers of people are still wanted: of each task that is not settled those that it has too few.
  ///
  /// - Parameters:
  ///   - annotatorsPerTask: How many answers a task wants for which nothing else is known.
  ///   - isHandedOut: Whether the project hands tasks out.
  public func openAnswers(annotatorsPerTask: Int, isHandedOut: Bool) throws(StoreError) -> Int {
    try engine.read { (connection) throws(StoreError) in
      try OpenAnswers(connection).count(annotatorsPerTask: annotatorsPerTask, isHandedOut: isHandedOut)
    }
  }

  /// What a report needs beside the judgements.
  public func judgementSurvey() throws(StoreError) -> JudgementSurvey {
    try engine.read { (connection) throws(StoreError) in try SurveyReading(connection).survey() }
  }
}
