public import PostilModel

/// What a report needs beside the judgements, from the same picture of the project.
public struct JudgementSurvey: Sendable {
  /// One annotator's part.
  public struct Annotator: Sendable, Hashable {
    /// Their number in the judgements.
    public var number: Int
    /// Their entry on the roster, or one of a person who is not on it.
    public var person: Person
    /// Whether they are on the roster.
    public var isOnRoster: Bool
    /// The counters, and saves by the hour. Tasks about which they asked are among those that they are not sure about.
    public var progress: AnnotatorProgress
    /// The moments before and after the middle third of what they saved; nil where there are fewer than three.
    public var thirds: ClosedRange<Timestamp>?
    /// How many final answers they settled.
    public var resolutions: Int
  }

  /// Tasks.
  public var tasks: Int
  /// Tasks that somebody has submitted.
  public var submittedTasks: Int
  /// Tasks with a final answer.
  public var resolvedTasks: Int
  /// The tasks about which somebody asked.
  public var askedTasks: Set<Int>
  /// Everybody who has judged or settled something, or is on the roster, by name.
  public var annotators: [Annotator]
}
