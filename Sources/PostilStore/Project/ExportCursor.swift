import PostilModel

/// Reads tasks with their suggestions and annotations: by three cursors side by side, or task by task for a few.
final class ExportCursor {
  private let tasks: any SQLStatement
  private let suggestions: any SQLStatement
  private let annotations: any SQLStatement
  private let isScan: Bool
  private let names: [Int: String]
  private let imports: [Int: Provenance]
  private let resolutions: any SQLStatement
  private let resolutionTable: ResolutionTable
  private var hasResolution = false
  private let suggestionTable = SuggestionTable()
  private let annotationTable = AnnotationTable()
  private var hasTask = false
  private var hasSuggestion = false
  private var hasAnnotation = false

  init(_ connection: any SQLConnection, isScan: Bool) throws(StoreError) {
    self.isScan = isScan
    names = try Annotators.names(in: connection)
    imports = try Self.imports(connection)
    let task = isScan ? "" : "WHERE task = ?"
    tasks = try connection.statement(
      "SELECT number, id, fields, metadata, import, line FROM task "
        + (isScan ? "ORDER BY number" : "WHERE number = ?"))
    suggestions = try connection.statement(
      "SELECT task, \(SuggestionTable.columns) FROM suggestion \(task) ORDER BY task, place")
    annotations = try connection.statement(
      "SELECT task, annotator, \(AnnotationTable.columns) FROM annotation \(task) ORDER BY task, annotator")
    resolutions = try connection.statement("SELECT \(ResolutionTable.columns) FROM resolution \(task) ORDER BY task")
    resolutionTable = ResolutionTable(connection)
    if isScan {
      hasResolution = try resolutions.step()
      hasSuggestion = try suggestions.step()
      hasAnnotation = try annotations.step()
    }
  }

  deinit {
    tasks.reset()
    suggestions.reset()
    annotations.reset()
    resolutions.reset()
  }

  /// Fills a row with a task; false when there is no such task. A scan wants ascending numbers.
  func read(_ number: Int, into row: inout ExportRow) throws(StoreError) -> Bool {
    if !isScan { try find(number) }
    repeat { hasTask = try tasks.step() } while hasTask && isScan && tasks.integer(0) < number
    guard hasTask, tasks.integer(0) == number else { return false }
    row.number = number
    row.id = tasks.utf8(1)
    row.fields = tasks.utf8(2)
    row.metadata = tasks.utf8(3)
    row.provenance = imports[tasks.integer(4)] ?? Provenance()
    row.provenance.line = tasks.integer(5)
    try readSuggestions(number, into: &row)
    try readAnnotations(number, into: &row)
    try readResolution(number, into: &row)
    return true
  }

  private func find(_ number: Int) throws(StoreError) {
    for statement in [tasks, suggestions, annotations, resolutions] {
      statement.reset()
      statement.bind(number, at: 0)
    }
    hasSuggestion = try suggestions.step()
    hasAnnotation = try annotations.step()
    hasResolution = try resolutions.step()
  }

  private func readResolution(_ number: Int, into row: inout ExportRow) throws(StoreError) {
    row.resolution = nil
    while hasResolution, resolutions.integer(0) <= number {
      if resolutions.integer(0) == number {
        row.resolution = try resolutionTable.resolution(from: resolutions, names: names)
      }
      hasResolution = try resolutions.step()
    }
  }

  private func readSuggestions(_ number: Int, into row: inout ExportRow) throws(StoreError) {
    row.suggestions.removeAll(keepingCapacity: true)
    while hasSuggestion, suggestions.integer(0) <= number {
      if suggestions.integer(0) == number {
        row.suggestions.append(try suggestionTable.suggestion(from: suggestions, at: 1))
      }
      hasSuggestion = try suggestions.step()
    }
  }

  private func readAnnotations(_ number: Int, into row: inout ExportRow) throws(StoreError) {
    row.annotations.removeAll(keepingCapacity: true)
    while hasAnnotation, annotations.integer(0) <= number {
      if annotations.integer(0) == number {
        row.annotations.append(
          NamedAnnotation(
            annotator: names[annotations.integer(1)] ?? "",
            annotation: try annotationTable.annotation(from: annotations, at: 2)))
      }
      hasAnnotation = try annotations.step()
    }
  }

  private static func imports(_ connection: any SQLConnection) throws(StoreError) -> [Int: Provenance] {
    let pairs = try connection.statement("SELECT number, file, at FROM import").all { (row) throws(StoreError) in
      (
        row.integer(0),
        Provenance(file: row.text(1), importedAt: Timestamp(milliseconds: Int64(row.integer(2))))
      )
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }
}
