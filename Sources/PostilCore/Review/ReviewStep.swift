public import PostilModel

/// One decision for undo: what was done, and what takes it back.
public struct ReviewStep: Sendable, Hashable {
  /// Its number in the session, from 1.
  public var number: Int
  /// What it did, in words that go after "Undid": `the majority of #313`.
  public var label: String
  /// The task that it was decided at; nil for a decision about many.
  public var task: Int?
  /// Whether it settled a unanimous task by itself: somebody has looked at that one.
  public var isCheck = false
  /// What it changed of the error types that wait for a final answer; nil for nothing.
  public var errorType: ErrorTypeChange?
  /// What does it, in order.
  public var forward: [ReviewDecision]
  /// What takes it back, in order.
  public var backward: [ReviewDecision]

  /// An error type that was chosen before there is a final answer: the project is told with that one.
  public struct ErrorTypeChange: Sendable, Hashable {
    /// The task's number.
    public var task: Int
    /// What stood before; empty for none.
    public var from: String
    /// What stands after; empty for none.
    public var to: String
  }
}
