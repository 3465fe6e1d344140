import PostilFormats
import PostilModel
import Testing

/// A task with what annotators said, as a writer gets it.
struct TrainingRecord {
  var id = "1"
  var fields: JSONObject
  var metadata = JSONObject()
  var annotations: [ImportedRecord.AnnotatorsAnnotation] = []

  /// A prompt and responses named `a`, `b`, `c` …
  init(prompt: JSONValue = "Hi?", _ responses: [String]) {
    let list = zip("abcdefghijklmnopqrstuvwxyz", responses).map { Candidate(id: String($0), text: $1) }
    fields = JSONObject([("prompt", prompt), ("responses", CandidateList.json(list))])
  }

  init(fields: JSONObject) { self.fields = fields }

  /// The same with one more submitted annotation.
  func judged(
    _ question: String, _ answer: JSONValue, by annotator: String = "ann", at moment: Int64 = 0,
    state: AnnotationState = .submitted, shown: [String] = []
  ) -> TrainingRecord {
    var copy = self
    var annotation = Annotation(state: state, answers: [question: answer])
    annotation.savedAt = Timestamp(milliseconds: moment)
    annotation.activeMilliseconds = 1500
    if !shown.isEmpty { annotation.shown = ["responses": shown] }
    copy.annotations.append(.init(annotator: annotator, annotation: annotation))
    return copy
  }

  /// The same with an order such as `b > a = c`.
  func ranked(_ order: String, by annotator: String = "ann", at moment: Int64 = 0) -> TrainingRecord {
    judged("order", RankingQuestion().answer(fromText: order) ?? .null, by: annotator, at: moment)
  }
}

/// A prompt and responses, to be ranked.
let ranking = Project(
  name: "Ranking",
  fields: [FieldDefinition(name: "prompt", kind: .chat), FieldDefinition(name: "responses", kind: .candidates)],
  questions: [Question(name: "order", about: "responses", kind: RankingQuestion())])

/// A prompt and two responses, to be compared.
let comparing = Project(
  name: "Comparing",
  fields: [FieldDefinition(name: "prompt", kind: .chat), FieldDefinition(name: "responses", kind: .candidates)],
  questions: [Question(name: "better", about: "responses", kind: ComparisonQuestion())])

/// Writes records in a format.
func write(
  _ format: String, _ records: [TrainingRecord], _ project: Project = ranking, annotator: String? = nil,
  _ change: (inout ExportPolicy) -> Void = { _ in }
) throws -> (text: String, tally: ExportTally) {
  var policy = ExportPolicy()
  change(&policy)
  var writer = try Formats.toExport(format).writer(for: ExportLayout(project, annotator: annotator, policy: policy))
  var out: [UInt8] = []
  var tally = ExportTally()
  writer.begin(into: &out)
  for (index, record) in records.enumerated() {
    var (id, fields, metadata) = (record.id, record.fields.jsonText, record.metadata.jsonText)
    id.withUTF8 { id in
      fields.withUTF8 { fields in
        metadata.withUTF8 { metadata in
          var row = ExportedRecord()
          row.number = index + 1
          row.id = UnsafeRawBufferPointer(id)
          row.fields = UnsafeRawBufferPointer(fields)
          row.metadata = UnsafeRawBufferPointer(metadata)
          row.annotations = record.annotations
          writer.write(row, into: &out, tally: &tally)
        }
      }
    }
  }
  writer.end(into: &out)
  return (String(decoding: out, as: UTF8.self), tally)
}
