/// What became of something that an import brought.
public enum ImportOutcome: Sendable, Hashable {
  /// It is in the project now; the task's number.
  case added(Int)
  /// The same was in the project already; the task's number. Nothing was written.
  case alreadyThere(Int)
  /// Something else stands in its place; the task's number. Nothing was written.
  case differs(Int)
  /// The same was in the project already, but the file that brings it judges it otherwise; the task's number. Nothing was
  /// written.
  case judgedOtherwise(Int)
  /// There is no task of that id. Nothing was written.
  case noTask
}
