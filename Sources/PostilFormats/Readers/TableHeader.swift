import PostilModel

/// The columns of a table, as JSON keys.
struct TableHeader {
  /// The keys, with quotes, by column.
  let keys: [[UInt8]]

  /// The header of a file. Nameless columns are called `column_1`, `column_2` …
  ///
  /// - Throws: `TransferError.header` when two columns have one name, a name is not UTF-8, or a required field has no
  ///   column.
  init(_ cells: [[UInt8]], _ layout: RecordLayout, file: String) throws(TransferError) {
    var names: [String] = []
    for (index, cell) in cells.enumerated() {
      guard let name = String(validating: cell, as: UTF8.self), !cell.contains(0) else {
        throw .header(name: file, reason: "the name of column \(index + 1) is not UTF-8 text")
      }
      let bare = name.drop { $0 == " " }
      let unique = bare.isEmpty ? "column_\(index + 1)" : String(bare)
      if names.contains(unique) { throw .header(name: file, reason: "two columns are called \"\(unique)\"") }
      names.append(unique)
    }
    keys = names.map { Array(jsonKey: $0) }
    if layout.purpose == .annotations || layout.purpose == .gold {
      if let problem = AnswerColumns(layout).problem(withHeader: names) { throw .header(name: file, reason: problem) }
      return
    }
    let columns = names.joined(separator: ", ")
    if layout.purpose == .suggestions {
      let isLong = names.contains("question") && names.contains("answer")
      guard names.contains(layout.column(for: "id")), isLong || names.contains("suggestions") else {
        throw .header(name: file, reason: "suggestions want the columns id, question and answer; it has \(columns)")
      }
      return
    }
    for field in layout.fields where field.isRequired && !names.contains(layout.column(for: field.name)) {
      let column = layout.column(for: field.name)
      throw .header(
        name: file,
        reason: "there is no column \"\(column)\"; it has \(columns). Name another with --map \(field.name)=COLUMN")
    }
  }
}
