public import PostilModel

/// What an importer makes of one record. Its buffers are reused from record to record.
public struct ImportedRecord: Sendable {
  /// The record's own id; empty when it brought none.
  public var id: [UInt8] = []
  /// The fields as a JSON object's text, in the project's order.
  public var fields: [UInt8] = []
  /// Everything else, as a JSON object's text, in the record's order.
  public var metadata: [UInt8] = []
  /// The beginning of the first text, on one line.
  public var preview: [UInt8] = []
  /// Where the record came from before, when it is one of Postil's own exports.
  public var provenance: Provenance?
  /// Proposed answers.
  public var suggestions: [Suggestion] = []
  /// Proposed answers that do not fit, which do not keep the rest from being imported.
  public var badSuggestions: [BadSuggestion] = []
  /// What annotators said, when it is one of Postil's own exports.
  public var annotations: [AnnotatorsAnnotation] = []
  /// The final answer, when it is one of Postil's own exports and has one; its task is yet to be filled in.
  public var resolution: Resolution?

  /// One annotator's annotation.
  public struct AnnotatorsAnnotation: Sendable, Hashable {
    /// The annotator's name.
    public var annotator: String
    /// What the annotator said.
    public var annotation: Annotation

    /// An annotation and whose it is.
    public init(annotator: String, annotation: Annotation) {
      self.annotator = annotator
      self.annotation = annotation
    }
  }

  /// A proposed answer that does not fit its question.
  public struct BadSuggestion: Sendable, Hashable {
    /// What stands in the record.
    public var value: JSONValue
    /// What is wrong with it, in words.
    public var reason: String
  }

  /// A record with empty buffers.
  public init() {}

  /// Empties the buffers and keeps their room.
  public mutating func clear() {
    id.removeAll(keepingCapacity: true)
    fields.removeAll(keepingCapacity: true)
    metadata.removeAll(keepingCapacity: true)
    preview.removeAll(keepingCapacity: true)
    provenance = nil
    resolution = nil
    if !suggestions.isEmpty { suggestions.removeAll(keepingCapacity: true) }
    if !badSuggestions.isEmpty { badSuggestions.removeAll() }
    if !annotations.isEmpty { annotations.removeAll(keepingCapacity: true) }
  }
}
