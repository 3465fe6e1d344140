public import PostilModel

/// Reads the whole history of a project, the oldest first: imports, and what everybody did to the tasks.
///
/// It reads some hundred events at a time and holds no picture of the database meanwhile, so a slow reader is in nobody's
/// way. What happens after it was made is not in it.
public struct ProjectLog {
  private static let pageLength = 512

  private let engine: any SQLEngine
  private let end: Int
  private var last = 0
  private var page: ArraySlice<ProjectEvent> = []
  // As many as somebody ran `import` with an old Postil: few.
  private var imports: ArraySlice<ImportEvent>

  init(_ engine: any SQLEngine) throws(StoreError) {
    self.engine = engine
    (end, imports) = try engine.read { (connection) throws(StoreError) in
      (try Totals(connection).events, try ImportLog(connection: connection).withoutEvent()[...])
    }
  }

  /// The next event; nil after the newest.
  public mutating func next() throws(StoreError) -> ProjectEvent? {
    while page.isEmpty, last < end { try turnPage() }
    // Imports from before they had events stand where their time puts them, before what was done to their tasks.
    if let one = imports.first, page.first.map({ one.at <= $0.at }) ?? true {
      imports.removeFirst()
      return .imported(one)
    }
    return page.popFirst()
  }

  private mutating func turnPage() throws(StoreError) {
    let first = last + 1
    last = min(end, last + Self.pageLength)
    let through = last
    page = try engine.read { (connection) throws(StoreError) in
      try Self.events(from: first, through: through, in: connection)[...]
    }
  }

  private static func events(
    from first: Int, through last: Int, in connection: any SQLConnection
  ) throws(StoreError) -> [ProjectEvent] {
    let json = StoredJSON()
    let names = try Annotators.names(in: connection)
    let imports = ImportLog(connection: connection)
    let management = ManagementLog(connection)
    let sql = """
      SELECT e.number, e.at, e.annotator, e.task, e.kind, e.annotation, t.id
      FROM event e LEFT JOIN task t ON t.number = e.task WHERE e.number BETWEEN ? AND ? ORDER BY e.number
      """
    let values: [SQLValue] = [.integer(first), .integer(last)]
    let events = try connection.statement(sql).all(values) { (row) throws(StoreError) -> ProjectEvent? in
      let number = row.integer(0)
      if let event = try management.event(from: row, names: names) { return .managed(event, id: row.text(6)) }
      if row.integer(3) == 0 {
        return try imports.event(number, kind: row.text(4), told: try json.object(row.utf8(5))).map { .imported($0) }
      }
      guard let kind = AnnotationEvent.Kind(rawValue: row.text(4)),
        let annotation = AnnotationCodec.annotation(try json.value(row.utf8(5)))
      else { throw StoreError.damaged(reason: "event \(number) does not read") }
      let event = AnnotationEvent(
        number: number, at: Timestamp(milliseconds: Int64(row.integer(1))), annotator: names[row.integer(2)] ?? "",
        task: row.integer(3), kind: kind, annotation: annotation)
      return .annotated(event, id: row.text(6))
    }
    return events.compactMap { $0 }
  }
}

extension ProjectStore {
  /// The whole history of the project as it is now, to be read from the oldest on.
  public func log() throws(StoreError) -> ProjectLog { try ProjectLog(engine) }
}
