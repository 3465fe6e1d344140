import PostilModel

/// How somebody stands to the tasks of the qualification.
struct Qualification {
  /// Whether some that they were given wait for an answer.
  let isPending: Bool
  /// How many they have answered right.
  let right: Int
  /// How many they were given and have answered or skipped.
  let answered: Int

  init(_ connection: any SQLConnection, _ annotator: Int) throws(StoreError) {
    let whose = SQLValue.integer(annotator)
    isPending =
      try connection.integer(
        """
        SELECT 1 FROM lease l JOIN gold g ON g.task = l.task WHERE l.annotator = ? AND g.qualification = 1 LIMIT 1
        """, [whose]) != nil
    let counts = try connection.statement(
      """
      SELECT COUNT(r.task), COALESCE(SUM(r.correct), 0) FROM gold g JOIN gold_result r ON r.task = g.task
      WHERE g.qualification = 1 AND r.annotator = ?
      """
    ).first([whose]) { (row) throws(StoreError) in (row.integer(0), row.integer(1)) }
    let skipped = try connection.integer(
      """
      SELECT COUNT(*) FROM gold g JOIN annotation a ON a.task = g.task
      WHERE g.qualification = 1 AND a.annotator = ? AND a.state = 3
        AND NOT EXISTS (SELECT 1 FROM gold_result r WHERE r.annotator = a.annotator AND r.task = a.task)
      """, [whose])
    right = counts?.1 ?? 0
    answered = (counts?.0 ?? 0) + (skipped ?? 0)
  }
}
