import PostilModel

/// Reads rows of the table `annotation`.
struct AnnotationTable {
  /// The columns that `annotation(from:at:)` reads, in their order.
  static let columns =
    "revision, state, flagged, saved_at, active_ms, answers, comment, skip_reason, guidelines, shown, keys"
  private let json = StoredJSON()

  /// The annotation in a row whose columns begin at `start`.
  func annotation(from row: any SQLStatement, at start: Int = 0) throws(StoreError) -> Annotation {
    Annotation(
      state: AnnotationState(code: row.integer(start + 1)), answers: try json.answers(row.utf8(start + 5)),
      isFlagged: row.integer(start + 2) == 1, comment: row.text(start + 6), skipReason: row.text(start + 7),
      guidelinesVersion: row.text(start + 8), activeMilliseconds: row.integer(start + 4),
      keysPressed: row.integer(start + 10), revision: row.integer(start),
      savedAt: Timestamp(milliseconds: Int64(row.integer(start + 3))),
      shown: try json.shown(row.utf8(start + 9)))
  }

  /// What an annotator said about a task.
  func annotation(
    ofTask task: Int, by annotator: Int, in connection: any SQLConnection
  ) throws(StoreError) -> Annotation? {
    try connection.statement("SELECT \(Self.columns) FROM annotation WHERE task = ? AND annotator = ?")
      .first([.integer(task), .integer(annotator)]) { (row) throws(StoreError) in try annotation(from: row) }
  }
}
