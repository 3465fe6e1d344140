import PostilModel

/// The numbers that the tables use for annotators' names.
enum Annotators {
  /// A number that no annotator has: looks for nobody's rows.
  static let nobody = -1

  /// The number of a name, or `nobody`.
  static func number(of name: String, in connection: any SQLConnection) throws(StoreError) -> Int {
    try connection.integer("SELECT number FROM annotator WHERE name = ?", [.text(name)]) ?? nobody
  }

  /// Whether a number is a source's: judgements that an imported file brought along (see `AnnotatorName`).
  static func isSource(_ number: Int) -> Bool { number < nobody }

  /// The number of a name, which gets one if it has none yet. People count up from 1, sources down from −2, so that one
  /// comparison tells them apart.
  static func makeNumber(of name: String, in connection: any SQLConnection) throws(StoreError) -> Int {
    let known = try number(of: name, in: connection)
    if known != nobody { return known }
    let next =
      AnnotatorName.isSource(name)
      ? try connection.integer("SELECT COALESCE(MIN(number), -1) - 1 FROM annotator WHERE number < -1") ?? -2
      : try connection.integer("SELECT COALESCE(MAX(number), 0) + 1 FROM annotator WHERE number > 0") ?? 1
    try connection.run("INSERT INTO annotator (number, name) VALUES (?, ?)", [.integer(next), .text(name)])
    return next
  }

  /// The names of those who have judged something, by number. The roster may have more.
  static func judging(in connection: any SQLConnection) throws(StoreError) -> [Int: String] {
    let sql = "SELECT a.number, a.name FROM annotator a JOIN progress p ON p.annotator = a.number"
    let pairs = try connection.statement(sql).all { (row) throws(StoreError) in (row.integer(0), row.text(1)) }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  /// All names by number.
  static func names(in connection: any SQLConnection) throws(StoreError) -> [Int: String] {
    let pairs = try connection.statement("SELECT number, name FROM annotator")
      .all { (row) throws(StoreError) in (row.integer(0), row.text(1)) }
    return Dictionary(uniqueKeysWithValues: pairs)
  }
}
