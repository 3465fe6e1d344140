import PostilModel

/// `resolutions`: one object a line for each task with a final answer: id, fields, metadata, provenance, the answers, how they
/// came about (method, whose were taken, who settled it and when, error type, comment), what each had said, and what was
/// written about it.
struct ResolutionsWriter: RecordWriter {
  private let questions: [Question]
  private var head = RecordHead()

  init(_ layout: ExportLayout) { questions = layout.questions }

  mutating func write(_ record: borrowing ExportedRecord, into out: inout [UInt8], tally: inout ExportTally) {
    tally.tasks += 1
    guard let resolution = record.resolution else { return tally.leaveOut("task without a final answer") }
    head.append(record, to: &out)
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
