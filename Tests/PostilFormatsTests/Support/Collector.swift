import Testing
import PostilFormats
import PostilModel

/// A sink that keeps everything, and counts every byte.
final class Collector: RecordSink {
  struct Reject: Equatable {
    var line: Int
    var kind: Rejection.Kind
    var reason: String
    var bytes: [UInt8]
    var length: Int
  }

  private(set) var records: [ImportedRecord] = []
  private(set) var lines: [Int] = []
  private(set) var rejects: [Reject] = []
  private(set) var takenBytes = 0
  private(set) var rejectedBytes = 0
  private(set) var passedBytes = 0

  func take(_ record: inout ImportedRecord, raw: RawRecord) {
    records.append(record)
    lines.append(raw.line)
    takenBytes += raw.span
  }

  func reject(_ raw: RawRecord, because rejection: Rejection) {
    rejects.append(
      Reject(
        line: raw.line, kind: rejection.kind, reason: rejection.reason, bytes: Array(raw.bytes), length: raw.length))
    rejectedBytes += raw.span
  }

  private(set) var remarks: [String] = []

  func remark(_ words: String) { remarks.append(words) }

  func pass(byteCount: Int) { passedBytes += byteCount }

  var allBytes: Int { takenBytes + rejectedBytes + passedBytes }
  var kinds: [Rejection.Kind] { rejects.map(\.kind) }
}

/// Reads bytes in a format, and says what became of them.
func read(
  _ bytes: [UInt8], as format: String, _ project: Project = reviews, mapping: [String: String] = [:],
  purpose: RecordLayout.Purpose = .tasks, limit: Int = RecordLayout.standardRecordBytes, chunk: Int = .max
) throws -> Collector {
  let layout = try RecordLayout(project, mapping: mapping, purpose: purpose, maximumRecordBytes: limit)
  let collector = Collector()
  let makeReader = try #require(try Formats.toImport(format).makeReader)
  let input = try ByteInput(bytes: bytes, chunk: chunk)
  let decoder = RecordDecoder(layout)
  let reader = makeReader()
  try reader.read(input, with: decoder, into: collector)
  try (reader as? any JoiningReader)?.join(0, with: decoder, into: collector)
  return collector
}

func read(
  _ text: String, as format: String, _ project: Project = reviews, mapping: [String: String] = [:],
  purpose: RecordLayout.Purpose = .tasks, limit: Int = RecordLayout.standardRecordBytes
) throws -> Collector {
  try read(Array(text.utf8), as: format, project, mapping: mapping, purpose: purpose, limit: limit)
}

/// One text, one value; a label, labels, a number and a text are asked.
let reviews = Project(
  name: "Reviews",
  fields: [FieldDefinition(name: "text"), FieldDefinition(name: "stars", kind: .value, isRequired: false)],
  questions: [
    Question(name: "sentiment", kind: LabelQuestion(choices: [Choice(name: "positive"), Choice(name: "negative")])),
    Question(name: "topics", kind: LabelsQuestion(choices: [Choice(name: "room"), Choice(name: "food")])),
    Question(name: "price", kind: NumberQuestion()),
    Question(name: "why", isRequired: false, kind: TextQuestion()),
  ])

let dialogues = Project(
  name: "Dialogues", fields: [FieldDefinition(name: "turns", kind: .chat)],
  questions: [Question(name: "good", kind: RatingQuestion())])

extension ImportedRecord {
  var idText: String { String(decoding: id, as: UTF8.self) }
  var fieldsText: String { String(decoding: fields, as: UTF8.self) }
  var metadataText: String { String(decoding: metadata, as: UTF8.self) }
  var previewText: String { String(decoding: preview, as: UTF8.self) }
}
