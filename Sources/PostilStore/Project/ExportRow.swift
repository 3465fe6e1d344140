public import PostilModel

/// A task with all that was said about it. The buffers are the database's own: use them within the call only.
public struct ExportRow {
  /// The task's number.
  public internal(set) var number = 0
  /// The task's id in UTF-8.
  public internal(set) var id = UnsafeRawBufferPointer(start: nil, count: 0)
  /// The text of a JSON object, as imported: what is shown.
  public internal(set) var fields = UnsafeRawBufferPointer(start: nil, count: 0)
  /// The text of a JSON object, as imported: everything else.
  public internal(set) var metadata = UnsafeRawBufferPointer(start: nil, count: 0)
  /// Where it came from.
  public internal(set) var provenance = Provenance()
  /// Proposed answers, in the order of import.
  public internal(set) var suggestions: [Suggestion] = []
  /// Everybody's annotations, in the order in which people first came to the project.
  public internal(set) var annotations: [NamedAnnotation] = []
  /// The final answer; nil while there is none.
  public internal(set) var resolution: Resolution?
}
