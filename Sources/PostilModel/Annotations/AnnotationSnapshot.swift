/// What stood for one task and one annotator at a moment: in the project, and as a draft over it.
public struct AnnotationSnapshot: Sendable, Hashable {
  /// The annotation in the project.
  public var stored: Annotation
  /// The answers of the draft over it; nil when there was none.
  public var draft: [String: JSONValue]?

  /// A snapshot.
  public init(stored: Annotation, draft: [String: JSONValue]? = nil) {
    self.stored = stored
    self.draft = draft
  }
}
