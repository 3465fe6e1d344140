/// How far one annotator is with one task. "Unsure" (flagged) is a mark beside the state, not a state.
public enum AnnotationState: String, Sendable, Hashable, CaseIterable {
  /// Nothing yet: shown for tasks without an annotation, never stored with one that has answers.
  case open
  /// Begun and not submitted.
  case draft
  /// Submitted: the only state that counts as done.
  case submitted
  /// Passed over, with or without a reason. Not done.
  case skipped
}
