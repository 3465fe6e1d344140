import PostilModel

/// `csv` and `tsv`: a row an annotation, in whatever state, with the columns id, number, the fields, metadata (as JSON),
/// annotator, state, flagged, comment, skip_reason, saved_at, then one for each question. Labels of a list are joined with
/// `|`; a number of a question that takes fractions has a point, as in `rows`.
///
/// Quoting is RFC 4180's, for tabs as well: a cell with the delimiter, a quote or a line's end is quoted. Lines end in LF.
/// Text is not altered: a cell that begins with `=`, `+`, `-` or `@` stays so, and a spreadsheet may take it for a formula.
struct DelimitedWriter: RecordWriter {
  private let layout: ExportLayout
  private let delimiter: UInt8
  private let columns: FieldColumns
  private var shared: [UInt8] = []
  private var cell: [UInt8] = []

  init(_ layout: ExportLayout, delimiter: UInt8) {
    self.layout = layout
    self.delimiter = delimiter
    columns = FieldColumns(layout.fields)
  }

  mutating func begin(into out: inout [UInt8]) {
    let before = ["id", "number"]
    let after = ["metadata", "annotator", "state", "flagged", "comment", "skip_reason", "saved_at"]
    let names = RowColumns(layout, fixed: before + after)
    for (index, name) in (before + names.fields + after + names.questions).enumerated() {
      if index > 0 { out.append(delimiter) }
      append(name, to: &out)
    }
    out.append(0x0A)
  }

  mutating func write(_ record: borrowing ExportedRecord, into out: inout [UInt8], tally: inout ExportTally) {
    tally.tasks += 1
    shared.removeAll(keepingCapacity: true)
    var isAnswered = false
    for named in record.annotations where layout.annotator == nil || named.annotator == layout.annotator {
      if shared.isEmpty { appendShared(record) }
      isAnswered = true
      out.append(contentsOf: shared)
      append(named, to: &out)
      tally.written += 1
    }
    if !isAnswered { tally.leaveOut("task without an annotation") }
  }

  private mutating func appendShared(_ record: borrowing ExportedRecord) {
    append(record.id, to: &shared)
    shared.append(delimiter)
    shared.append(decimal: record.number)
    columns.forEach(record.fields) { _, value in
      shared.append(delimiter)
      cell.removeAll(keepingCapacity: true)
      if value.first == UInt8(ascii: "\"") {
        value.appendUnescaped(to: &cell)
      } else {
        cell.append(contentsOf: value)
      }
      cell.withUnsafeBytes { append($0, to: &shared) }
    }
    shared.append(delimiter)
    append(record.metadata, to: &shared)
  }

  private func append(_ named: ImportedRecord.AnnotatorsAnnotation, to out: inout [UInt8]) {
    let annotation = named.annotation
    out.append(delimiter)
    append(named.annotator, to: &out)
    out.append(delimiter)
    append(annotation.state.rawValue, to: &out)
    out.append(delimiter)
    out.append(literal: annotation.isFlagged ? "true" : "false")
    out.append(delimiter)
    append(annotation.comment, to: &out)
    out.append(delimiter)
    append(annotation.skipReason, to: &out)
    out.append(delimiter)
    append(annotation.savedAt.iso8601, to: &out)
    for question in layout.questions {
      out.append(delimiter)
      append(Self.text(annotation.answers[question.name].map { question.kind.tableValue(of: $0) }), to: &out)
    }
    out.append(0x0A)
  }

  private static func text(_ answer: JSONValue?) -> String {
    switch answer {
    case nil, .null: ""
    case .string(let text): text
    case .array(let elements) where elements.allSatisfy({ $0.string != nil }):
      elements.compactMap(\.string).joined(separator: "|")
    case .some(let other): other.jsonText
    }
  }

  private func append(_ text: String, to out: inout [UInt8]) { out.append(cell: text, delimiter: delimiter) }

  private func append(_ text: UnsafeRawBufferPointer, to out: inout [UInt8]) {
    out.append(cell: text, delimiter: delimiter)
  }
}
