public import PostilModel
public import PostilStore

/// What a session begins with.
public struct SessionSetup: Sendable {
  /// What is asked.
  public var project: Project
  /// Who answers.
  public var annotator: String
  /// How to judge.
  public var guidelines: Guidelines
  /// Why nothing can be answered, or nil.
  public var readOnlyReason: String?
  /// Which of the annotator's desks this is, from 1.
  public var deskNumber = 1
  /// The counters.
  public var progress: Progress
  /// Tasks with drafts in the session file.
  public var drafts: Set<Int> = []
  /// Layout and place as they were left.
  public var remembered: [String: JSONValue] = [:]
  /// Saves that were not delivered.
  public var outbox: [AnnotationSave] = []
  /// Tasks that came back to the annotator and wait for an answer, in a project that hands nothing out.
  public var returned: [Int] = []
  /// Where undo stands in its log.
  public var undoPosition = 0
  /// How long the undo log is.
  public var undoCount = 0
  /// What the orders of candidates are drawn from: the project's identifier.
  public var orderSeed = ""
  /// Writes a moment as a local date and time, `2026-01-31 09:05`; by default in UTC.
  public var timeText: @Sendable (Timestamp) -> String = {
    String($0.iso8601.prefix(16)).replacing("T", with: " ")
  }
  /// Makes the random tokens by which a save is known.
  public var makeToken: @Sendable () -> String

  /// A beginning with nothing done yet.
  public init(
    project: Project, annotator: String, guidelines: Guidelines, progress: Progress,
    makeToken: @escaping @Sendable () -> String
  ) {
    self.project = project
    self.annotator = annotator
    self.guidelines = guidelines
    self.progress = progress
    self.makeToken = makeToken
  }
}
