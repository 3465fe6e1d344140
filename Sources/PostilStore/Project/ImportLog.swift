import PostilModel

/// The imports in the log of events. An import has an event in its first transaction and one in its last, so one that
/// was killed is known by its missing end. How much it brought stands in the table of imports, once.
struct ImportLog {
  let connection: any SQLConnection

  /// The kinds of the two events. They belong to no task and to no annotator.
  private static let beginning = "import"
  private static let end = "import_end"

  // MARK: Writing

  /// Writes that an import begins. The caller has a transaction open.
  func begin(_ number: Int, _ source: ImportSource, _ totals: inout Totals) throws(StoreError) {
    let told = JSONObject([
      ("import", .integer(Int64(number))), ("file", .string(source.file)),
      ("other_files", .array(source.otherFiles.map { .string($0) })), ("format", .string(source.format)),
      ("user", .string(source.user)), ("at", .integer(source.at.milliseconds)),
    ])
    try write(Self.token(number), Self.beginning, source.at, told, &totals)
  }

  /// Writes that an import has come to its end.
  func end(_ number: Int, at: Timestamp, _ totals: inout Totals) throws(StoreError) {
    let told = JSONObject([("import", .integer(Int64(number))), ("at", .integer(at.milliseconds))])
    try write(Self.endToken(number), Self.end, at, told, &totals)
  }

  private func write(
    _ token: String, _ kind: String, _ at: Timestamp, _ told: JSONObject, _ totals: inout Totals
  ) throws(StoreError) {
    totals.events += 1
    try connection.run(
      "INSERT INTO event (number, token, save, at, annotator, task, kind, annotation) VALUES (?, ?, 0, ?, 0, 0, ?, ?)",
      [.integer(totals.events), .text(token), .integer(at.milliseconds), .text(kind), .text(told.jsonText)])
  }

  private static func token(_ number: Int) -> String { "import:\(number)" }
  private static func endToken(_ number: Int) -> String { token(number) + ":end" }

  // MARK: Reading

  /// The import of an event; nil when the event is the end of one.
  func event(_ number: Int, kind: String, told: JSONObject) throws(StoreError) -> ImportEvent? {
    if kind == Self.end { return nil }
    guard kind == Self.beginning, let file = told["file"]?.string, let serial = told["import"]?.int else {
      throw .damaged(reason: "event \(number) does not read")
    }
    let isFinished =
      try connection.integer("SELECT 1 FROM event WHERE token = ?", [.text(Self.endToken(serial))]) != nil
    var event = ImportEvent(
      number: number, importNumber: serial, at: Timestamp(milliseconds: Int64(told["at"]?.int ?? 0)),
      user: told["user"]?.string ?? "", file: file,
      otherFiles: (told["other_files"]?.array ?? []).compactMap(\.string), format: told["format"]?.string ?? "",
      isFinished: isFinished)
    let sql = "SELECT tasks, suggestions, annotations FROM import WHERE number = ?"
    let counts = try connection.statement(sql).first([.integer(serial)]) { (row) throws(StoreError) in
      (row.integer(0), row.integer(1), row.integer(2))
    }
    if let counts { (event.tasks, event.suggestions, event.annotations) = counts }
    return event
  }

  /// The imports that have no event, for they were made before imports had one; earlier first. Those that brought
  /// nothing are left out: the table has such rows for where restored records came from, too.
  func withoutEvent() throws(StoreError) -> [ImportEvent] {
    let sql = """
      SELECT number, at, file, format, tasks, suggestions, annotations FROM import
      WHERE tasks + suggestions + annotations > 0 ORDER BY at, number
      """
    let imports = try connection.statement(sql).all { (row) throws(StoreError) in
      ImportEvent(
        number: nil, importNumber: row.integer(0), at: Timestamp(milliseconds: Int64(row.integer(1))),
        file: row.text(2), format: row.text(3), tasks: row.integer(4), suggestions: row.integer(5),
        annotations: row.integer(6))
    }
    var found: [ImportEvent] = []
    for one in imports {
      let token = SQLValue.text(Self.token(one.importNumber))
      if try connection.integer("SELECT 1 FROM event WHERE token = ?", [token]) == nil { found.append(one) }
    }
    return found
  }
}
