/// One record to judge. (The field's word is "task"; Swift's own `Task` is something else.)
public struct AnnotationTask: Sendable, Hashable {
  /// Its place in the project, from 1, in the order of import; never reused, without gaps.
  public var number: Int
  /// The record's own id, or `h` and 32 hexadecimal digits of its content hash when it brought none.
  public var id: String
  /// What is shown, by field name.
  public var fields: JSONObject
  /// Everything else that the record held.
  public var metadata: JSONObject
  /// Where it came from.
  public var provenance: Provenance
  /// Proposed answers, in the order of import.
  public var suggestions: [Suggestion]

  /// A task of the given parts.
  public init(
    number: Int, id: String, fields: JSONObject, metadata: JSONObject = JSONObject(),
    provenance: Provenance = Provenance(), suggestions: [Suggestion] = []
  ) {
    self.number = number
    self.id = id
    self.fields = fields
    self.metadata = metadata
    self.provenance = provenance
    self.suggestions = suggestions
  }
}
