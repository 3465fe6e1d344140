/// What a row of the queue shows of a task.
public struct TaskSummary: Sendable, Hashable {
  /// The task's number.
  public var number: Int
  /// The task's id.
  public var id: String
  /// The beginning of the first text field, as the import gave it: data, so clean it before it is shown.
  public var preview: String
  /// How far the annotator is; `open` without an annotation.
  public var state: AnnotationState
  /// Marked as unsure.
  public var isFlagged: Bool
  /// The annotator's answers by question name.
  public var answers: [String: JSONValue]
  /// Something was proposed for this task.
  public var hasSuggestion: Bool
  /// The annotator left a remark.
  public var hasComment: Bool
  /// When the annotation was saved last; nil without one.
  public var savedAt: Timestamp?

  /// A row of the given parts; by default an untouched task's.
  public init(
    number: Int, id: String, preview: String, state: AnnotationState = .open, isFlagged: Bool = false,
    answers: [String: JSONValue] = [:], hasSuggestion: Bool = false, hasComment: Bool = false,
    savedAt: Timestamp? = nil
  ) {
    self.number = number
    self.id = id
    self.preview = preview
    self.state = state
    self.isFlagged = isFlagged
    self.answers = answers
    self.hasSuggestion = hasSuggestion
    self.hasComment = hasComment
    self.savedAt = savedAt
  }
}
