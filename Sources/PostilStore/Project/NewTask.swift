public import PostilModel

/// A record on its way into the project. Keep one and refill its buffers for each record.
public struct NewTask: Sendable {
  /// The record's own id in UTF-8; empty when it has none.
  public var id: [UInt8] = []
  /// The text of a JSON object: what is shown, by field name. The caller vouches that it is one.
  public var fields: [UInt8] = Array("{}".utf8)
  /// The text of a JSON object: everything else that the record held.
  public var metadata: [UInt8] = Array("{}".utf8)
  /// The beginning of the first text field in UTF-8, about 120 characters.
  public var preview: [UInt8] = []
  /// The line (or element) in the file, from 1.
  public var line = 0
  /// Where the record came from before, when it is restored from an export; nil when it comes from the import's source.
  public var provenance: Provenance?
  /// Proposed answers that came with the record.
  public var suggestions: [Suggestion] = []
  /// Annotations that came with the record.
  public var annotations: [NamedAnnotation] = []
  /// The final answer that came with the record; its task is filled in.
  public var resolution: Resolution?

  /// An empty record.
  public init() {}

  /// Empties all parts and keeps the buffers.
  public mutating func clear() {
    id.removeAll(keepingCapacity: true)
    fields.removeAll(keepingCapacity: true)
    metadata.removeAll(keepingCapacity: true)
    preview.removeAll(keepingCapacity: true)
    line = 0
    provenance = nil
    resolution = nil
    suggestions.removeAll(keepingCapacity: true)
    annotations.removeAll(keepingCapacity: true)
  }
}
