public import PostilModel

/// One save of an annotation on its way to the project.
public struct AnnotationSave: Sendable, Hashable {
  /// A random text that names this save, so that one delivered twice is done once.
  public var token: String
  /// The task's number.
  public var task: Int
  /// Who saves.
  public var annotator: String
  /// What was done.
  public var kind: AnnotationEvent.Kind
  /// The annotation as it shall be. Its `revision` is the one that it was made from; 0 when there was none.
  public var annotation: Annotation
  /// When.
  public var at: Timestamp
  /// What the annotator says to the one who sent the annotation back; empty for nothing, or when it was not sent back.
  public var reply: String

  /// A save of the given parts.
  public init(
    token: String, task: Int, annotator: String, kind: AnnotationEvent.Kind, annotation: Annotation, at: Timestamp,
    reply: String = ""
  ) {
    self.reply = reply
    self.token = token
    self.task = task
    self.annotator = annotator
    self.kind = kind
    self.annotation = annotation
    self.at = at
  }
}
