import PostilFormats
import PostilModel
import Testing

extension ImportedRecord {
  /// The fields as values.
  func fieldValues() throws -> JSONObject { try #require(try JSONParser().parse(fieldsText).object) }

  /// The metadata as values.
  func metadataValues() throws -> JSONObject { try #require(try JSONParser().parse(metadataText).object) }

  /// The record as a writer gets it.
  func training() throws -> TrainingRecord {
    var record = TrainingRecord(fields: try fieldValues())
    record.id = idText
    record.metadata = try metadataValues()
    record.annotations = annotations
    return record
  }

  /// What the source says, by question.
  var answers: [String: JSONValue] { annotations.first?.annotation.answers ?? [:] }
}
