import PostilModel

/// One change of an annotation, with all that hangs on it: answers, counters, stretches, and the event.
/// The caller has a transaction open.
struct AnnotationChange {
  let connection: any SQLConnection
  let task: Int
  let annotator: Int
  let old: Annotation?
  let new: Annotation
  /// How tasks are handed out; nil where nobody is kept from answering.
  var plan: AssignmentPlan?

  /// What the log says of it.
  struct Entry {
    var kind: AnnotationEvent.Kind
    var at: Timestamp
    var token: String?
    /// The number among the saves; 0 for what came with an import.
    var save: Int
  }

  /// Writes the change.
  func write(_ entry: Entry, _ totals: inout Totals) throws(StoreError) {
    let places = PlaceChange(self, at: entry.at)
    try places.prepare(tasks: totals.tasks)
    try writeRow()
    if old?.answers ?? [:] != new.answers { try writeAnswers() }
    try writeRuns()
    try countSubmitted(&totals)
    if annotator > 0 {
      if isOtherAnswer {
        try StandingTable(connection).answersChanged(task)
      } else {
        try StandingTable(connection).markStale(task)
      }
      try places.write(&totals)
    }
    try count(entry)
    totals.events += 1
    try connection.run(
      "INSERT INTO event (number, token, save, at, annotator, task, kind, annotation) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      [
        .integer(totals.events), entry.token.map { .text($0) } ?? .null, .integer(entry.save),
        .integer(entry.at.milliseconds), .integer(annotator), .integer(task), .text(entry.kind.rawValue),
        .text(AnnotationCodec.object(new).jsonText),
      ])
  }

  private func writeRow() throws(StoreError) {
    let suggestions = try SuggestionTable().suggestions(ofTask: task, in: connection)
    let sql = """
      INSERT INTO annotation (task, annotator, revision, state, flagged, commented, differs, saved_at, active_ms,
        answers, comment, skip_reason, guidelines, shown, keys)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (task, annotator) DO UPDATE SET revision = excluded.revision, state = excluded.state,
        flagged = excluded.flagged, commented = excluded.commented, differs = excluded.differs,
        saved_at = excluded.saved_at, active_ms = excluded.active_ms, answers = excluded.answers,
        comment = excluded.comment, skip_reason = excluded.skip_reason, guidelines = excluded.guidelines,
        shown = excluded.shown, keys = excluded.keys
      """
    try connection.run(
      sql,
      [
        .integer(task), .integer(annotator), .integer(new.revision), .integer(new.state.code), .flag(new.isFlagged),
        .flag(!new.comment.isEmpty), .integer(SuggestionTable.compare(new, with: suggestions).rawValue),
        .integer(new.savedAt.milliseconds), .integer(new.activeMilliseconds),
        .text(AnnotationCodec.answers(new.answers).jsonText), .text(new.comment), .text(new.skipReason),
        .text(new.guidelinesVersion), .text(new.shown.isEmpty ? "" : new.shownObject.jsonText),
        .integer(new.keysPressed),
      ])
  }

  private func writeAnswers() throws(StoreError) {
    let whose: [SQLValue] = [.integer(task), .integer(annotator)]
    if old != nil { try connection.run("DELETE FROM answer WHERE task = ? AND annotator = ?", whose) }
    for (question, answer) in new.answers {
      try connection.run("INSERT INTO question (name) VALUES (?) ON CONFLICT (name) DO NOTHING", [.text(question)])
      for (place, value) in AnswerRows.values(of: answer).enumerated() {
        try connection.run(
          "INSERT INTO answer (task, annotator, question, place, value) VALUES (?, ?, ?, ?, ?)",
          whose + [.text(question), .integer(place), .text(value)])
      }
    }
  }

  /// Whether what others see of it has changed, and not a flag or a comment alone.
  private var isOtherAnswer: Bool {
    (old?.state == .submitted) != (new.state == .submitted)
      || (new.state == .submitted && old?.answers != new.answers)
  }

  private var wasDone: Bool { old?.state.isDone ?? false }

  private func writeRuns() throws(StoreError) {
    let runs = DoneRuns(connection: connection, annotator: annotator)
    if new.state.isDone, !wasDone { try runs.insert(task) }
    if !new.state.isDone, wasDone { try runs.takeOut(task) }
  }

  private func countSubmitted(_ totals: inout Totals) throws(StoreError) {
    let change = delta { $0.state == .submitted }
    guard change != 0, !Annotators.isSource(annotator) else { return }
    let others = try connection.integer(
      "SELECT 1 FROM annotation WHERE task = ? AND annotator <> ? AND annotator > 0 AND state = 2 LIMIT 1",
      [.integer(task), .integer(annotator)])
    if others == nil { totals.submittedTasks += change }
  }

  private func count(_ entry: Entry) throws(StoreError) {
    let at = SQLValue.integer(entry.save > 0 ? entry.at.milliseconds : 0)
    let sql = """
      INSERT INTO progress (annotator, submitted, skipped, flagged, saves, first_saved, last_saved)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (annotator) DO UPDATE SET submitted = progress.submitted + excluded.submitted,
        skipped = progress.skipped + excluded.skipped, flagged = progress.flagged + excluded.flagged,
        saves = progress.saves + excluded.saves,
        first_saved = CASE WHEN progress.first_saved = 0 OR (excluded.first_saved > 0
          AND excluded.first_saved < progress.first_saved) THEN excluded.first_saved ELSE progress.first_saved END,
        last_saved = CASE WHEN excluded.last_saved > progress.last_saved
          THEN excluded.last_saved ELSE progress.last_saved END
      """
    let isSave = entry.save > 0
    try connection.run(
      sql,
      [
        .integer(annotator), .integer(delta { $0.state == .submitted }), .integer(delta { $0.state == .skipped }),
        .integer(delta { $0.isFlagged }), .flag(isSave), at, at,
      ])
    guard isSave else { return }
    try connection.run(
      """
      INSERT INTO pace (annotator, hour, saves, done, submitted) VALUES (?, ?, 1, ?, ?)
      ON CONFLICT (annotator, hour) DO UPDATE SET saves = pace.saves + 1, done = pace.done + excluded.done,
        submitted = pace.submitted + excluded.submitted
      """,
      [
        .integer(annotator), .integer(entry.at.milliseconds / 3_600_000), .integer(delta { $0.state.isDone }),
        .integer(delta { $0.state == .submitted }),
      ])
  }

  /// How a count of annotations of some kind changes: −1, 0 or 1.
  private func delta(_ isCounted: (Annotation) -> Bool) -> Int {
    (isCounted(new) ? 1 : 0) - (old.map(isCounted) == true ? 1 : 0)
  }
}
