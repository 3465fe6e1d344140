import PostilModel

extension GoldTable {
  /// The verdicts on those who have said something about a task, by name. Who is not among the names is left out.
  func verdicts(ofTask task: Int, names: [Int: String]) throws(StoreError) -> [String: Bool] {
    let sql = """
      SELECT r.annotator, r.correct FROM annotation a
      JOIN gold_result r ON r.annotator = a.annotator AND r.task = a.task WHERE a.task = ?
      """
    let found = try connection.statement(sql).all([.integer(task)]) { (row) throws(StoreError) in
      (names[row.integer(0)], row.integer(1) == 1)
    }
    return Dictionary(found.compactMap { name, isRight in name.map { ($0, isRight) } }) { one, _ in one }
  }
}
