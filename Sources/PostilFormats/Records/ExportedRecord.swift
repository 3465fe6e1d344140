public import PostilModel

/// A task with all that was said about it, on its way to a writer. The bytes belong to the caller: use them within the
/// call only.
public struct ExportedRecord {
  /// The task's number.
  public var number = 0
  /// The task's id in UTF-8.
  public var id = UnsafeRawBufferPointer(start: nil, count: 0)
  /// The fields as a JSON object's text.
  public var fields = UnsafeRawBufferPointer(start: nil, count: 0)
  /// Everything else that the record held, as a JSON object's text.
  public var metadata = UnsafeRawBufferPointer(start: nil, count: 0)
  /// Where it came from.
  public var provenance = Provenance()
  /// Proposed answers.
  public var suggestions: [Suggestion] = []
  /// What annotators said.
  public var annotations: [ImportedRecord.AnnotatorsAnnotation] = []
  /// The final answer; nil while there is none.
  public var resolution: Resolution?

  /// An empty record.
  public init() {}
}
