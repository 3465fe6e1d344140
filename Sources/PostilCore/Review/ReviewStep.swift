/// One decision for undo: what was done, and what takes it back.
public struct ReviewStep: Sendable, Hashable {
  /// Its number in the session, from 1.
  public var number: Int
  /// What it did, in words that go after "Undid": `the majority of #313`.
  public var label: String
  /// The task that it was decided at; nil for a decision about many.
  public var task: Int?
  /// What does it, in order.
  public var forward: [ReviewDecision]
  /// What takes it back, in order.
  public var backward: [ReviewDecision]
}
