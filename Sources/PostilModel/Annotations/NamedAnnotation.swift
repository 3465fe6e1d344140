/// An annotation and whose it is.
public struct NamedAnnotation: Sendable, Hashable {
  /// Whose.
  public var annotator: String
  /// What they said.
  public var annotation: Annotation

  /// An annotation of somebody.
  public init(annotator: String, annotation: Annotation) {
    self.annotator = annotator
    self.annotation = annotation
  }
}
