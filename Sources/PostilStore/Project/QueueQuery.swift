import PostilModel

/// A queue filter turned into statements whose results are merged by task number: no join over a million rows, and the
/// first numbers come at once.
struct QueueQuery {
  private let filter: QueueFilter
  private let connection: any SQLConnection
  /// Whose annotations count; nil for anybody's.
  private let annotator: Int?
  private let total: Int

  init(
    _ filter: QueueFilter, annotator: Int?, total: Int, connection: any SQLConnection
  ) {
    self.filter = filter
    self.annotator = annotator
    self.total = total
    self.connection = connection
  }

  /// Gives every matching number in the filter's order, until `each` returns false.
  func run(_ each: (Int) -> Bool) throws(StoreError) {
    if filter.order == .number {
      try merge(isDescending: filter.isDescending, each)
    } else {
      try runOrdered(each)
    }
  }

  // MARK: By number

  private func merge(isDescending: Bool, _ each: (Int) -> Bool) throws(StoreError) {
    let direction = isDescending ? "DESC" : "ASC"
    let wanted = try includes(direction).map { (sql, values) throws(StoreError) in
      try NumberCursor(try connection.statement(sql), values, isDescending: isDescending)
    }
    let unwanted = try excludes(direction).map { (sql, values) throws(StoreError) in
      try NumberCursor(try connection.statement(sql), values, isDescending: isDescending)
    }
    let words = try WordCheck(filter.words, connection, isSparse: !wanted.isEmpty, direction: direction)
    let step = isDescending ? -1 : 1
    var number = isDescending ? total : 1
    next: while number >= 1, number <= total {
      for cursor in wanted where try !cursor.seek(number) {
        guard let later = cursor.current else { return }
        number = later
        continue next
      }
      var isWanted = true
      for cursor in unwanted where try cursor.seek(number) { isWanted = false }
      if isWanted, try words.matches(number), !each(number) { return }
      number += step
    }
  }

  /// Statements with the numbers that must all have the task.
  private func includes(_ direction: String) -> [(String, [SQLValue])] {
    var statements: [(String, [SQLValue])] = []
    if let condition, !matchesUntouched {
      statements.append(
        (
          "SELECT DISTINCT a.task FROM annotation a WHERE \(whose("a")) AND \(condition.sql) "
            + "ORDER BY a.task \(direction)",
          whoseValues + condition.values
        ))
    }
    if annotator != nil {
      for answer in filter.answers {
        let question = answer.question == nil ? "IN (SELECT name FROM question)" : "= ?"
        let sql = """
          SELECT DISTINCT w.task FROM answer w WHERE w.question \(question) AND w.value = ? AND \(whose("w"))
          ORDER BY w.task \(direction)
          """
        let named = answer.question.map { [SQLValue.text($0)] } ?? []
        statements.append((sql, named + [.text(AnswerRows.cut(answer.value))] + whoseValues))
      }
    }
    if filter.hasSuggestion == true { statements.append((suggested(direction), [])) }
    return statements
  }

  /// Statements with the numbers of which none may have the task.
  private func excludes(_ direction: String) -> [(String, [SQLValue])] {
    var statements: [(String, [SQLValue])] = []
    if let condition, matchesUntouched {
      if annotator == nil {
        let sql = """
          SELECT a.task FROM annotation a GROUP BY a.task HAVING MAX(CASE WHEN \(condition.sql) THEN 1 ELSE 0 END) = 0
          ORDER BY a.task \(direction)
          """
        statements.append((sql, condition.values))
      } else {
        let sql =
          "SELECT a.task FROM annotation a WHERE \(whose("a")) AND NOT (\(condition.sql)) ORDER BY a.task \(direction)"
        statements.append((sql, whoseValues + condition.values))
      }
    }
    if filter.hasSuggestion == false { statements.append((suggested(direction), [])) }
    return statements
  }

  private func suggested(_ direction: String) -> String {
    "SELECT DISTINCT task FROM suggestion ORDER BY task \(direction)"
  }

  private func whose(_ table: String) -> String { annotator == nil ? "1 = 1" : "\(table).annotator = ?" }

  private var whoseValues: [SQLValue] { annotator.map { [.integer($0)] } ?? [] }

