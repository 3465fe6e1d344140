/// How far the project is, from counters.
public struct ProjectProgress: Sendable, Hashable {
  /// Tasks.
  public var tasks: Int
  /// Tasks that somebody has submitted.
  public var submittedTasks: Int
  /// Saves so far.
  public var saves: Int
  /// Everybody who has judged something, and the files that did, by name.
  public var annotators: [AnnotatorProgress]

  /// A reading of the counters.
  public init(tasks: Int, submittedTasks: Int, saves: Int, annotators: [AnnotatorProgress]) {
    self.tasks = tasks
    self.submittedTasks = submittedTasks
    self.saves = saves
    self.annotators = annotators
  }
}
