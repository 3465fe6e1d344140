import PostilModel

/// `resolutions`: one object a line for each task with a final answer: id, fields, metadata, provenance, the answers, how they
/// came about (method, whose were taken, who settled it and when, error type, comment), what each had said, and what was
/// written about it.
struct ResolutionsWriter: RecordWriter {
  private let questions: [Question]
  private var stamps = StampCache()

  init(_ layout: ExportLayout) { questions = layout.questions }

  mutating func write(_ record: borrowing ExportedRecord, into out: inout [UInt8], tally: inout ExportTally) {
    tally.tasks += 1
    guard let resolution = record.resolution else { return tally.leaveOut("task without a final answer") }
    out.append(literal: "{\"id\":")
    JSONWriter.append(record.id, to: &out)
    out.append(literal: ",\"fields\":")
    out.append(contentsOf: record.fields)
    out.append(literal: ",\"metadata\":")
    out.append(contentsOf: record.metadata)
    out.append(literal: ",\"provenance\":{\"file\":")
    JSONWriter.append(record.provenance.file, to: &out)
    out.append(literal: ",\"line\":")
    out.append(decimal: record.provenance.line)
    out.append(literal: ",\"imported_at\":")
    stamps.append(record.provenance.importedAt, to: &out)
    out.append(literal: "}")
    for member in ResolutionObject(questions).object(resolution).members {
      out.append(literal: ",")
      JSONWriter.append(member.key, to: &out)
      out.append(literal: ":")
      JSONWriter.append(member.value, to: &out)
    }
    out.append(literal: "}\n")
    tally.written += 1
  }
}
