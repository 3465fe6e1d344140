/// Reads the texts of tasks and looks for words in them: one scan when most tasks are asked about, else one by one.
final class WordCheck {
  private let search: WordSearch?
  private let statement: any SQLStatement
  private let scan: NumberCursor?

  init(
    _ words: [String], _ connection: any SQLConnection, isSparse: Bool, direction: String
  ) throws(StoreError) {
    search = words.contains { !$0.isEmpty } ? WordSearch(words) : nil
    let sql = "SELECT number, id, fields FROM task "
    statement = try connection.statement(sql + (isSparse ? "WHERE number = ?" : "ORDER BY number \(direction)"))
    scan =
      isSparse || search == nil ? nil : try NumberCursor(statement, [], isDescending: direction == "DESC")
  }

  /// True when all words are in the task. Numbers must come in the direction of the scan.
  func matches(_ number: Int) throws(StoreError) -> Bool {
    guard let search else { return true }
    if let scan {
      return try scan.seek(number) && search.matches(id: statement.utf8(1), fields: statement.utf8(2))
    }
    return try statement.first([.integer(number)]) { (row) throws(StoreError) in
      search.matches(id: row.utf8(1), fields: row.utf8(2))
    } ?? false
  }
}
