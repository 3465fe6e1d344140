public import PostilModel

/// A task with what people and models said about it, for counting.
public struct JudgedTask: Sendable {
  /// What one of them said.
  public struct Judgement: Sendable {
    /// Their number (see `JudgementSurvey`).
    public var annotator = 0
    /// How far it is.
    public var state = AnnotationState.open
    /// Whether they are not sure.
    public var isFlagged = false
    /// When it was saved.
    public var savedAt = Timestamp(milliseconds: 0)
    /// How long they worked on it; 0 where nothing is told.
    public var activeMilliseconds = 0
    /// How many keys they pressed; 0 where nothing is told.
    public var keysPressed = 0
    /// The answers by question name.
    public var answers: [String: JSONValue] = [:]
    /// Whether they met the known answer; nil where none is known, nothing is submitted, or theirs is one of the answers
    /// that made it known.
    public var isRight: Bool?
  }

  /// The task's number.
  public internal(set) var number = 0
  /// The length of its fields in Unicode scalars.
  public internal(set) var length = 0
  /// How many answers of people it wants.
  public internal(set) var wanted = 1
  /// Whether it has its final answer.
  public internal(set) var isResolved = false
  /// What they said, in the order in which they first came to the project.
  public internal(set) var judgements: [Judgement] = []
}
