/// What is special about a task that was handed out, beside how far its annotation is.
public enum TaskMark: Sendable, Hashable {
  /// It came back with a comment and waits for an answer.
  case sentBack
  /// A question about it was answered.
  case answered
  /// A question about it is with somebody.
  case asked
}
