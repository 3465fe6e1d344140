import PostilModel

/// Reads rows of the table `suggestion`, and compares answers with them.
struct SuggestionTable {
  /// The columns that `suggestion(from:at:)` reads, in their order.
  static let columns = "question, model, score, answer"
  private let json = StoredJSON()

  /// How a submitted annotation stands to the suggestions of its task: the numbers in `annotation.differs`.
  enum Comparison: Int {
    /// Not submitted, or nothing proposed for what was answered.
    case none = 0
    /// Every answer is as proposed.
    case agrees = 1
    /// Some answer is not as proposed.
    case differs = 2
  }

  /// The suggestion in a row whose columns begin at `start`.
  func suggestion(from row: any SQLStatement, at start: Int = 0) throws(StoreError) -> Suggestion {
    Suggestion(
      question: row.text(start), answer: try json.value(row.utf8(start + 3)), model: row.text(start + 1),
      score: row.isNull(start + 2) ? nil : row.double(start + 2))
  }

  /// What was proposed for a task, in the order of import.
  func suggestions(ofTask task: Int, in connection: any SQLConnection) throws(StoreError) -> [Suggestion] {
    try connection.statement("SELECT \(Self.columns) FROM suggestion WHERE task = ? ORDER BY place")
      .all([.integer(task)]) { (row) throws(StoreError) in try suggestion(from: row) }
  }

  /// Compares an annotation with suggestions. Questions without an answer do not count.
  static func compare(_ annotation: Annotation, with suggestions: [Suggestion]) -> Comparison {
    guard annotation.state == .submitted else { return .none }
    var result = Comparison.none
    for suggestion in suggestions {
      guard let answer = annotation.answers[suggestion.question] else { continue }
      guard isSame(answer, suggestion.answer) else { return .differs }
      result = .agrees
    }
    return result
  }

  /// 4 and 4.0 are one answer.
  private static func isSame(_ one: JSONValue, _ other: JSONValue) -> Bool {
    if let one = one.double, let other = other.double { return one == other }
    return one == other
  }
}
