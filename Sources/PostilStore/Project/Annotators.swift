/// The numbers that the tables use for annotators' names.
enum Annotators {
  /// A number that no annotator has: looks for nobody's rows.
  static let nobody = -1

  /// The number of a name, or `nobody`.
  static func number(of name: String, in connection: any SQLConnection) throws(StoreError) -> Int {
    try connection.integer("SELECT number FROM annotator WHERE name = ?", [.text(name)]) ?? nobody
  }

  /// The number of a name, which gets one if it has none yet.
  static func makeNumber(of name: String, in connection: any SQLConnection) throws(StoreError) -> Int {
    let known = try number(of: name, in: connection)
    if known != nobody { return known }
    let next = try connection.integer("SELECT COALESCE(MAX(number), 0) + 1 FROM annotator") ?? 1
    try connection.run("INSERT INTO annotator (number, name) VALUES (?, ?)", [.integer(next), .text(name)])
    return next
  }

  /// All names by number.
  static func names(in connection: any SQLConnection) throws(StoreError) -> [Int: String] {
    let pairs = try connection.statement("SELECT number, name FROM annotator")
      .all { (row) throws(StoreError) in (row.integer(0), row.text(1)) }
    return Dictionary(uniqueKeysWithValues: pairs)
  }
}
