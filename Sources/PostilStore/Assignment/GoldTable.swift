import PostilModel

/// The tasks whose answers are known, and who met them. The caller has a transaction open.
struct GoldTable {
  let connection: any SQLConnection
  private let json = StoredJSON()

  init(_ connection: any SQLConnection) { self.connection = connection }

  private static let columns = "task, answers, explanation, qualification, promoted"

  // MARK: Reading

  /// A gold task; nil when the task is none.
  func task(_ number: Int) throws(StoreError) -> GoldTask? {
    try connection.statement("SELECT \(Self.columns) FROM gold WHERE task = ?").first([.integer(number)]) {
      (row) throws(StoreError) in try gold(from: row)
    }
  }

  /// All of them, by number.
  func all() throws(StoreError) -> [GoldTask] {
    try connection.statement("SELECT \(Self.columns) FROM gold ORDER BY task").all { (row) throws(StoreError) in
      try gold(from: row)
    }
  }

  private func gold(from row: any SQLStatement) throws(StoreError) -> GoldTask {
    GoldTask(
      task: row.integer(0), answers: try json.answers(row.utf8(1)), explanation: row.text(2),
      isQualification: row.integer(3) == 1, isPromoted: row.integer(4) == 1)
  }

  /// The first gold task after a number that somebody has neither answered, nor holds, nor asked about, and can do.
  ///
  /// - Parameter needs: The numbers of what they can do.
  func first(
    after number: Int, isQualification: Bool, for annotator: Int, needs: [Int]
  ) throws(StoreError) -> Int? {
    let whose = SQLValue.integer(annotator)
    let statement = try connection.statement(
      """
      SELECT g.task, COALESCE(p.need, 0) FROM gold g LEFT JOIN pool p ON p.task = g.task
      WHERE g.qualification = ? AND g.task > ?
        AND NOT EXISTS (SELECT 1 FROM annotation a WHERE a.task = g.task AND a.annotator = ?)
        AND NOT EXISTS (SELECT 1 FROM lease l WHERE l.task = g.task AND l.annotator = ?)
        AND NOT EXISTS (SELECT 1 FROM ask k WHERE k.task = g.task AND k.asker = ?)
      ORDER BY g.task
      """)
    statement.bind([.flag(isQualification), .integer(number), whose, whose, whose])
    defer { statement.reset() }
    while try statement.step() {
      if needs.contains(statement.integer(1)) { return statement.integer(0) }
    }
    return nil
  }

  /// Whether somebody's first answer to a task that was gold then met it; nil when there is none.
  func noted(_ task: Int, annotator: Int) throws(StoreError) -> Bool? {
    try connection.integer(
      "SELECT correct FROM gold_result WHERE annotator = ? AND task = ?", [.integer(annotator), .integer(task)]
    ).map { $0 == 1 }
  }

  // MARK: Writing

  /// Makes a task gold, or changes what is known of it. Verdicts that were given are given again. What was promoted stays
  /// so until its answers are others: telling them again, say with an explanation, does not make them known from elsewhere.
  func set(_ gold: GoldTask) throws(StoreError) {
    try connection.run(
      """
      INSERT INTO gold (task, answers, explanation, qualification, promoted) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (task) DO UPDATE SET answers = excluded.answers, explanation = excluded.explanation,
        qualification = excluded.qualification,
        promoted = CASE WHEN gold.answers = excluded.answers AND gold.promoted = 1 THEN 1 ELSE excluded.promoted END
      """,
      [
        .integer(gold.task), .text(AnnotationCodec.answers(gold.answers).jsonText), .text(gold.explanation),
        .flag(gold.isQualification), .flag(gold.isPromoted),
      ])
    let results = try connection.statement("SELECT annotator, answers FROM gold_result WHERE task = ?")
      .all([.integer(gold.task)]) { (row) throws(StoreError) in (row.integer(0), try json.answers(row.utf8(1))) }
    for (person, answers) in results {
      try connection.run(
        "UPDATE gold_result SET correct = ? WHERE annotator = ? AND task = ?",
        [.flag(gold.isMet(by: answers)), .integer(person), .integer(gold.task)])
    }
  }

  /// Makes a task an ordinary one again. Verdicts stay out of sight, for when it becomes gold once more.
  func drop(_ task: Int) throws(StoreError) {
    try connection.run("DELETE FROM gold WHERE task = ?", [.integer(task)])
  }

  /// Gives a verdict on the first submit of a gold task, for good: what is answered after that may come from being told.
  /// What was submitted before the task became gold has no verdict.
  func note(
    _ gold: GoldTask, annotator: Int, old: Annotation?, new: Annotation
  ) throws(StoreError) {
    guard new.state == .submitted, old?.state != .submitted else { return }
    try connection.run(
      """
      INSERT INTO gold_result (annotator, task, correct, answers) VALUES (?, ?, ?, ?)
      ON CONFLICT (annotator, task) DO NOTHING
      """,
      [
        .integer(annotator), .integer(gold.task), .flag(gold.isMet(by: new.answers)),
        .text(AnnotationCodec.answers(new.answers).jsonText),
      ])
  }
}
