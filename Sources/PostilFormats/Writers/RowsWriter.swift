import PostilModel

/// `rows`: one flat object a line for each submitted annotation, every line with the same keys in the same order: id, number,
/// the fields, metadata (as JSON text), annotator, flagged, comment, saved_at, then an answer a question, `null` where
/// there is none. What `datasets.load_dataset("json")` takes as a table.
///
/// A question whose name is taken already (by a field, say) is called `NAME_answer`. Answers to a `number` question that
/// takes fractions are always written with a point, so that the column has one type.
struct RowsWriter: RecordWriter {
  private let layout: ExportLayout
  private let columns: FieldColumns
  private let fieldKeys: [[UInt8]]
  private let answerKeys: [[UInt8]]
  private var stamps = StampCache()
  private var shared: [UInt8] = []

  init(_ layout: ExportLayout) {
    self.layout = layout
    columns = FieldColumns(layout.fields)
    let names = RowColumns(layout, fixed: ["id", "number", "metadata", "annotator", "flagged", "comment", "saved_at"])
    fieldKeys = names.fields.map { [UInt8(ascii: ",")] + Array(jsonKey: $0) + [UInt8(ascii: ":")] }
    answerKeys = names.questions.map { [UInt8(ascii: ",")] + Array(jsonKey: $0) + [UInt8(ascii: ":")] }
  }

  mutating func write(_ record: borrowing ExportedRecord, into out: inout [UInt8], tally: inout ExportTally) {
    tally.tasks += 1
    var isAnswered = false
    shared.removeAll(keepingCapacity: true)
    for named in record.annotations where layout.annotator == nil || named.annotator == layout.annotator {
      guard named.annotation.state == .submitted else {
        tally.leaveOut("annotation not submitted (\(named.annotation.state.rawValue))")
        isAnswered = true
        continue
      }
      if shared.isEmpty { appendShared(record) }
      isAnswered = true
      out.append(contentsOf: shared)
      append(named, to: &out)
      tally.written += 1
    }
    if !isAnswered { tally.leaveOut("task without an annotation") }
  }

  private mutating func appendShared(_ record: borrowing ExportedRecord) {
    shared.append(literal: "{\"id\":")
    JSONWriter.append(record.id, to: &shared)
    shared.append(literal: ",\"number\":")
    shared.append(decimal: record.number)
    columns.forEach(record.fields) { index, value in
      shared.append(contentsOf: fieldKeys[index])
      if value.isEmpty { shared.append(literal: "null") } else { shared.append(contentsOf: value) }
    }
    shared.append(literal: ",\"metadata\":")
    JSONWriter.append(record.metadata, to: &shared)
  }

  private mutating func append(_ named: ImportedRecord.AnnotatorsAnnotation, to out: inout [UInt8]) {
    out.append(literal: ",\"annotator\":")
    JSONWriter.append(named.annotator, to: &out)
    out.append(literal: named.annotation.isFlagged ? ",\"flagged\":true" : ",\"flagged\":false")
    out.append(literal: ",\"comment\":")
    JSONWriter.append(named.annotation.comment, to: &out)
    out.append(literal: ",\"saved_at\":")
    stamps.append(named.annotation.savedAt, to: &out)
    for (index, question) in layout.questions.enumerated() {
      out.append(contentsOf: answerKeys[index])
      let answer = named.annotation.answers[question.name].map { question.kind.tableValue(of: $0) }
      JSONWriter.append(answer ?? .null, to: &out)
    }
    out.append(literal: "}\n")
  }
}