  /// Whether a task that nobody has touched meets the conditions on annotations.
  private var matchesUntouched: Bool {
    (filter.states.isEmpty || filter.states.contains(.open)) && filter.answers.isEmpty && filter.isFlagged != true
      && filter.hasComment != true && filter.disagreesWithSuggestion == nil
  }

  /// What a row `a` of the annotations must meet; nil when anything will do.
  private var condition: (sql: String, values: [SQLValue])? {
    var parts: [String] = []
    var values: [SQLValue] = []
    let codes = filter.states.map(\.code).sorted()
    if codes.count == 1 { parts.append("a.state = \(codes[0])") }
    if codes.count > 1 { parts.append("a.state IN (" + codes.map(String.init).joined(separator: ", ") + ")") }
    if let isFlagged = filter.isFlagged { parts.append("a.flagged = \(isFlagged ? 1 : 0)") }
    if let hasComment = filter.hasComment { parts.append("a.commented = \(hasComment ? 1 : 0)") }
    if let disagrees = filter.disagreesWithSuggestion { parts.append("a.differs = \(disagrees ? 2 : 1)") }
    if annotator == nil {
      for answer in filter.answers {
        let question = answer.question == nil ? "" : " AND w.question = ?"
        parts.append(
          "EXISTS (SELECT 1 FROM answer w WHERE w.task = a.task AND w.annotator = a.annotator "
            + "AND w.value = ?\(question))"
        )
        values.append(.text(AnswerRows.cut(answer.value)))
        if let question = answer.question { values.append(.text(question)) }
      }
    }
    return parts.isEmpty ? nil : (parts.joined(separator: " AND "), values)
  }

  // MARK: By something else

  /// Finds all that match, then goes through the tasks in the order asked for.
  private func runOrdered(_ each: (Int) -> Bool) throws(StoreError) {
    var isLeft = [Bool](repeating: false, count: total + 1)
    try merge(isDescending: false) { number in
      isLeft[number] = true
      return true
    }
    // The order turned round is the whole sequence backwards, so what has no place of its own then comes first.
    if filter.isDescending, !giveRest(&isLeft, try placed(), each) { return }
    let (sql, values) = order
    let statement = try connection.statement(sql)
    statement.bind(values)
    defer { statement.reset() }
    while try statement.step() {
      let number = statement.integer(0)
      guard number <= total, isLeft[number] else { continue }
      isLeft[number] = false
      if !each(number) { return }
    }
    if !filter.isDescending { _ = giveRest(&isLeft, [], each) }
  }

  /// The numbers that the order's statement will give, when it does not give all.
  private func placed() throws(StoreError) -> Set<Int> {
    guard filter.order == .changed || filter.order == .uncertain else { return Set(0...total) }
    let (sql, values) = order
    return Set(try connection.statement(sql).all(values) { (row) throws(StoreError) in row.integer(0) })
  }

  private func giveRest(_ isLeft: inout [Bool], _ placed: Set<Int>, _ each: (Int) -> Bool) -> Bool {
    for index in 1..<max(1, total + 1) {
      let number = filter.isDescending ? total + 1 - index : index
      guard isLeft[number], !placed.contains(number) else { continue }
      isLeft[number] = false
      if !each(number) { return false }
    }
    return true
  }

  private var order: (String, [SQLValue]) {
    let down = filter.isDescending ? "ASC" : "DESC"
    let up = filter.isDescending ? "DESC" : "ASC"
    switch filter.order {
    case .number, .id: return ("SELECT number FROM task ORDER BY id \(up)", [])
    case .length: return ("SELECT number FROM task ORDER BY length \(down), number \(up)", [])
    case .changed:
      if annotator == nil {
        return ("SELECT task FROM annotation GROUP BY task ORDER BY MAX(saved_at) \(down), task \(up)", [])
      }
      return (
        "SELECT task FROM annotation WHERE annotator = ? ORDER BY saved_at \(down), task \(up)", whoseValues
      )
    case .uncertain:
      let sql = """
        SELECT task FROM suggestion WHERE score IS NOT NULL GROUP BY task ORDER BY MIN(score) \(up), task \(up)
        """
      return (sql, [])
    }
  }
}
